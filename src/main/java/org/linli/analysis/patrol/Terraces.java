package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;
import org.linli.geo.PackedRTree;

/**
 * The buildings in rows of at most {@value #LENGTH} neighbours, which a walk passes or misses
 * together. A building's place is its number along the Hilbert curve; terrace t has the places from
 * 16 t on. Immutable and thread-safe.
 */
final class Terraces {
  static final int LENGTH = 16;
  private static final double STEPS_PER_METRE = 100;

  private final int[] buildings;

  /** Four doubles a place: minX, minY, maxX, maxY. */
  private final double[] boxes;

  /** The same for each terrace. */
  private final double[] outlines;

  private final PackedRTree tree;

  Terraces(PlaneShapes shapes, PlaneIndex index) {
    this.buildings = index.inOrder();
    this.boxes = new double[4 * buildings.length];
    this.outlines = new double[4 * ((buildings.length + LENGTH - 1) / LENGTH)];
    for (int place = 0; place < buildings.length; place++) {
      int building = buildings[place];
      boxes[4 * place] = shapes.minX(building);
      boxes[4 * place + 1] = shapes.minY(building);
      boxes[4 * place + 2] = shapes.maxX(building);
      boxes[4 * place + 3] = shapes.maxY(building);
      widen(4 * (place / LENGTH), place % LENGTH == 0, 4 * place);
    }
    this.tree = tree();
  }

  private void widen(int outline, boolean isFirst, int box) {
    if (isFirst) {
      System.arraycopy(boxes, box, outlines, outline, 4);
    } else {
      outlines[outline] = Math.min(outlines[outline], boxes[box]);
      outlines[outline + 1] = Math.min(outlines[outline + 1], boxes[box + 1]);
      outlines[outline + 2] = Math.max(outlines[outline + 2], boxes[box + 2]);
      outlines[outline + 3] = Math.max(outlines[outline + 3], boxes[box + 3]);
    }
  }

  private PackedRTree tree() {
    PackedRTree.Builder builder = new PackedRTree.Builder(count());
    for (int t = 0; t < count(); t++) {
      builder.add(
          floor(outlines[4 * t]),
          floor(outlines[4 * t + 1]),
          ceiling(outlines[4 * t + 2]),
          ceiling(outlines[4 * t + 3]));
    }
    return builder.finish();
  }

  private static int floor(double metres) {
    return (int) Math.floor(metres * STEPS_PER_METRE);
  }

  private static int ceiling(double metres) {
    return (int) Math.ceil(metres * STEPS_PER_METRE);
  }

  /** How many terraces there are. */
  int count() {
    return outlines.length / 4;
  }

  /** How many places there are: a building without a footprint has none. */
  int places() {
    return buildings.length;
  }

  /** The building at a place. */
  int building(int place) {
    return buildings[place];
  }

  /** The place of each building; -1 where it has none. */
  int[] placesOf(int allBuildings) {
    int[] places = new int[allBuildings];
    Arrays.fill(places, -1);
    for (int place = 0; place < buildings.length; place++) {
      places[buildings[place]] = place;
    }
    return places;
  }

  /** The place after a terrace's last. */
  int end(int terrace) {
    return Math.min(buildings.length, (terrace + 1) * LENGTH);
  }

  /** Gives each terrace whose outline touches the window in metres. */
  void search(double minX, double minY, double maxX, double maxY, IntConsumer found) {
    tree.search(floor(minX), floor(minY), ceiling(maxX), ceiling(maxY), found);
  }

  boolean misses(Stride stride, int terrace) {
    return misses(stride, outlines, 4 * terrace);
  }

  boolean missesPlace(Stride stride, int place) {
    return misses(stride, boxes, 4 * place);
  }

  private static boolean misses(Stride stride, double[] from, int at) {
    return stride.misses(from[at], from[at + 1], from[at + 2], from[at + 3]);
  }

  boolean isWhollyNear(Stride stride, int place) {
    int at = 4 * place;
    return stride.isWhollyNear(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
  }
}
