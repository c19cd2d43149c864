package org.linli.encode.geopackage;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.linli.encode.Selection;
import org.linli.encode.Shape;
import org.linli.geo.Bounds;
import org.linli.gpkg.PlacedRows;
import org.linli.snapshot.Block;

/**
 * The numbers that the rows of a selection have in the file, by which the file's index is packed in
 * the order of the layer's own. They lie outside the heap, four bytes a row of the layer.
 */
final class RowFids implements PlacedRows {
  private final Selection selection;
  private final Shape shape;
  private final List<Block> blocks;
  private final List<IntBuffer> fids = new ArrayList<>();
  private int next;

  /**
   * @param shape used while the rows are given
   */
  RowFids(Selection selection, Shape shape) {
    this.selection = selection;
    this.shape = shape;
    this.blocks = selection.view().blocks();
    for (Block block : blocks) {
      fids.add(ByteBuffer.allocateDirect(Integer.BYTES * block.size()).asIntBuffer());
    }
  }

  /** Gives the next number to a row. */
  void number(Block block, int row) {
    next++;
    fids.get(block == blocks.get(0) ? 0 : 1).put(row, next);
  }

  @Override
  public void giveTo(Taker taker) {
    double[] box = new double[4];
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      IntBuffer numbers = fids.get(i);
      selection
          .view()
          .search(
              block,
              Bounds.WORLD,
              row -> {
                if (numbers.get(row) > 0) {
                  shape.take(block.geometries(), row);
                  shape.box(box);
                  taker.take(numbers.get(row), box);
                }
              });
    }
  }
}
