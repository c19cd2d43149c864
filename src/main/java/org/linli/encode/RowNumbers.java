package org.linli.encode;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Collects row numbers, each once. */
final class RowNumbers implements IntConsumer {
  /** Marks are faster than sorting if there are not more of them than so many a row. */
  private static final int DENSE = 256;

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
    int least = Integer.MAX_VALUE;
    int greatest = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      least = Math.min(least, rows[i]);
      greatest = Math.max(greatest, rows[i]);
    }
    boolean dense = size > 0 && (long) greatest - least < DENSE * (long) size;
    return dense ? marked(least, greatest) : sorted();
  }

  /** Rows that lie near each other: a mark for each, and then along the marks. */
  private int[] marked(int least, int greatest) {
    long[] marks = new long[(greatest - least >> 6) + 1];
    for (int i = 0; i < size; i++) {
      marks[rows[i] - least >> 6] |= 1L << rows[i] - least;
    }
    int[] ascending = new int[size];
    int count = 0;
    for (int word = 0; word < marks.length; word++) {
      for (long left = marks[word]; left != 0; left &= left - 1) {
        ascending[count++] = least + (word << 6) + Long.numberOfTrailingZeros(left);
      }
    }
    return ascending;
  }

  private int[] sorted() {
    int[] sorted = Arrays.copyOf(rows, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
