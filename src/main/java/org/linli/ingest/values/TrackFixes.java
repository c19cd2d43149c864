package org.linli.ingest.values;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/** The fixes of one track, 32 bytes each, in the order of the file until they are sorted. */
public final class TrackFixes {
  /** Less apart than this, in degrees or metres, positions are the same. */
  private static final double SAME = 1e-7;

  private static final double MILLIS = 1_000;

  private final Object[] firstValues;
  private long[] rows = new long[64];
  private long[] millis = new long[64];
  private double[] xs = new double[64];
  private double[] ys = new double[64];
  private int size;

  /**
   * @param firstValues the columns of the first fix, which stand for the track
   */
  public TrackFixes(Object[] firstValues) {
    this.firstValues = firstValues;
  }

  public Object[] firstValues() {
    return firstValues;
  }

  /**
   * @param row where in the file the fix stands
   * @param x in the file's coordinate reference system, as is y
   */
  public void add(long row, long epochMillis, double x, double y) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      millis = Arrays.copyOf(millis, 2 * size);
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    rows[size] = row;
    millis[size] = epochMillis;
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  public int size() {
    return size;
  }

  public long row(int i) {
    return rows[i];
  }

  public long firstMillis() {
    return millis[0];
  }

  public long lastMillis() {
    return millis[size - 1];
  }

  /**
   * Puts the fixes in the order of time and keeps one of each moment, the first in the file.
   *
   * @return the rows of those that are no longer there
   */
  public long[] sort() {
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(Comparator.comparingLong(i -> millis[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    TrackFixes sorted = new TrackFixes(firstValues);
    long[] dropped = new long[size];
    int drops = 0;
    for (int i : order) {
      if (sorted.size > 0 && sorted.lastMillis() == millis[i]) {
        dropped[drops++] = rows[i];
      } else {
        sorted.add(rows[i], millis[i], xs[i], ys[i]);
      }
    }
    rows = sorted.rows;
    millis = sorted.millis;
    xs = sorted.xs;
    ys = sorted.ys;
    size = sorted.size;
    return Arrays.copyOf(dropped, drops);
  }

  /** Whether the fixes make a line: two places at least. */
  public boolean moves() {
    for (int i = 1; i < size; i++) {
      if (Math.abs(xs[i] - xs[0]) > SAME || Math.abs(ys[i] - ys[0]) > SAME) {
        return true;
      }
    }
    return false;
  }

  /** A line whose M is the time of each vertex, in epoch seconds. */
  public LineString line(GeometryFactory factory) {
    Coordinate[] vertices = new Coordinate[size];
    for (int i = 0; i < size; i++) {
      vertices[i] = new CoordinateXYM(xs[i], ys[i], millis[i] / MILLIS);
    }
    return factory.createLineString(new CoordinateArraySequence(vertices, 3, 1));
  }
}
