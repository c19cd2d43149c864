package org.linli.analysis;

import java.util.function.IntConsumer;
import org.linli.geo.PackedRTree;

/** Finds shapes by a window in metres of their plane. Boxes are kept to the centimetre, outward. */
public final class PlaneIndex {
  private static final double STEPS_PER_METRE = 100;
  private final PackedRTree tree;

  public PlaneIndex(PlaneShapes shapes) {
    PackedRTree.Builder builder = new PackedRTree.Builder(shapes.size());
    for (int i = 0; i < shapes.size(); i++) {
      if (shapes.isEmpty(i)) {
        builder.add(1, 1, 0, 0);
      } else {
        builder.add(
            floor(shapes.minX(i)),
            floor(shapes.minY(i)),
            ceiling(shapes.maxX(i)),
            ceiling(shapes.maxY(i)));
      }
    }
    this.tree = builder.finish();
  }

  private static int floor(double metres) {
    return (int) Math.floor(metres * STEPS_PER_METRE);
  }

  private static int ceiling(double metres) {
    return (int) Math.ceil(metres * STEPS_PER_METRE);
  }

  /** Gives each shape whose box touches the window, and perhaps one within 2 cm of it. */
  public void search(double minX, double minY, double maxX, double maxY, IntConsumer found) {
    tree.search(floor(minX), floor(minY), ceiling(maxX), ceiling(maxY), found);
  }

  /** All shapes but the empty ones, neighbours near each other: along a Hilbert curve. */
  public int[] inOrder() {
    int[] order = new int[tree.size()];
    int[] count = new int[1];
    tree.search(
        Integer.MIN_VALUE,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        shape -> order[count[0]++] = shape);
    return order;
  }

  /** Gives each shape whose box is at most so far from a point along both axes. */
  public void around(double x, double y, double metres, IntConsumer found) {
    search(x - metres, y - metres, x + metres, y + metres, found);
  }
}
