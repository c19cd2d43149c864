package org.linli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.linli.bench.Contest.Entrant;
import org.linli.bench.PlainPostgis.Planner;
import org.linli.geo.TileCoord;

/**
 * Vector tiles, each asked for once: from us and MapServer over HTTP, from {@code ST_AsMVT} over
 * its connection. All are warmed on other tiles, ours on more of them.
 */
final class TilePart {
  private static final int WARM_UPS = 1_200;

  /**
   * What ours is asked beforehand on top: a Java machine goes on compiling what it does until it
   * has done it some thousand times, which a portal has after its first minutes.
   */
  private static final int OURS_WARM_UPS = 8_000;

  private static final int MEASURED = 200;

  private final KeptAliveClient ours;
  private final Contest<TileCoord> contest;
  private long unequal;
  private long compared;
  private long features;

  private TilePart(KeptAliveClient ours, KeptAliveClient mapServer, PlainPostgis postgis) {
    this.ours = ours;
    contest =
        new Contest<>(
            new Entrant<>("ours", tile -> ours.get(Portal.tile(Course.LAYER, tile))),
            new Entrant<>("MapServer MVT", tile -> mapServer.get(MapServer.tile(tile))),
            new Entrant<>("ST_AsMVT", tile -> postgis.tile(Planner.STOCK, tile)),
            new Entrant<>("ST_AsMVT, tuned", tile -> postgis.tile(Planner.TUNED, tile)),
            new Entrant<>("ST_AsMVT, tuned, serial", tile -> postgis.tile(Planner.SERIAL, tile)));
  }

  static void run(Course course, Portal portal, Rivals rivals, Results results) throws Exception {
    for (int zoom : new int[] {14, 16}) {
      try (KeptAliveClient ours = new KeptAliveClient(portal.port());
          KeptAliveClient mapServer = new KeptAliveClient(rivals.mapServer().port())) {
        TilePart part = new TilePart(ours, mapServer, rivals.postgis());
        part.ask(course.towns(), zoom);
        part.report(zoom, results);
      }
    }
  }

  private void ask(Towns towns, int zoom) throws Exception {
    List<TileCoord> tiles = new ArrayList<>(towns.tiles(zoom));
    java.util.Collections.shuffle(tiles, new Random(zoom));
    int measured = Math.min(MEASURED, tiles.size() / 2);
    List<TileCoord> others = tiles.subList(measured, tiles.size());
    compile(others);
    contest.warm(some(towns.tiles(zoom == 14 ? 15 : 17)));
    contest.warm(some(others));
    contest.run(tiles.subList(0, measured), this::compare);
  }

  /** Asks for tiles again that are not measured. */
  private void compile(List<TileCoord> tiles) {
    for (int i = 0; i < OURS_WARM_UPS; i++) {
      ours.get(Portal.tile(Course.LAYER, tiles.get(i % tiles.size()))).requireOk("ours");
    }
  }

  private static List<TileCoord> some(List<TileCoord> tiles) {
    return tiles.subList(0, Math.min(WARM_UPS, tiles.size()));
  }

  private void compare(TileCoord tile, List<Answer> answers) {
    long[] counts =
        answers.stream().mapToLong(a -> DecodedTile.of(a.body()).featuresInside()).toArray();
    compared++;
    features += counts[0];
    for (long count : counts) {
      if (count != counts[0]) {
        unequal++;
        break;
      }
    }
  }

  private void report(int zoom, Results results) {
    String what = "z" + zoom + " tile, about " + features / compared + " features";
    Timings ours = contest.of("ours");
    boolean near = zoom == 14;
    results.add(
        Figure.ratio(
            what, ours, "MapServer MVT", contest.of("MapServer MVT"), near ? 0.1 : 1.0 / 3));
    results.add(
        near
            ? Figure.ratio(what, ours, "ST_AsMVT", contest.of("ST_AsMVT"), 1.0 / 40)
            : Figure.beside(what, ours, "ST_AsMVT", contest.of("ST_AsMVT")));
    for (String rival : List.of("ST_AsMVT, tuned", "ST_AsMVT, tuned, serial")) {
      results.add(Figure.beside(what, ours, rival, contest.of(rival)));
    }
    results.note(
        "z%d: of %d tiles, %d do not hold the same number of features in all answers."
            .formatted(zoom, compared, unequal));
  }
}
