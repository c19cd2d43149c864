package org.linli.encode;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Collects row numbers. */
final class RowNumbers implements IntConsumer {
  private int[] rows = new int[256];
  private int size;

  @Override
  public void accept(int row) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size * 2);
    }
    rows[size++] = row;
  }

  int[] ascending() {
    int[] sorted = Arrays.copyOf(rows, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
