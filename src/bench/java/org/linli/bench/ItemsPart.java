package org.linli.bench;

import java.util.List;
import org.linli.bench.Contest.Entrant;
import org.linli.geo.Bounds;

/** {@code items?bbox=…&limit=1000} of windows that hold more than that. */
final class ItemsPart {
  private static final int LIMIT = 1_000;

  private ItemsPart() {}

  static void run(Course course, Portal portal, Rivals rivals, Results results) throws Exception {
    List<Bounds> windows = course.towns().windows();
    int measured = Math.min(100, windows.size() / 2);
    try (KeptAliveClient ours = new KeptAliveClient(portal.port());
        KeptAliveClient mapServer = new KeptAliveClient(rivals.mapServer().port())) {
      Contest<Bounds> contest =
          new Contest<>(
                  new Entrant<Bounds>(
                      "ours", box -> ours.get(Portal.items(Course.LAYER, box, LIMIT))),
                  new Entrant<Bounds>(
                      "MapServer", box -> mapServer.get(MapServer.items(box, LIMIT))))
              .warm(windows.subList(measured, windows.size()))
              .run(windows.subList(0, measured), ItemsPart::requireFullPages);
      results.add(
          Figure.ratio(
              "items?bbox&limit=1000",
              contest.of("ours"),
              "MapServer OGC API",
              contest.of("MapServer"),
              0.1));
    }
  }

  private static void requireFullPages(Bounds box, List<Answer> answers) {
    for (Answer answer : answers) {
      WordCount features = WordCount.ofPolygons();
      features.take(answer.body(), 0, answer.body().length);
      features.require(LIMIT, "A page of " + box);
    }
  }
}
