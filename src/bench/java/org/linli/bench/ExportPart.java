package org.linli.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole layer as a file of another format, made for each request, against {@code ogr2ogr} from
 * PostGIS to the same. Ours is a portal that runs, warmed on another layer and then on this one;
 * its kept copies are removed before each request. Once for each format GDAL counts the features of
 * both files.
 */
final class ExportPart {
  private static final int WARM_UPS = 10;
  private static final int MOST_ROUNDS = 3;

  /**
   * A format.
   *
   * @param driver what GDAL calls it
   * @param atMost the share of the rival's time that ours may take
   */
  private record Format(String ending, String driver, double atMost, List<String> options) {}

  private static final List<Format> FORMATS =
      List.of(
          new Format("csv", "CSV", 1.0 / 5, List.of("-lco", "GEOMETRY=AS_WKT")),
          new Format("gpkg", "GPKG", 1.0 / 2, List.of()),
          new Format("fgb", "FlatGeobuf", 1.0 / 2, List.of()));

  private final Course course;
  private final PlainPostgis postgis;
  private final KeptAliveClient client;

  private ExportPart(Course course, PlainPostgis postgis, KeptAliveClient client) {
    this.course = course;
    this.postgis = postgis;
    this.client = client;
  }

  static void run(Course course, PlainPostgis postgis, Results results) throws Exception {
    try (Portal portal = Portal.serve(Course.withoutCopies(course.home()));
        KeptAliveClient client = new KeptAliveClient(portal.port())) {
      ExportPart part = new ExportPart(course, postgis, client);
      for (Format format : FORMATS) {
        results.add(part.measure(format));
      }
    }
  }

  private Figure measure(Format format) throws IOException {
    Path ours = course.work().resolve("ours." + format.ending);
    Path theirs = course.work().resolve("rival." + format.ending);
    warm(format);
    keep(format, ours);
    askTheRival(format, theirs);
    requireAll(ours);
    requireAll(theirs);
    List<Long> made = new ArrayList<>();
    List<Long> rival = new ArrayList<>();
    for (int round = 0; round < Math.min(MOST_ROUNDS, course.rounds()); round++) {
      made.add(ask(format, (b, f, n) -> {}));
      rival.add(askTheRival(format, theirs));
    }
    Files.delete(ours);
    Files.delete(theirs);
    return Figure.ratio(
        "whole layer as ." + format.ending + ", made",
        new Timings(made),
        "ogr2ogr from PostGIS",
        new Timings(rival),
        format.atMost);
  }

  private void warm(Format format) {
    for (int i = 0; i < WARM_UPS; i++) {
      // With a condition that all rows meet it is made afresh each time.
      String path = Portal.wholeLayer(Course.OTHER_LAYER, format.ending) + "?bbox=0,0,179,80";
      client.get(path, (b, f, n) -> {}).requireOk("ours");
    }
  }

  private void keep(Format format, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      ask(format, out::write);
    }
  }

  private long ask(Format format, KeptAliveClient.Sink sink) {
    Course.forgetCopies(course.home());
    String path = Portal.wholeLayer(Course.LAYER, format.ending);
    return client.get(path, sink).requireOk("ours").nanos();
  }

  private long askTheRival(Format format, Path file) throws IOException {
    Files.deleteIfExists(file);
    return postgis.export(file, format.driver, format.options);
  }

  private void requireAll(Path file) throws IOException {
    Path log = course.work().resolve("count.log");
    Files.deleteIfExists(log);
    Command count = new Command(log, "ogrinfo", "-ro", "-so", "-al", file.toString());
    count.run();
    if (!count.output().contains("Feature Count: " + course.buildings() + "\n")) {
      throw new IllegalStateException(file + " has not all features:\n" + count.output());
    }
  }
}
