package org.linli.bench;

import java.util.SplittableRandom;
import org.linli.geo.TileCoord;

/** An L-shaped building: six corners, turned by the angle of its street, as closed lon-lat ring. */
final class Footprint {
  private static final double EQUATOR_METRES = 40_075_016.686;

  private Footprint() {}

  /** The seven points of a building in its plot, in degrees, x and y in turn, anticlockwise. */
  static double[] ring(double[] plot, SplittableRandom random) {
    double wide = 14 + 14 * random.nextDouble();
    double deep = 10 + 12 * random.nextDouble();
    double notchX = wide * (0.3 + 0.4 * random.nextDouble());
    double notchY = deep * (0.3 + 0.4 * random.nextDouble());
    double[] metres = {0, 0, wide, 0, wide, notchY, notchX, notchY, notchX, deep, 0, deep, 0, 0};
    double angle = Math.toRadians(30 * random.nextDouble());
    double shiftX = -wide / 2 + 6 * random.nextDouble();
    double shiftY = -deep / 2 + 6 * random.nextDouble();
    double[] ring = new double[metres.length];
    for (int i = 0; i < metres.length; i += 2) {
      place(plot, metres[i] + shiftX, metres[i + 1] + shiftY, angle, ring, i);
    }
    return ring;
  }

  private static void place(
      double[] plot, double east, double north, double angle, double[] ring, int at) {
    double metre = 1 / (EQUATOR_METRES * Math.cos(Math.toRadians(TileCoord.latitude(plot[1]))));
    double turnedEast = east * Math.cos(angle) - north * Math.sin(angle);
    double turnedNorth = east * Math.sin(angle) + north * Math.cos(angle);
    ring[at] = TileCoord.longitude(plot[0] + turnedEast * metre);
    ring[at + 1] = TileCoord.latitude(plot[1] - turnedNorth * metre);
  }
}
