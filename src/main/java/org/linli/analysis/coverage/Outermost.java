package org.linli.analysis.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.PlaneShapes;
import org.locationtech.jts.geom.Coordinate;

/**
 * The few vertices of a layer that may be on the hull of their town: those not well inside the
 * octagon of the farthest in eight directions. A million walls have a hundred of them.
 */
final class Outermost {
  private static final double[][] DIRECTIONS = {
    {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1}
  };

  private final PlaneShapes shapes;
  private final int[] town;
  private final double[] farthest = new double[DIRECTIONS.length];
  private final double[][] corners = new double[DIRECTIONS.length][2];

  private Outermost(PlaneShapes shapes, int[] town) {
    this.shapes = shapes;
    this.town = town;
    Arrays.fill(farthest, Double.NEGATIVE_INFINITY);
    each(this::stretch);
  }

  /**
   * @param apart how many metres from west to east two towns are apart at least
   */
  static List<Coordinate> of(PlaneShapes shapes, double apart) {
    int[] fromWest =
        IntStream.range(0, shapes.size())
            .filter(i -> !shapes.isEmpty(i))
            .boxed()
            .sorted(Comparator.comparingDouble(shapes::minX))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Coordinate> outermost = new ArrayList<>();
    int first = 0;
    double east = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= fromWest.length; i++) {
      if (i == fromWest.length || i > first && shapes.minX(fromWest[i]) - east > apart) {
        new Outermost(shapes, Arrays.copyOfRange(fromWest, first, i)).addTo(outermost);
        first = i;
      }
      east = i == fromWest.length ? east : Math.max(east, shapes.maxX(fromWest[i]));
    }
    return outermost;
  }

  private interface Vertex {
    void at(double x, double y);
  }

  private void each(Vertex vertex) {
    for (int shape : town) {
      int end = shapes.partEnd(shapes.endPart(shape) - 1);
      for (int v = shapes.partStart(shapes.firstPart(shape)); v < end; v++) {
        vertex.at(shapes.x(v), shapes.y(v));
      }
    }
  }

  private void stretch(double x, double y) {
    for (int d = 0; d < DIRECTIONS.length; d++) {
      double along = x * DIRECTIONS[d][0] + y * DIRECTIONS[d][1];
      if (along > farthest[d]) {
        farthest[d] = along;
        corners[d][0] = x;
        corners[d][1] = y;
      }
    }
  }

  private void addTo(List<Coordinate> outermost) {
    each(
        (x, y) -> {
          if (!isInside(x, y)) {
            outermost.add(new Coordinate(x, y));
          }
        });
  }

  /** Whether a point is left of every side of the octagon, which runs counterclockwise. */
  private boolean isInside(double x, double y) {
    for (int d = 0; d < DIRECTIONS.length; d++) {
      double[] from = corners[d];
      double[] to = corners[(d + 1) % DIRECTIONS.length];
      boolean isSide = from[0] != to[0] || from[1] != to[1];
      double left = (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);
      if (isSide && left <= 0) {
        return false;
      }
    }
    return true;
  }
}
