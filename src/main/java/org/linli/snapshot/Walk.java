package org.linli.snapshot;

import java.util.List;

/** A way through rows. Starts before the first. */
interface Walk {
  /** Moves to the next row; false when there is none. */
  boolean next();

  Block block();

  int row();

  /** Through both blocks in ascending order of code. */
  final class ByCode implements Walk {
    private final BlockCursor base;
    private final BlockCursor overlay;
    private BlockCursor current;

    ByCode(BlockCursor base, BlockCursor overlay) {
      this.base = base;
      this.overlay = overlay;
    }

    @Override
    public boolean next() {
      if (current == null) {
        base.next();
        overlay.next();
      } else {
        current.next();
      }
      current = first();
      return current.hasRow();
    }

    private BlockCursor first() {
      if (!overlay.hasRow()) {
        return base;
      }
      return base.hasRow() && base.compareTo(overlay) < 0 ? base : overlay;
    }

    @Override
    public Block block() {
      return current.block();
    }

    @Override
    public int row() {
      return current.row();
    }
  }

  /** Through rows that were put in order. */
  final class Sorted implements Walk {
    private final List<Block> blocks;
    private final long[] rows;
    private int at = -1;

    /**
     * @param rows the block's number in the upper half, the row's in the lower
     */
    Sorted(List<Block> blocks, long[] rows) {
      this.blocks = blocks;
      this.rows = rows;
    }

    @Override
    public boolean next() {
      at = Math.min(at + 1, rows.length);
      return at < rows.length;
    }

    @Override
    public Block block() {
      return at < rows.length ? blocks.get((int) (rows[at] >> Integer.SIZE)) : blocks.get(0);
    }

    @Override
    public int row() {
      return at < rows.length ? (int) rows[at] : -1;
    }
  }
}
