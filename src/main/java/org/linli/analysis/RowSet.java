package org.linli.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some rows of a layer, by the codes of their features, in ascending order. Immutable. */
public final class RowSet {
  public static final RowSet NONE = new RowSet(new int[0], row -> "");

  private final int[] rows;
  private final IntFunction<String> codes;

  private RowSet(int[] rows, IntFunction<String> codes) {
    this.rows = rows;
    this.codes = codes;
  }

  /** The rows of a layer that pass a test. */
  public static RowSet where(LayerRows layer, IntPredicate test) {
    return new RowSet(IntStream.range(0, layer.size()).filter(test).toArray(), layer::code);
  }

  public int size() {
    return rows.length;
  }

  public boolean isEmpty() {
    return rows.length == 0;
  }

  public boolean contains(int row) {
    return Arrays.binarySearch(rows, row) >= 0;
  }

  /** The positions of the rows in their {@link LayerRows}. */
  public IntStream rows() {
    return Arrays.stream(rows);
  }

  /** The codes of the features, ascending. */
  public List<String> codes() {
    return Arrays.stream(rows).mapToObj(codes).toList();
  }
}
