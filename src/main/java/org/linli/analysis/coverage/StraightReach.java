package org.linli.analysis.coverage;

import org.linli.analysis.Cancellation;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Town;

/** The buildings whose walls are within the distance of a site as the crow flies. */
final class StraightReach implements Catchments.Surveyor {
  private final PlaneShapes homes;
  private final PlaneIndex index;
  private final Greens greens;
  private final double distance;
  private final Nearest nearest;

  private StraightReach(Town homes, Greens greens, double distance) {
    this.homes = homes.shapes();
    this.index = homes.index();
    this.greens = greens;
    this.distance = distance;
    this.nearest = new Nearest(homes.size(), distance);
  }

  static Catchments of(Town homes, Greens greens, double distance, Cancellation cancellation) {
    return Catchments.of(
        homes.size(),
        greens.size(),
        () -> new StraightReach(homes, greens, distance),
        cancellation);
  }

  /** The same with other green spaces. */
  static Catchments of(
      Catchments before,
      SameSites same,
      Town homes,
      Greens greens,
      double distance,
      Cancellation cancellation) {
    return before.with(
        same, greens.size(), () -> new StraightReach(homes, greens, distance), cancellation);
  }

  @Override
  public SiteReach apply(Integer site) {
    PlaneShapes shapes = greens.shapes();
    for (int green : greens.site(site).members()) {
      index.search(
          shapes.minX(green) - distance,
          shapes.minY(green) - distance,
          shapes.maxX(green) + distance,
          shapes.maxY(green) + distance,
          home -> measure(home, green));
    }
    return nearest.take();
  }

  private void measure(int home, int green) {
    double least = homes.boxDistance(home, greens.shapes(), green);
    if (least <= distance && least < nearest.get(home)) {
      nearest.offer(home, homes.distance(home, greens.shapes(), green));
    }
  }
}
