package org.linli.analysis;

import java.util.function.IntConsumer;

/**
 * The buildings, or other shapes, within a distance of a place, wall to edge; the limit itself is.
 */
public final class Reach {
  private final PlaneShapes shapes;
  private final PlaneIndex index;
  private final double metres;

  /**
   * @param index of the shapes
   */
  public Reach(PlaneShapes shapes, PlaneIndex index, double metres) {
    this.shapes = shapes;
    this.index = index;
    this.metres = metres;
  }

  /** Gives each of those within reach of a place on the same planes; none if it is empty. */
  public void forEach(PlaneShapes places, int place, IntConsumer found) {
    if (places.isEmpty(place)) {
      return;
    }
    index.search(
        places.minX(place) - metres,
        places.minY(place) - metres,
        places.maxX(place) + metres,
        places.maxY(place) + metres,
        shape -> {
          if (isWithin(shape, places, place)) {
            found.accept(shape);
          }
        });
  }

  /** Boxes settle most of them: too far apart even there, or near from corner to corner. */
  private boolean isWithin(int shape, PlaneShapes places, int place) {
    return shapes.boxDistance(shape, places, place) <= metres
        && (acrossBoxes(shape, places, place) <= metres
            || shapes.distance(shape, places, place) <= metres);
  }

  private double acrossBoxes(int shape, PlaneShapes places, int place) {
    double dx =
        Math.max(shapes.maxX(shape) - places.minX(place), places.maxX(place) - shapes.minX(shape));
    double dy =
        Math.max(shapes.maxY(shape) - places.minY(place), places.maxY(place) - shapes.minY(shape));
    return Math.sqrt(dx * dx + dy * dy);
  }
}
