package org.linli.geo;

import java.util.Arrays;

/**
 * A thinned-out sample of a file's positions as they were read, before any system is known: at most
 * 1,024, evenly spread over all that were added. Positions that are not finite, and (0, 0), which
 * stands for a missing one in many tables, are left out.
 */
public final class CoordinateSample {

  private static final int MOST = 1_024;

  private final double[] xs = new double[MOST];
  private final double[] ys = new double[MOST];
  private int size;
  private long seen;
  private long stride = 1;

  /** Adds a position: the file's first and second number, or its x and y column. */
  public void add(double x, double y) {
    boolean says = Double.isFinite(x) && Double.isFinite(y) && (x != 0 || y != 0);
    if (says && seen++ % stride == 0) {
      keep(x, y);
    }
  }

  private void keep(double x, double y) {
    xs[size] = x;
    ys[size] = y;
    if (++size == MOST) {
      for (int i = 0; i < MOST / 2; i++) {
        xs[i] = xs[2 * i];
        ys[i] = ys[2 * i];
      }
      size = MOST / 2;
      stride *= 2;
    }
  }

  public boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  double x(int i) {
    return xs[i];
  }

  double y(int i) {
    return ys[i];
  }

  double medianX() {
    return median(xs);
  }

  double medianY() {
    return median(ys);
  }

  private double median(double[] values) {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted[size / 2];
  }

  /** The share, 0 to 1, of positions that pass a test of x and y. */
  double share(PositionTest test) {
    int passed = 0;
    for (int i = 0; i < size; i++) {
      passed += test.passes(xs[i], ys[i]) ? 1 : 0;
    }
    return (double) passed / size;
  }

  /** The share, 0 to 1, of positions that a system puts where the test of lon and lat passes. */
  double share(Crs crs, PositionTest test) {
    CrsTransform transform = crs.transform();
    double[] xy = new double[2];
    return share(
        (x, y) -> {
          xy[0] = x;
          xy[1] = y;
          return isExpressible(transform, xy) && test.passes(xy[0], xy[1]);
        });
  }

  private static boolean isExpressible(CrsTransform transform, double[] xy) {
    try {
      transform.toLonLat(xy);
      return true;
    } catch (OutsideCrsException e) {
      return false;
    }
  }

  /** A test of a position. */
  @FunctionalInterface
  interface PositionTest {
    boolean passes(double x, double y);
  }
}
