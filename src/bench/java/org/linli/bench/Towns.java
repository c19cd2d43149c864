package org.linli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.geo.Bounds;
import org.linli.geo.TileCoord;

/**
 * Where the made-up buildings stand: in towns that are squares of 5 × 5 tiles of zoom 14, with 160
 * × 160 plots each. A tile of zoom 14 inside a town has 1,024 plots, one of zoom 16 has 64. The
 * towns are not aligned with the tiles.
 *
 * @param buildings how many there are in all; the last town may be unfinished
 */
record Towns(int buildings) {
  static final int PLOTS_A_SIDE = 160;
  static final int PLOTS_A_TOWN = PLOTS_A_SIDE * PLOTS_A_SIDE;
  private static final double TILE = 1.0 / (1 << 14);
  private static final double SIDE = 5 * TILE;
  private static final int TOWNS_A_ROW = 5;
  private static final TileCoord FIRST = TileCoord.at(117.2, 37.8, 14);

  /** West edge of a town on the unit square of Web Mercator. */
  private static double west(int town) {
    return (FIRST.x() + 8 * (town % TOWNS_A_ROW) + 0.37) * TILE;
  }

  /** North edge of a town on the unit square of Web Mercator. */
  private static double north(int town) {
    return (FIRST.y() + 8 * (town / TOWNS_A_ROW) + 0.41) * TILE;
  }

  /** The middle of a building's plot on the unit square of Web Mercator: x, y. */
  static double[] plot(int building) {
    int town = building / PLOTS_A_TOWN;
    int plot = building % PLOTS_A_TOWN;
    double size = SIDE / PLOTS_A_SIDE;
    return new double[] {
      west(town) + (plot % PLOTS_A_SIDE + 0.5) * size,
      north(town) + (plot / PLOTS_A_SIDE + 0.5) * size
    };
  }

  /** The tiles of a zoom that lie wholly inside finished towns, town by town. */
  List<TileCoord> tiles(int zoom) {
    return finished().flatMap(town -> tiles(town, zoom)).toList();
  }

  private Stream<Integer> finished() {
    return IntStream.range(0, buildings / PLOTS_A_TOWN).boxed();
  }

  private static Stream<TileCoord> tiles(int town, int zoom) {
    double scale = 1L << zoom;
    int firstX = (int) Math.ceil(west(town) * scale);
    int firstY = (int) Math.ceil(north(town) * scale);
    int endX = (int) Math.floor((west(town) + SIDE) * scale);
    int endY = (int) Math.floor((north(town) + SIDE) * scale);
    return IntStream.range(firstY, endY)
        .boxed()
        .flatMap(y -> IntStream.range(firstX, endX).mapToObj(x -> new TileCoord(zoom, x, y)));
  }

  /** Windows inside finished towns that hold more than 1,000 buildings each, all different. */
  List<Bounds> windows() {
    List<Bounds> windows = new ArrayList<>();
    for (TileCoord tile : tiles(14)) {
      windows.add(tile.bounds(0.05));
    }
    return windows;
  }
}
