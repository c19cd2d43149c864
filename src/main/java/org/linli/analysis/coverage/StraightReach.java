package org.linli.analysis.coverage;

import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;

/** The sites within the distance of each building's walls as the crow flies. */
final class StraightReach {
  private static final int BUILDINGS_A_LOOK = 1_024;

  private StraightReach() {}

  static Catchments of(Homes homes, Greens greens, double distance, Cancellation cancellation) {
    PlaneIndex index = new PlaneIndex(greens.shapes());
    int[][] sites = new int[homes.size()][];
    double[][] metres = new double[homes.size()][];
    IntStream.range(0, homes.size())
        .parallel()
        .forEach(
            building -> {
              if (building % BUILDINGS_A_LOOK == 0) {
                cancellation.check();
              }
              Nearby nearby = around(building, homes.shapes(), greens, index, distance);
              sites[building] = nearby.sites();
              metres[building] = nearby.distances();
            });
    return new Catchments(sites, metres);
  }

  private static Nearby around(
      int building, PlaneShapes homes, Greens greens, PlaneIndex index, double distance) {
    Nearby nearby = new Nearby();
    if (!homes.isEmpty(building)) {
      index.search(
          homes.minX(building) - distance,
          homes.minY(building) - distance,
          homes.maxX(building) + distance,
          homes.maxY(building) + distance,
          green -> {
            int site = greens.siteOf(green);
            double least = homes.boxDistance(building, greens.shapes(), green);
            if (site >= 0 && least <= distance && least < nearby.get(site)) {
              double metres = homes.distance(building, greens.shapes(), green);
              if (metres <= distance) {
                nearby.add(site, metres);
              }
            }
          });
    }
    return nearby;
  }
}
