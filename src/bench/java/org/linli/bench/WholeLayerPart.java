package org.linli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole layer as GeoJSON. Each round starts our program anew and warms it on another layer, so
 * that the first answer is generated, and the next comes from the cached copy.
 */
final class WholeLayerPart {
  private static final int WARM_UPS = 40;
  private static final int CACHED = 3;

  private final Course course;
  private final Rivals rivals;
  private final List<Long> generated = new ArrayList<>();
  private final List<Long> cached = new ArrayList<>();
  private final List<Long> wfs = new ArrayList<>();
  private final List<Long> copy = new ArrayList<>();

  private WholeLayerPart(Course course, Rivals rivals) {
    this.course = course;
    this.rivals = rivals;
  }

  static void run(Course course, Rivals rivals, Results results) throws Exception {
    WholeLayerPart part = new WholeLayerPart(course, rivals);
    part.askTheRivals();
    part.forget();
    for (int round = 0; round < course.rounds(); round++) {
      part.askOurs(results);
      part.askTheRivals();
    }
    part.report(results);
  }

  private void forget() {
    wfs.clear();
    copy.clear();
  }

  private void askOurs(Results results) throws Exception {
    try (Portal portal = Portal.serve(Course.withoutCopies(course.home()));
        KeptAliveClient client = new KeptAliveClient(portal.port())) {
      for (int i = 0; i < WARM_UPS; i++) {
        // An export with a condition, which all rows meet, is made afresh each time.
        client
            .get(Portal.wholeLayer(Course.OTHER_LAYER) + "?bbox=0,0,179,80", (b, f, n) -> {})
            .requireOk("ours");
      }
      client.get(Portal.wholeLayer(Course.OTHER_LAYER), (b, f, n) -> {}).requireOk("ours");
      WordCount count = WordCount.ofPolygons();
      Answer first = client.get(Portal.wholeLayer(Course.LAYER), (b, f, n) -> {});
      generated.add(first.requireOk("ours").nanos());
      for (int i = 0; i < CACHED; i++) {
        cached.add(client.get(Portal.wholeLayer(Course.LAYER), (b, f, n) -> {}).nanos());
      }
      client.get(Portal.wholeLayer(Course.LAYER), count).requireOk("ours");
      count.require(course.buildings(), "our GeoJSON");
    }
  }

  private void askTheRivals() throws IOException {
    try (KeptAliveClient client = new KeptAliveClient(rivals.mapServer().port())) {
      wfs.add(client.get(MapServer.wholeLayer(), (b, f, n) -> {}).requireOk("WFS").nanos());
    }
    Path file = course.work().resolve("copy.geojson");
    copy.add(rivals.postgis().copyGeoJson(file));
  }

  private void report(Results results) {
    Timings first = new Timings(generated);
    Timings again = new Timings(cached);
    Timings mapServer = new Timings(wfs);
    Timings psql = new Timings(copy);
    results.add(
        Figure.ratio("whole layer, generated", first, "MapServer WFS", mapServer, 1.0 / 20));
    results.add(Figure.ratio("whole layer, generated", first, "psql COPY", psql, 1.0 / 2));
    results.add(
        Figure.ratio("whole layer, cached copy", again, "MapServer WFS", mapServer, 1.0 / 20));
    results.add(Figure.ratio("whole layer, cached copy", again, "psql COPY", psql, 1.0 / 2));
  }
}
