package org.linli.analysis.patrol;

import java.util.Arrays;
import org.linli.analysis.LayerRows;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;
import org.linli.snapshot.Geometries;

/**
 * The patrols' walks: runs of fixes with a place on the plane and a time. A row may have several
 * runs. A fix without a time is left out.
 */
final class Tracks {
  private final LayerRows rows;
  private final PlaneShapes shapes;
  private final long[] times;
  private final boolean[] ofDuty;
  private final RowSet kindUnknown;
  private final RowSet untimed;

  /** All rows of the duty's kind; of a layer without kinds, all rows. */
  Tracks(LayerRows rows, LocalPlanes planes, Duty duty) {
    this(rows, PlaneShapes.of(rows, planes), duty);
  }

  private Tracks(LayerRows rows, PlaneShapes shapes, Duty duty) {
    this(rows, shapes, times(rows, shapes), duty);
  }

  /**
   * Those of a changed layer.
   *
   * @param same for each row the one before that is the same walk; -1 where there is none
   */
  Tracks with(LayerRows others, int[] same, LocalPlanes planes, Duty duty) {
    PlaneShapes theirs = PlaneShapes.of(others, planes, shapes, same);
    return new Tracks(others, theirs, times(others, theirs, same), duty);
  }

  private Tracks(LayerRows rows, PlaneShapes shapes, long[] times, Duty duty) {
    this.rows = rows;
    this.shapes = shapes;
    this.times = times;
    this.ofDuty = new boolean[rows.size()];
    String[] kinds = rows.texts("kind");
    boolean hasKinds = rows.has("kind");
    for (int i = 0; i < ofDuty.length; i++) {
      ofDuty[i] = !hasKinds || duty.kind().equals(kinds[i]);
    }
    this.kindUnknown = RowSet.where(rows, i -> hasKinds && kinds[i] == null);
    this.untimed = RowSet.where(rows, i -> ofDuty[i] && !hasTimes(i));
  }

  /** The times of a changed layer; a walk that is the same has those it had. */
  private long[] times(LayerRows others, PlaneShapes theirs, int[] same) {
    long[] found = new long[theirs.vertices()];
    for (int i = 0; i < others.size(); i++) {
      if (same[i] < 0) {
        readTimes(others, i, theirs, found);
      } else {
        int from = firstVertex(shapes, same[i]);
        int count = shapes.partStart(shapes.endPart(same[i])) - from;
        System.arraycopy(times, from, found, firstVertex(theirs, i), count);
      }
    }
    return found;
  }

  private static long[] times(LayerRows rows, PlaneShapes shapes) {
    long[] found = new long[shapes.vertices()];
    for (int i = 0; i < rows.size(); i++) {
      readTimes(rows, i, shapes, found);
    }
    return found;
  }

  private static void readTimes(LayerRows rows, int i, PlaneShapes shapes, long[] into) {
    Geometries from = rows.block(i).geometries();
    int row = rows.blockRow(i);
    int end = from.firstVertex(from.endPart(row));
    int at = firstVertex(shapes, i);
    for (int v = from.firstVertex(from.firstPart(row)); v < end; v++) {
      double seconds = from.m(v);
      into[at++] = Double.isNaN(seconds) ? LayerRows.NEVER : Math.round(seconds * 1000);
    }
  }

  private static int firstVertex(PlaneShapes shapes, int row) {
    return shapes.partStart(shapes.firstPart(row));
  }

  private boolean hasTimes(int row) {
    for (int part = shapes.firstPart(row); part < shapes.endPart(row); part++) {
      for (int v = shapes.partStart(part); v < shapes.partEnd(part); v++) {
        if (times[v] != LayerRows.NEVER) {
          return true;
        }
      }
    }
    return false;
  }

  int size() {
    return rows.size();
  }

  boolean isOfDuty(int row) {
    return ofDuty[row];
  }

  PlaneShapes shapes() {
    return shapes;
  }

  long time(int vertex) {
    return times[vertex];
  }

  /** Rows that do not say which duty they serve. */
  RowSet kindUnknown() {
    return kindUnknown;
  }

  /** Rows of the duty without a single timed fix. */
  RowSet untimed() {
    return untimed;
  }

  LayerRows rows() {
    return rows;
  }

  /** The earliest timed fix of the duty; {@link Long#MAX_VALUE} when there is none. */
  long earliest() {
    return dutyTimes().filter(time -> time != LayerRows.NEVER).min().orElse(Long.MAX_VALUE);
  }

  /** The latest timed fix of a row; NEVER when it has none. */
  long latest(int row) {
    return Arrays.stream(timesOf(row)).max().orElse(LayerRows.NEVER);
  }

  /** The latest timed fix of the duty up to a moment; NEVER when there is none. */
  long latestUpTo(long moment) {
    return dutyTimes().filter(time -> time <= moment).max().orElse(LayerRows.NEVER);
  }

  private java.util.stream.LongStream dutyTimes() {
    return java.util.stream.IntStream.range(0, size())
        .filter(row -> ofDuty[row])
        .mapToObj(this::timesOf)
        .flatMapToLong(Arrays::stream);
  }

  private long[] timesOf(int row) {
    return shapes.isEmpty(row)
        ? new long[0]
        : Arrays.copyOfRange(
            times,
            shapes.partStart(shapes.firstPart(row)),
            shapes.partEnd(shapes.endPart(row) - 1));
  }

  /** A step from one timed fix to the next. */
  @FunctionalInterface
  interface StepVisitor {
    void step(int fromVertex, int toVertex, boolean isHole);
  }

  /** Gives the steps of a row's runs in order; a run of one fix is a step to itself. */
  void steps(int row, PatrolParameters parameters, StepVisitor visitor) {
    for (int part = shapes.firstPart(row); part < shapes.endPart(row); part++) {
      int previous = -1;
      int timed = 0;
      for (int v = shapes.partStart(part); v < shapes.partEnd(part); v++) {
        if (times[v] == LayerRows.NEVER) {
          continue;
        }
        if (previous >= 0) {
          visitor.step(previous, v, isHole(previous, v, parameters));
        }
        previous = v;
        timed++;
      }
      if (timed == 1) {
        visitor.step(previous, previous, false);
      }
    }
  }

  /** Too long in time, too fast, or backwards in time: nobody knows where the patrol was. */
  private boolean isHole(int from, int to, PatrolParameters parameters) {
    long millis = times[to] - times[from];
    double metres = Math.hypot(shapes.x(to) - shapes.x(from), shapes.y(to) - shapes.y(from));
    return millis < 0
        || millis > parameters.holeMillis()
        || metres * 1000 > parameters.holeMetresPerSecond() * millis;
  }
}
