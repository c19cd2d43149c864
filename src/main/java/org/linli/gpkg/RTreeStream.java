package org.linli.gpkg;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.sql.SQLException;

/**
 * Packs the R-tree of a table from rows that come in a good order already. Nothing is kept of a row
 * in the heap; beside it four bytes, by which the leaves are written in the order of the rows.
 */
final class RTreeStream {
  private final RTreeNodes nodes;
  private final IntBuffer places;
  private final float[] cell = new float[4];
  private int next;

  /**
   * @param rows how many rows the table has, with and without a place
   */
  RTreeStream(RTreeNodes nodes, long rows) {
    this.nodes = nodes;
    int bytes = Math.toIntExact(Math.multiplyExact(rows, (long) Integer.BYTES));
    this.places = ByteBuffer.allocateDirect(bytes).asIntBuffer();
  }

  void write(PlacedRows rows) throws SQLException {
    try {
      rows.giveTo(this::take);
    } catch (Failed failed) {
      throw failed.cause;
    }
    nodes.finish();
    for (int row = 0; row < places.capacity(); row++) {
      if (places.get(row) > 0) {
        nodes.addRow(row + 1L, places.get(row) - 1L);
      }
    }
  }

  private void take(long fid, double[] box) {
    RTreeBox.put(cell, 0, box[0], box[2], box[1], box[3]);
    places.put((int) fid - 1, ++next);
    try {
      nodes.add(fid, cell, 0);
    } catch (SQLException failed) {
      throw new Failed(failed);
    }
  }

  /** Carries a failure out of the walk over the rows. */
  private static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final SQLException cause;

    Failed(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
