package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;

/**
 * The buildings about a walk, by their boxes alone: which of them a step cannot reach, which it has
 * within reach all the way, and which must be looked at edge by edge. The index is asked once for a
 * neighbourhood, which serves several steps. Used by one thread.
 */
final class Surroundings {
  private static final double NEIGHBOURHOOD_METRES = 60;
  private final PlaneShapes buildings;
  private final PlaneIndex index;
  private final double reach;
  private int[] near = new int[64];

  /** Four doubles a building of {@link #near}: minX, minY, maxX, maxY. */
  private double[] boxes = new double[4 * near.length];

  private int nearCount;
  private double knownMinX = 1;
  private double knownMinY = 1;
  private double knownMaxX = -1;
  private double knownMaxY = -1;

  Surroundings(PlaneShapes buildings, PlaneIndex index, double reachMetres) {
    this.buildings = buildings;
    this.index = index;
    this.reach = reachMetres;
  }

  /**
   * Gives the buildings that the step from a to b may come within reach of.
   *
   * @param whole takes those that are within reach all the way, for certain
   * @param some takes the others
   */
  void along(double ax, double ay, double bx, double by, IntConsumer whole, IntConsumer some) {
    double minX = Math.min(ax, bx);
    double minY = Math.min(ay, by);
    double maxX = Math.max(ax, bx);
    double maxY = Math.max(ay, by);
    look(minX, minY, maxX, maxY);
    double length = Math.hypot(bx - ax, by - ay);
    double normalX = length == 0 ? 0 : (ay - by) / length;
    double normalY = length == 0 ? 0 : (bx - ax) / length;
    double slantX = Math.abs(normalX) / 2;
    double slantY = Math.abs(normalY) / 2;
    for (int i = 0; i < nearCount; i++) {
      double west = boxes[4 * i];
      double south = boxes[4 * i + 1];
      double east = boxes[4 * i + 2];
      double north = boxes[4 * i + 3];
      if (west - reach > maxX
          || east + reach < minX
          || south - reach > maxY
          || north + reach < minY) {
        continue;
      }
      double aside = normalX * ((west + east) / 2 - ax) + normalY * ((south + north) / 2 - ay);
      if (Math.abs(aside) > reach + slantX * (east - west) + slantY * (north - south)) {
        continue;
      }
      if (isWhollyNear(ax, ay, bx, by, west, south, east, north)) {
        whole.accept(near[i]);
      } else {
        some.accept(near[i]);
      }
    }
  }

  /**
   * Whether both ends of the step are within reach of both corners of one side of the box. A
   * footprint touches each side somewhere, and whoever is near both corners is near all between;
   * being near both is convex, so what holds at the ends holds in between.
   */
  private boolean isWhollyNear(
      double ax,
      double ay,
      double bx,
      double by,
      double west,
      double south,
      double east,
      double north) {
    double square = reach * reach;
    boolean southWest = isNear(ax, ay, bx, by, west, south, square);
    boolean northEast = isNear(ax, ay, bx, by, east, north, square);
    return (southWest || northEast)
        && (southWest && isNear(ax, ay, bx, by, west, north, square)
            || southWest && isNear(ax, ay, bx, by, east, south, square)
            || northEast && isNear(ax, ay, bx, by, west, north, square)
            || northEast && isNear(ax, ay, bx, by, east, south, square));
  }

  private static boolean isNear(
      double ax, double ay, double bx, double by, double x, double y, double square) {
    return (ax - x) * (ax - x) + (ay - y) * (ay - y) <= square
        && (bx - x) * (bx - x) + (by - y) * (by - y) <= square;
  }

  private void look(double minX, double minY, double maxX, double maxY) {
    if (minX >= knownMinX && minY >= knownMinY && maxX <= knownMaxX && maxY <= knownMaxY) {
      return;
    }
    knownMinX = minX - NEIGHBOURHOOD_METRES;
    knownMinY = minY - NEIGHBOURHOOD_METRES;
    knownMaxX = maxX + NEIGHBOURHOOD_METRES;
    knownMaxY = maxY + NEIGHBOURHOOD_METRES;
    nearCount = 0;
    index.search(
        knownMinX - reach, knownMinY - reach, knownMaxX + reach, knownMaxY + reach, this::addNear);
  }

  private void addNear(int building) {
    if (nearCount == near.length) {
      near = Arrays.copyOf(near, 2 * nearCount);
      boxes = Arrays.copyOf(boxes, 8 * nearCount);
    }
    near[nearCount] = building;
    boxes[4 * nearCount] = buildings.minX(building);
    boxes[4 * nearCount + 1] = buildings.minY(building);
    boxes[4 * nearCount + 2] = buildings.maxX(building);
    boxes[4 * nearCount + 3] = buildings.maxY(building);
    nearCount++;
  }
}
