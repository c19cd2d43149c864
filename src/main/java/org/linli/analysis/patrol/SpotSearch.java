package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.linli.analysis.Cancellation;
import org.linli.analysis.patrol.EmptySpot.Ground;
import org.locationtech.jts.geom.Envelope;

/**
 * How an {@link EmptySpot} was found, and what else came near to being it: when obstacles come, all
 * places are nearer to one or as near as before, so that only the squares that might now be the
 * best have to be looked into again. Immutable.
 */
final class SpotSearch {
  private static final double HALF_DIAGONAL = Math.sqrt(0.5);
  private static final int ROOTS_EACH_WAY = 16;
  private static final int LOOK_EVERY = 256;

  /** So many squares are kept for the next search; few of them are ever looked into. */
  private static final int REMEMBERED = 1 << 14;

  private final Ground ground;
  private final Optional<EmptySpot> spot;

  /** Squares that were not divided, the most promising first. */
  private final Square[] rest;

  /** What the others may hold at most. */
  private final double forgotten;

  private SpotSearch(
      Ground ground, Optional<EmptySpot> spot, Square[] rest, double forgottenMetres) {
    this.ground = ground;
    this.spot = spot;
    this.rest = rest;
    this.forgotten = forgottenMetres;
  }

  /** How far a place is from all obstacles. */
  @FunctionalInterface
  interface Clearance {
    double metres(double x, double y);
  }

  static SpotSearch of(Ground ground, Clearance clearance, Cancellation cancellation) {
    return new Run(ground, clearance, cancellation).all();
  }

  /** The spot; empty where there is no ground. */
  Optional<EmptySpot> spot() {
    return spot;
  }

  /**
   * The same with more obstacles.
   *
   * @param clearance nowhere more than before
   */
  SpotSearch with(Clearance clearance, Cancellation cancellation) {
    Run run = new Run(ground, clearance, cancellation);
    run.again(rest);
    return run.best == null || run.best.metres() <= forgotten
        ? of(ground, clearance, cancellation)
        : new SpotSearch(ground, Optional.of(run.best), rest, forgotten);
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

  /** One search. */
  private static final class Run {
    private final Ground ground;
    private final Clearance clearance;
    private final Cancellation cancellation;
    private final PriorityQueue<Square> open = new PriorityQueue<>();
    private final PriorityQueue<Square> rest = new PriorityQueue<>(Comparator.reverseOrder());
    private double forgotten = Double.NEGATIVE_INFINITY;
    private int looks;
    private EmptySpot best;

    Run(Ground ground, Clearance clearance, Cancellation cancellation) {
      this.ground = ground;
      this.clearance = clearance;
      this.cancellation = cancellation;
    }

    SpotSearch all() {
      begin();
      while (!open.isEmpty() && mayBeBetter(open.peek())) {
        look(open.poll());
      }
      open.forEach(this::remember);
      Square[] squares = rest.toArray(Square[]::new);
      Arrays.sort(squares);
      return new SpotSearch(ground, Optional.ofNullable(best), squares, forgotten);
    }

    /** Looks into those squares of an earlier search that may be better now than all others. */
    void again(Square[] known) {
      for (int next = 0; ; ) {
        boolean isKnown =
            next < known.length && (open.isEmpty() || known[next].compareTo(open.peek()) < 0);
        Square square = isKnown ? known[next] : open.peek();
        if (square == null || !mayBeBetter(square)) {
          return;
        }
        if (isKnown) {
          next++;
          measure(square.level, square.column, square.row);
        } else {
          look(open.poll());
        }
      }
    }

    private void begin() {
      Envelope all = ground.envelope();
      double longest = Math.max(all.getWidth(), all.getHeight());
      int level = Math.max(1, Math.getExponent(Math.max(1, longest / ROOTS_EACH_WAY)) + 1);
      double side = 1L << level;
      for (long row = at(all.getMinY(), side); row <= at(all.getMaxY(), side); row++) {
        for (long column = at(all.getMinX(), side); column <= at(all.getMaxX(), side); column++) {
          offer(new Square(level, column, row, 0));
        }
      }
    }

    private static long at(double metres, double side) {
      return (long) Math.floor(metres / side);
    }

    private boolean mayBeBetter(Square square) {
      return best == null || square.bound() >= best.metres();
    }

    private void offer(Square square) {
      if (square.level == 0
          ? ground.holds(square.x(), square.y())
          : ground.meets(square.envelope())) {
        measure(square.level, square.column, square.row);
      }
    }

    private void measure(int level, long column, long row) {
      Square unknown = new Square(level, column, row, 0);
      double metres = clearance.metres(unknown.x(), unknown.y());
      Square square = new Square(level, column, row, metres);
      if (mayBeBetter(square)) {
        open.add(square);
      } else {
        remember(square);
      }
    }

    private void look(Square square) {
      if (looks++ % LOOK_EVERY == 0) {
        cancellation.check();
      }
      if (square.level > 0) {
        for (int quarter = 0; quarter < 4; quarter++) {
          long column = 2 * square.column + quarter % 2;
          offer(new Square(square.level - 1, column, 2 * square.row + quarter / 2, 0));
        }
        return;
      }
      remember(square);
      if (best == null || isBetter(square)) {
        best = new EmptySpot(square.column, square.row, square.metres);
      }
    }

    private boolean isBetter(Square square) {
      if (square.metres != best.metres()) {
        return square.metres > best.metres();
      }
      return square.row != best.row() ? square.row < best.row() : square.column < best.column();
    }

    /** Keeps the most promising. */
    private void remember(Square square) {
      if (rest.size() < REMEMBERED) {
        rest.add(square);
        return;
      }
      Square least = square;
      if (square.compareTo(rest.peek()) < 0) {
        least = rest.poll();
        rest.add(square);
      }
      forgotten = Math.max(forgotten, least.bound());
    }
  }
}
