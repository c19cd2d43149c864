package org.linli.analysis.patrol;

import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Segments;
import org.linli.geo.PackedRTree;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * What an empty circle must not come into: what was walked in the window, and the buildings that
 * somebody was at. Immutable and thread-safe.
 */
final class Obstacles {
  private static final double STEPS_PER_METRE = 100;
  private static final double FIRST_LOOK_METRES = 2;
  private static final double FARTHEST_METRES = 4e7;
  private final Watch watch;
  private final List<Lines> lines;

  static Obstacles of(Watch watch, List<Walked> walked) {
    return new Obstacles(watch, List.of(new Lines(walked)));
  }

  private Obstacles(Watch watch, List<Lines> lines) {
    this.watch = watch;
    this.lines = lines;
  }

  /** The same where others walked too. */
  Obstacles with(Watch otherwise, List<Walked> more) {
    return new Obstacles(
        otherwise,
        java.util.stream.Stream.concat(lines.stream(), java.util.stream.Stream.of(new Lines(more)))
            .toList());
  }

  /** Metres from a point to the nearest, 0 in a building; infinite when there is none. */
  double metres(double x, double y) {
    for (double look = FIRST_LOOK_METRES; look < FARTHEST_METRES; look *= 2) {
      double least = Math.sqrt(squared(x, y, look));
      if (least <= look) {
        return least;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private double squared(double x, double y, double look) {
    double[] least = {Double.POSITIVE_INFINITY};
    for (Lines some : lines) {
      least[0] = Math.min(least[0], some.squared(x, y, look));
    }
    PlaneShapes shapes = watch.precinct().shapes();
    watch
        .precinct()
        .index()
        .around(
            x,
            y,
            look,
            b -> {
              if (boxSquared(shapes, b, x, y) < least[0] && isVisited(b)) {
                double metres = shapes.distance(b, x, y);
                least[0] = Math.min(least[0], metres * metres);
              }
            });
    return least[0];
  }

  private static double boxSquared(PlaneShapes shapes, int shape, double x, double y) {
    double dx = Math.max(0, Math.max(shapes.minX(shape) - x, x - shapes.maxX(shape)));
    double dy = Math.max(0, Math.max(shapes.minY(shape) - y, y - shapes.maxY(shape)));
    return dx * dx + dy * dy;
  }

  boolean isVisited(int building) {
    PatrolParameters parameters = watch.parameters();
    return watch.presence().touches(building, parameters.from(), parameters.asOf());
  }

  boolean areNone() {
    PlaneShapes shapes = watch.precinct().shapes();
    return lines.stream().allMatch(some -> some.ends.length == 0)
        && IntStream.range(0, shapes.size()).noneMatch(b -> !shapes.isEmpty(b) && isVisited(b));
  }

  /** Straight steps, found by a window. */
  private static final class Lines {
    /** Four doubles a step: from x, y to x, y. */
    private final double[] ends;

    private final PackedRTree tree;

    Lines(List<Walked> walked) {
      int count =
          walked.stream()
              .flatMap(walk -> walk.lines().stream())
              .mapToInt(line -> line.getNumPoints() - 1)
              .sum();
      this.ends = new double[4 * count];
      PackedRTree.Builder builder = new PackedRTree.Builder(count);
      int at = 0;
      for (Walked walk : walked) {
        for (LineString line : walk.lines()) {
          for (int i = 1; i < line.getNumPoints(); i++, at += 4) {
            add(line.getCoordinateN(i - 1), line.getCoordinateN(i), at, builder);
          }
        }
      }
      this.tree = builder.finish();
    }

    private void add(Coordinate from, Coordinate to, int at, PackedRTree.Builder builder) {
      ends[at] = from.x;
      ends[at + 1] = from.y;
      ends[at + 2] = to.x;
      ends[at + 3] = to.y;
      builder.add(
          floor(Math.min(from.x, to.x)),
          floor(Math.min(from.y, to.y)),
          ceiling(Math.max(from.x, to.x)),
          ceiling(Math.max(from.y, to.y)));
    }

    private static int floor(double metres) {
      return (int) Math.floor(metres * STEPS_PER_METRE);
    }

    private static int ceiling(double metres) {
      return (int) Math.ceil(metres * STEPS_PER_METRE);
    }

    double squared(double x, double y, double look) {
      double[] least = {Double.POSITIVE_INFINITY};
      tree.search(
          floor(x - look),
          floor(y - look),
          ceiling(x + look),
          ceiling(y + look),
          step -> {
            int at = 4 * step;
            double squared =
                Segments.squared(x, y, ends[at], ends[at + 1], ends[at + 2], ends[at + 3]);
            least[0] = Math.min(least[0], squared);
          });
      return least[0];
    }
  }
}
