package org.linli.geo;

import java.util.function.Consumer;

/** Inverts a map of the plane that moves each point a little, by iteration. */
final class FixedPoint {

  private static final double ENOUGH_DEGREES = 1e-11;
  private static final int MOST_ROUNDS = 50;

  private FixedPoint() {}

  /** Overwrites {@code xy} with the point that {@code forward} sends to it. */
  static void invert(Consumer<double[]> forward, double[] xy) {
    double x = xy[0];
    double y = xy[1];
    double[] image = new double[2];
    double error = Double.POSITIVE_INFINITY;
    for (int round = 0; error > ENOUGH_DEGREES && round < MOST_ROUNDS; round++) {
      image[0] = xy[0];
      image[1] = xy[1];
      forward.accept(image);
      xy[0] += x - image[0];
      xy[1] += y - image[1];
      error = Math.max(Math.abs(x - image[0]), Math.abs(y - image[1]));
    }
  }
}
