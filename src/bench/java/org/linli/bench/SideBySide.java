package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the parts against their rivals and writes the page of figures. Started by {@code
 * src/bench/run.sh}, from the project's folder.
 */
final class SideBySide {
  private static final List<String> PARTS =
      List.of(
          "import", "whole", "exports", "tiles", "items", "memory", "ready", "index", "edit",
          "patrol", "access", "whatif", "browser", "growth");

  /** What {@code exports} consists of. */
  private static final List<String> EXPORTS =
      List.of("exports-made", "exports-kept", "exports-chosen", "exports-heap", "exports-sheets");

  /** Towns in which the truth is known; each takes a good part of an hour, so only when named. */
  private static final List<String> SIMULATIONS = List.of("hotspots", "intervals");

  private final Course course;
  private final Set<String> wanted;
  private final Results results;

  private SideBySide(Course course, Set<String> wanted, Results results) {
    this.course = course;
    this.wanted = wanted;
    this.results = results;
  }

  /**
   * @param arguments {@code --quick} for a tenth of the size, then the parts to run; all when none
   *     is named
   */
  public static void main(String[] arguments) throws Exception {
    boolean quick = List.of(arguments).contains("--quick");
    Set<String> wanted = new TreeSet<>(List.of(arguments));
    wanted.remove("--quick");
    requireParts(wanted);
    Path work = Files.createDirectories(Path.of("target/bench", quick ? "quick" : "full"));
    Course course = new Course(work, quick ? 2 * Towns.PLOTS_A_TOWN : Course.FULL, quick ? 2 : 5);
    Results results = new Results(Path.of("target/bench/results.md"), preface(course, arguments));
    new SideBySide(course, wanted, results).run();
  }

  private static void requireParts(Set<String> wanted) {
    Set<String> known = new TreeSet<>(PARTS);
    known.addAll(EXPORTS);
    known.addAll(SIMULATIONS);
    if (!known.containsAll(wanted)) {
      throw new IllegalArgumentException("The parts are " + known + ", not " + wanted + ".");
    }
    if (wanted.isEmpty()) {
      wanted.addAll(PARTS);
    }
    if (wanted.remove("exports")) {
      wanted.addAll(EXPORTS);
    }
  }

  private static String preface(Course course, String[] arguments) {
    return String.format(
        Locale.ROOT,
        """
        # Side by side

        %,d building polygons of 7 points and 9 attributes (%d MB of GeoJSON), on a machine with %d
        cores and %d GB of memory; rivals and portal run on it together and take turns. Medians, with
        the least and the 95th percentile. Made by `src/bench/run.sh %s`.
        """,
        course.buildings(),
        course.geoJson().toFile().length() / 1_000_000,
        Runtime.getRuntime().availableProcessors(),
        memoryGigabytes(),
        String.join(" ", arguments));
  }

  private static long memoryGigabytes() {
    return ((com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize()
        >> 30;
  }

  private void run() throws Exception {
    if (wanted.contains("import")) {
      ImportPart.run(course, results);
    }
    if (wanted.contains("whole") || wanted.contains("tiles") || wanted.contains("items")) {
      againstServers();
    }
    if (wanted.contains("exports-made") || wanted.contains("exports-chosen")) {
      againstPostgis();
    }
    if (wanted.contains("exports-kept")) {
      KeptExportPart.run(course, results);
    }
    if (wanted.contains("exports-heap")) {
      ExportHeapPart.run(course, results);
    }
    if (wanted.contains("exports-sheets")) {
      SheetsPart.run(course, results);
    }
    if (wanted.contains("memory")) {
      MemoryPart.run(course, results);
    }
    if (wanted.contains("ready")) {
      ReadinessPart.run(course, results);
    }
    if (wanted.contains("index")) {
      IndexPart.run(course, results);
    }
    if (wanted.contains("edit")) {
      EditPart.run(course, results);
    }
    if (wanted.contains("patrol")) {
      PatrolPart.run(course, results);
    }
    if (wanted.contains("access")) {
      AccessPart.run(course, results);
    }
    if (wanted.contains("whatif")) {
      WhatIfPart.run(course, results);
    }
    if (wanted.contains("browser")) {
      BrowserPart.run(course, results);
    }
    if (wanted.contains("growth")) {
      GrowthPart.run(course, results);
    }
    if (wanted.contains("hotspots")) {
      HotspotNullMaps.main(new String[0]);
    }
    if (wanted.contains("intervals")) {
      ImpactIntervals.main(new String[0]);
    }
  }

  private void againstPostgis() throws Exception {
    try (PlainPostgis postgis = PlainPostgis.start()) {
      postgis.load(course.geoJson());
      if (wanted.contains("exports-chosen")) {
        ChosenExportPart.run(course, postgis, results);
      }
      if (wanted.contains("exports-made")) {
        ExportPart.run(course, postgis, results);
      }
    }
  }

  private void againstServers() throws Exception {
    try (Rivals rivals = Rivals.start(course.work(), course.geoJson())) {
      if (wanted.contains("whole")) {
        WholeLayerPart.run(course, rivals, results);
      }
      try (Portal portal = Portal.serve(course.home())) {
        if (wanted.contains("tiles")) {
          TilePart.run(course, portal, rivals, results);
        }
        if (wanted.contains("items")) {
          ItemsPart.run(course, portal, rivals, results);
        }
      }
    }
  }
}
