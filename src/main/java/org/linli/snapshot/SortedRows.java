package org.linli.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The first rows in an order, of those that are offered. It holds twice as many as are wanted at
 * most, and all when there is no such limit.
 */
final class SortedRows {
  private final RowOrder order;
  private final List<Block> blocks;
  private final Optional<RowOrder.Place> after;
  private final int wanted;
  private long[] rows = new long[256];
  private int size;
  private boolean settled;

  /**
   * @param after the place after which rows are wanted
   */
  SortedRows(RowOrder order, List<Block> blocks, Optional<RowOrder.Place> after, int wanted) {
    this.order = order;
    this.blocks = blocks;
    this.after = after;
    this.wanted = wanted;
  }

  void offer(int block, int row) {
    if (after.isPresent() && order.compare(blocks.get(block), row, after.get()) <= 0) {
      return;
    }
    long reference = (long) block << Integer.SIZE | row;
    if (settled && compare(reference, rows[wanted - 1]) >= 0) {
      return;
    }
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    rows[size++] = reference;
    if (size >= 2L * wanted) {
      settle();
    }
  }

  private void settle() {
    sort();
    size = Math.min(size, wanted);
    settled = size == wanted;
  }

  /** The rows in order: the block's number in the upper half, the row's in the lower. */
  long[] finish() {
    settle();
    return Arrays.copyOf(rows, size);
  }

  private int compare(long left, long right) {
    return order.compare(
        blocks.get((int) (left >> Integer.SIZE)),
        (int) left,
        blocks.get((int) (right >> Integer.SIZE)),
        (int) right);
  }

  /** Merges runs of 1, 2, 4, … rows. */
  private void sort() {
    long[] from = rows;
    long[] to = new long[rows.length];
    for (int run = 1; run < size; run *= 2) {
      for (int start = 0; start < size; start += 2 * run) {
        merge(from, to, start, Math.min(start + run, size), Math.min(start + 2 * run, size));
      }
      long[] merged = to;
      to = from;
      from = merged;
    }
    rows = from;
  }

  private void merge(long[] from, long[] to, int start, int middle, int end) {
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeLeft = right == end || left < middle && compare(from[left], from[right]) <= 0;
      to[i] = from[takeLeft ? left++ : right++];
    }
  }
}
