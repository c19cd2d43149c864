package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.linli.analysis.Cancellation;
import org.linli.analysis.PlaneGeometries;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * The ground within reach of what was walked, each place once: put together tile by tile, so that
 * another walk is a matter of the tiles that it crosses. Immutable.
 */
final class Swept {
  private static final double SIDE_METRES = 250;
  private final double reach;
  private final Map<Tile, Patch> patches;

  private Swept(double reach, Map<Tile, Patch> patches) {
    this.reach = reach;
    this.patches = new TreeMap<>(patches);
  }

  /** A square of the plane. */
  private record Tile(long column, long row) implements Comparable<Tile> {
    Envelope envelope() {
      double x = column * SIDE_METRES;
      double y = row * SIDE_METRES;
      return new Envelope(x, x + SIDE_METRES, y, y + SIDE_METRES);
    }

    @Override
    public int compareTo(Tile other) {
      return row != other.row ? Long.compare(row, other.row) : Long.compare(column, other.column);
    }
  }

  static Swept of(List<Walked> walked, double reach, Cancellation cancellation) {
    return new Swept(reach, Map.of()).plus(walked, tile -> true, cancellation);
  }

  /**
   * The same after some walks went and others came.
   *
   * @param all that there are then
   */
  Swept with(List<Walked> gone, List<Walked> come, List<Walked> all, Cancellation cancellation) {
    Set<Tile> lost = new HashSet<>(pieces(gone, tile -> true).keySet());
    Map<Tile, Patch> rest = new TreeMap<>(patches);
    rest.keySet().removeAll(lost);
    Swept kept = new Swept(reach, rest).plus(come, tile -> !lost.contains(tile), cancellation);
    return lost.isEmpty() ? kept : kept.plus(all, lost::contains, cancellation);
  }

  private Swept plus(List<Walked> walked, Predicate<Tile> where, Cancellation cancellation) {
    Map<Tile, Patch> changed = new ConcurrentHashMap<>(patches);
    pieces(walked, where).entrySet().parallelStream()
        .forEach(
            tile -> {
              cancellation.check();
              changed.compute(
                  tile.getKey(),
                  (square, known) ->
                      (known == null ? Patch.nothing() : known)
                          .plus(square.envelope(), tile.getValue()));
            });
    return new Swept(reach, changed);
  }

  double squareMetres() {
    return patches.values().stream().mapToDouble(Patch::squareMetres).sum();
  }

  /** The parts of the walks that come within reach of each tile. */
  private Map<Tile, List<Swath>> pieces(List<Walked> walked, Predicate<Tile> where) {
    Map<Tile, List<Swath>> pieces = new TreeMap<>();
    Scissors scissors = new Scissors(where, pieces);
    walked.forEach(walk -> walk.lines().forEach(scissors::cut));
    return pieces;
  }

  /** Cuts lines into runs of the segments near each tile; a run ends beyond the reach of it. */
  private final class Scissors {
    private final GeometryFactory factory = PlaneGeometries.metres();
    private final Predicate<Tile> where;
    private final Map<Tile, List<Swath>> pieces;
    private final Map<Tile, List<Coordinate>> open = new TreeMap<>();

    Scissors(Predicate<Tile> where, Map<Tile, List<Swath>> pieces) {
      this.where = where;
      this.pieces = pieces;
    }

    void cut(LineString line) {
      for (int i = 1; i < line.getNumPoints(); i++) {
        segment(line.getCoordinateN(i - 1), line.getCoordinateN(i));
      }
      open.forEach(this::close);
      open.clear();
    }

    private void segment(Coordinate from, Coordinate to) {
      Envelope near = new Envelope(from, to);
      near.expandBy(reach);
      for (long row = at(near.getMinY()); row <= at(near.getMaxY()); row++) {
        for (long column = at(near.getMinX()); column <= at(near.getMaxX()); column++) {
          Tile tile = new Tile(column, row);
          if (where.test(tile)) {
            draw(tile, from, to);
          }
        }
      }
    }

    private static long at(double metres) {
      return (long) Math.floor(metres / SIDE_METRES);
    }

    private void draw(Tile tile, Coordinate from, Coordinate to) {
      List<Coordinate> run = open.computeIfAbsent(tile, none -> new ArrayList<>());
      if (!run.isEmpty() && !run.get(run.size() - 1).equals2D(from)) {
        close(tile, run);
        run.clear();
      }
      if (run.isEmpty()) {
        run.add(from);
      }
      run.add(to);
    }

    private void close(Tile tile, List<Coordinate> run) {
      pieces
          .computeIfAbsent(tile, none -> new ArrayList<>())
          .add(new Swath(factory.createLineString(run.toArray(Coordinate[]::new)), reach));
    }
  }
}
