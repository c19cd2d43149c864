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
    RTreeBox.put(boxes, at, box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY());
  }

  public int size() {
    return size;
  }

  private int grid(double value) {
    double steps = value * stepsPerUnit;
    return (int) Math.rint(Math.max(-LIMIT_STEPS, Math.min(LIMIT_STEPS, steps)));
  }

  /** Replaces all that the index holds, within the caller's transaction. */
  void write(Connection connection, String index) throws SQLException {
    try (RTreeNodes nodes = RTreeNodes.replacing(connection, index, size)) {
      int[] sorted = sorted();
      int[] places = places(sorted);
      for (int item = 0; item < size; item++) {
        nodes.addRow(fids[item], places[item]);
      }
      for (int item : sorted) {
        nodes.add(fids[item], boxes, 4 * item);
      }
      nodes.finish();
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
}
