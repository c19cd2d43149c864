package org.linli.analysis;

import java.util.Arrays;

/** Numbers in ascending order, from which some can go and to which others can come. Immutable. */
public final class SortedValues {
  private final double[] values;

  private SortedValues(double[] values) {
    this.values = values;
  }

  /**
   * @param values in any order, none NaN; given away
   */
  public static SortedValues of(double[] values) {
    Arrays.parallelSort(values);
    return new SortedValues(values);
  }

  /**
   * The same without some and with others, in one pass.
   *
   * @param gone each of them is here
   */
  public SortedValues with(SortedValues gone, SortedValues come) {
    double[] merged = new double[values.length - gone.values.length + come.values.length];
    int size = 0;
    int left = 0;
    int next = 0;
    for (double value : values) {
      if (left < gone.values.length && Double.compare(gone.values[left], value) == 0) {
        left++;
        continue;
      }
      while (next < come.values.length && Double.compare(come.values[next], value) < 0) {
        merged[size++] = come.values[next++];
      }
      merged[size++] = value;
    }
    System.arraycopy(come.values, next, merged, size, come.values.length - next);
    return new SortedValues(merged);
  }

  public int size() {
    return values.length;
  }

  /** The number at a place from 0, the smallest. */
  public double get(int place) {
    return values[place];
  }
}
