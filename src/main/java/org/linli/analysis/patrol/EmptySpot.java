package org.linli.analysis.patrol;

import java.util.Optional;
import java.util.PriorityQueue;
import org.linli.analysis.Cancellation;
import org.linli.analysis.PlaneGeometries;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The middle of the square metre of an area that is farthest from all obstacles; of those as far
 * the first from south, then from west. Squares are halved, the most promising first, as long as
 * they may hold a better one; no point of the area is farther by more than 0.71 m. Which one it is
 * does not depend on how it was searched, unlike with a search that stops near the best: so the
 * spot stays where it is as long as no new obstacle comes nearer to it.
 */
record EmptySpot(long column, long row, double metres) {
  private static final double HALF_DIAGONAL = Math.sqrt(0.5);
  private static final int ROOTS_EACH_WAY = 16;
  private static final int LOOK_EVERY = 256;

  double x() {
    return column + 0.5;
  }

  double y() {
    return row + 0.5;
  }

  /** The area that a spot may be in. Thread-safe. */
  static final class Ground {
    private final Geometry area;
    private final PreparedGeometry prepared;
    private final IndexedPointInAreaLocator locator;

    /**
     * @param area polygons, in metres
     */
    Ground(Geometry area) {
      this.area = area;
      this.prepared = PreparedGeometryFactory.prepare(area);
      this.locator = new IndexedPointInAreaLocator(area);
    }

    private boolean mayHold(Square square) {
      return square.level == 0
          ? locator.locate(new Coordinate(square.x(), square.y())) != Location.EXTERIOR
          : prepared.intersects(PlaneGeometries.metres().toGeometry(square.envelope()));
    }
  }

  /** A square of 2^level metres; {@code bound} is the most that any spot in it can be off. */
  private record Square(int level, long column, long row, double metres)
      implements Comparable<Square> {
    double side() {
      return 1L << level;
    }

    double x() {
      return (column + 0.5) * side();
    }

    double y() {
      return (row + 0.5) * side();
    }

    double bound() {
      return metres + (side() - 1) * HALF_DIAGONAL;
    }

    Envelope envelope() {
      double side = side();
      return new Envelope(column * side, (column + 1) * side, row * side, (row + 1) * side);
    }

    @Override
    public int compareTo(Square other) {
      return Double.compare(other.bound(), bound());
    }
  }

  static Optional<EmptySpot> find(Ground ground, Obstacles obstacles, Cancellation cancellation) {
    return new Search(ground, obstacles, cancellation).found();
  }

  /** Looks for the best spot. */
  private static final class Search {
    private final Ground ground;
    private final Obstacles obstacles;
    private final Cancellation cancellation;
    private final PriorityQueue<Square> open = new PriorityQueue<>();
    private EmptySpot best;

    Search(Ground ground, Obstacles obstacles, Cancellation cancellation) {
      this.ground = ground;
      this.obstacles = obstacles;
      this.cancellation = cancellation;
      begin();
      for (int i = 0; !open.isEmpty() && mayBeBetter(open.peek()); i++) {
        if (i % LOOK_EVERY == 0) {
          cancellation.check();
        }
        look(open.poll());
      }
    }

    Optional<EmptySpot> found() {
      return Optional.ofNullable(best);
    }

    private void begin() {
      Envelope all = ground.area.getEnvelopeInternal();
      double longest = Math.max(all.getWidth(), all.getHeight());
      int level = Math.max(1, Math.getExponent(Math.max(1, longest / ROOTS_EACH_WAY)) + 1);
      double side = 1L << level;
      for (long row = at(all.getMinY(), side); row <= at(all.getMaxY(), side); row++) {
        for (long column = at(all.getMinX(), side); column <= at(all.getMaxX(), side); column++) {
          offer(level, column, row);
        }
      }
    }

    private static long at(double metres, double side) {
      return (long) Math.floor(metres / side);
    }

    private boolean mayBeBetter(Square square) {
      return best == null || square.bound() >= best.metres;
    }

    private void offer(int level, long column, long row) {
      Square unknown = new Square(level, column, row, 0);
      if (ground.mayHold(unknown)) {
        double metres = obstacles.metres(unknown.x(), unknown.y());
        Square square = new Square(level, column, row, metres);
        if (mayBeBetter(square)) {
          open.add(square);
        }
      }
    }

    private void look(Square square) {
      if (square.level > 0) {
        for (int quarter = 0; quarter < 4; quarter++) {
          offer(square.level - 1, 2 * square.column + quarter % 2, 2 * square.row + quarter / 2);
        }
      } else if (best == null || isBetter(square)) {
        best = new EmptySpot(square.column, square.row, square.metres);
      }
    }

    private boolean isBetter(Square square) {
      if (square.metres != best.metres) {
        return square.metres > best.metres;
      }
      return square.row != best.row ? square.row < best.row : square.column < best.column;
    }
  }
}
