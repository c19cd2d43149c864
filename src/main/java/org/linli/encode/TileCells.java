package org.linli.encode;

/** Counts small features by cells of 2 × 2 pixels, of a tile that is 256 pixels wide. */
final class TileCells {
  private static final int CELL = 2 * VectorTileEncoder.PIXEL;
  private static final int CELLS = TileProjection.EXTENT / CELL;

  private int[] counts = {};

  /** Counts a feature where its middle is; one outside of the tile is its neighbour's. */
  void count(long x, long y) {
    if (x >= 0 && y >= 0 && x < TileProjection.EXTENT && y < TileProjection.EXTENT) {
      if (counts.length == 0) {
        counts = new int[CELLS * CELLS];
      }
      counts[(int) (y / CELL * CELLS + x / CELL)]++;
    }
  }

  void addTo(TileLayer layer) {
    for (int cell = 0; cell < counts.length; cell++) {
      if (counts[cell] > 0) {
        layer.addCell(middle(cell % CELLS), middle(cell / CELLS), counts[cell]);
      }
    }
  }

  private static int middle(int cell) {
    return cell * CELL + CELL / 2;
  }
}
