package org.linli.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * Walks features in the order that was asked for, which is ascending by code if none was. Starts
 * before the first: {@code while (cursor.next())}. Used by one thread.
 */
public final class RowCursor {
  private final Walk walk;
  private final Optional<Placing> placing;
  private Block block;
  private int row;

  /** Writes the place of a row in the order. */
  interface Placing {
    String place(Block block, int row);
  }

  /**
   * @param placing empty when a row's place is its code
   */
  RowCursor(Walk walk, Optional<Placing> placing) {
    this.walk = walk;
    this.placing = placing;
  }

  static RowCursor on(Block block, int row) {
    Walk nowhere = new Walk.Sorted(List.of(block), new long[0]);
    RowCursor cursor = new RowCursor(nowhere, Optional.empty());
    cursor.block = block;
    cursor.row = row;
    return cursor;
  }

  /** Moves to the next feature; false when there is none. */
  public boolean next() {
    boolean there = walk.next();
    block = walk.block();
    row = walk.row();
    return there;
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

  /**
   * The feature's place in the order, after which {@link LayerView#rowsAfter} goes on: its code,
   * and what the features are sorted by.
   */
  public String place() {
    return placing.map(order -> order.place(block, row)).orElseGet(this::code);
  }

  /** The value of the view's n-th field; null when missing. */
  public Object value(int fieldIndex) {
    return block.column(fieldIndex).value(row);
  }

  public int revision() {
    return block.revision(row);
  }
}
