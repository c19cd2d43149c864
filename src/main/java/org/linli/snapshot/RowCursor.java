package org.linli.snapshot;

/**
 * Walks features in ascending order of code. Starts before the first: {@code while
 * (cursor.next())}. Used by one thread.
 */
public final class RowCursor {
  private final BlockCursor base;
  private final BlockCursor overlay;
  private Block block;
  private int row;
  private boolean started;

  RowCursor(BlockCursor base, BlockCursor overlay) {
    this.base = base;
    this.overlay = overlay;
  }

  static RowCursor on(Block block, int row) {
    RowCursor cursor = new RowCursor(BlockCursor.none(block), BlockCursor.none(block));
    cursor.started = true;
    cursor.block = block;
    cursor.row = row;
    return cursor;
  }

  RowCursor after(byte[] code) {
    base.seekAfter(code);
    overlay.seekAfter(code);
    return this;
  }

  /** Moves to the next feature; false when there is none. */
  public boolean next() {
    if (!started) {
      started = true;
      base.next();
      overlay.next();
    } else if (block == base.block()) {
      base.next();
    } else {
      overlay.next();
    }
    BlockCursor first = first();
    block = first.block();
    row = first.row();
    return first.hasRow();
  }

  private BlockCursor first() {
    if (!overlay.hasRow()) {
      return base;
    }
    return base.hasRow() && base.compareTo(overlay) < 0 ? base : overlay;
  }

  /** Where the feature is kept. */
  public Block block() {
    return block;
  }

  /** The feature's row in {@link #block}. */
  public int row() {
    return row;
  }

  public String code() {
    return block.codes().get(row);
  }

  /** The value of the view's n-th field; null when missing. */
  public Object value(int fieldIndex) {
    return block.column(fieldIndex).value(row);
  }

  public int revision() {
    return block.revision(row);
  }
}
