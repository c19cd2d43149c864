package org.linli.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.PackedRTree;
import org.locationtech.jts.geom.Envelope;

/**
 * Builds the whole R-tree of a table at once: collects the boxes, orders them along the Hilbert
 * curve, and fills SQLite's own node tables from the bottom up. Much faster than row by row.
 */
public final class RTreePacking {

  /** What lies beyond only loses its good place in the order. */
  private static final double LIMIT_STEPS = 2e9;

  /** So many steps that no angle on Earth passes the limit; what the layers themselves have. */
  private static final double STEPS_PER_DEGREE = CoordinateGrid.STEPS_PER_DEGREE;

  /** Two centimetres, so that no projected coordinate on Earth passes the limit. */
  private static final double STEPS_PER_METRE = 50;

  private final double stepsPerUnit;
  private final PackedRTree.Builder order = new PackedRTree.Builder(1024);
  private long[] fids = new long[1024];
  private float[] boxes = new float[4096];
  private int size;

  /** For boxes in degrees. */
  public RTreePacking() {
    this(true);
  }

  /**
   * @param geographic whether the boxes are in degrees, not in metres
   */
  RTreePacking(boolean geographic) {
    this.stepsPerUnit = geographic ? STEPS_PER_DEGREE : STEPS_PER_METRE;
  }

  /** Adds the box of a row that has a geometry. */
  public void add(long fid, Envelope box) {
    if (size == fids.length) {
      fids = Arrays.copyOf(fids, size * 2);
      boxes = Arrays.copyOf(boxes, size * 8);
    }
    order.add(grid(box.getMinX()), grid(box.getMinY()), grid(box.getMaxX()), grid(box.getMaxY()));
    fids[size] = fid;
    int at = 4 * size++;
    boxes[at] = down(box.getMinX());
    boxes[at + 1] = up(box.getMaxX());
    boxes[at + 2] = down(box.getMinY());
    boxes[at + 3] = up(box.getMaxY());
  }

  public int size() {
    return size;
  }

  private int grid(double value) {
    double steps = value * stepsPerUnit;
    return (int) Math.rint(Math.max(-LIMIT_STEPS, Math.min(LIMIT_STEPS, steps)));
  }

  private static float down(double value) {
    float nearest = (float) value;
    return nearest > value ? Math.nextDown(nearest) : nearest;
  }

  private static float up(double value) {
    float nearest = (float) value;
    return nearest < value ? Math.nextUp(nearest) : nearest;
  }

  /** Replaces all that the index holds, within the caller's transaction. */
  void write(Connection connection, String index) throws SQLException {
    try (RTreeNodes nodes = RTreeNodes.replacing(connection, index)) {
      int[] sorted = sorted();
      nodes.writeRows(fids, places(sorted));
      RTreeLevel level = leaves(sorted);
      while (!nodes.fitsTheRoot(level)) {
        level = nodes.writeLevel(level);
      }
      nodes.writeRoot(level);
    }
  }

  /** The numbers of the boxes in the order in which they are laid down. */
  private int[] sorted() {
    PackedRTree tree = order.finish();
    int[] extent = tree.extent();
    int[] sorted = new int[size];
    int[] filled = {0};
    tree.search(extent[0], extent[1], extent[2], extent[3], item -> sorted[filled[0]++] = item);
    return sorted;
  }

  private static int[] places(int[] sorted) {
    int[] places = new int[sorted.length];
    for (int place = 0; place < sorted.length; place++) {
      places[sorted[place]] = place;
    }
    return places;
  }

  private RTreeLevel leaves(int[] sorted) {
    RTreeLevel leaves = new RTreeLevel(size);
    for (int item : sorted) {
      leaves.add(fids[item], boxes, 4 * item);
    }
    return leaves;
  }
}
