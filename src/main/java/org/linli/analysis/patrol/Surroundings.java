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
  private final Stride stride;
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
    this.stride = new Stride(reachMetres);
  }

  /**
   * Gives the buildings that the step from a to b may come within reach of.
   *
   * @param whole takes those that are within reach all the way, for certain
   * @param some takes the others
   */
  void along(double ax, double ay, double bx, double by, IntConsumer whole, IntConsumer some) {
    stride.set(ax, ay, bx, by);
    look(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    for (int i = 0; i < nearCount; i++) {
      double west = boxes[4 * i];
      double south = boxes[4 * i + 1];
      double east = boxes[4 * i + 2];
      double north = boxes[4 * i + 3];
      if (stride.misses(west, south, east, north)) {
        continue;
      }
      if (stride.isWhollyNear(west, south, east, north)) {
        whole.accept(near[i]);
      } else {
        some.accept(near[i]);
      }
    }
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
