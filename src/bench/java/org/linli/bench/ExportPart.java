package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole layer as a file of another format, against {@code ogr2ogr} from PostGIS to the same.
 * Each round starts our program anew and warms it on another layer, so that the first answer is
 * generated, and the next comes from the cached copy.
 */
final class ExportPart {
  private static final int WARM_UPS = 10;

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
  private final Rivals rivals;

  private ExportPart(Course course, Rivals rivals) {
    this.course = course;
    this.rivals = rivals;
  }

  static void run(Course course, Rivals rivals, Results results) throws Exception {
    for (Format format : FORMATS) {
      new ExportPart(course, rivals).run(format, results);
    }
  }

  private void run(Format format, Results results) throws Exception {
    List<Long> generated = new ArrayList<>();
    List<Long> cached = new ArrayList<>();
    List<Long> theirs = new ArrayList<>();
    for (int round = 0; round < course.rounds(); round++) {
      askOurs(format, generated, cached);
      theirs.add(askTheRival(format));
    }
    String what = "whole layer as ." + format.ending;
    String rival = "ogr2ogr from PostGIS";
    results.add(
        Figure.ratio(
            what + ", generated",
            new Timings(generated),
            rival,
            new Timings(theirs),
            format.atMost));
    results.add(
        Figure.beside(what + ", cached copy", new Timings(cached), rival, new Timings(theirs)));
  }

  private void askOurs(Format format, List<Long> generated, List<Long> cached) throws Exception {
    try (Portal portal = Portal.serve(Course.withoutCopies(course.home()));
        KeptAliveClient client = new KeptAliveClient(portal.port())) {
      for (int i = 0; i < WARM_UPS; i++) {
        // With a condition that all rows meet it is made afresh each time.
        String path = address(Course.OTHER_LAYER, format) + "?bbox=0,0,179,80";
        client.get(path, (b, f, n) -> {}).requireOk("ours");
      }
      String path = address(Course.LAYER, format);
      generated.add(client.get(path, (b, f, n) -> {}).requireOk("ours").nanos());
      cached.add(client.get(path, (b, f, n) -> {}).requireOk("ours").nanos());
    }
  }

  private static String address(String layer, Format format) {
    return "/data/" + layer + "." + format.ending;
  }

  private long askTheRival(Format format) throws IOException {
    Path file = course.work().resolve("rival." + format.ending);
    Files.deleteIfExists(file);
    long nanos = rivals.postgis().export(file, format.driver, format.options);
    Files.delete(file);
    return nanos;
  }
}
