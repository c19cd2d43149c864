package org.linli.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Some rows of one layer, in ascending order of their codes. Immutable; which they are is found
 * when it is first asked, since most numbers are read without.
 */
public final class RowSet {
  /** No rows of no layer. */
  public static final RowSet NONE = new RowSet(Optional.empty(), () -> new int[0]);

  private final Optional<LayerRows> layer;
  private Supplier<int[]> finder;
  private volatile int[] rows;

  private RowSet(Optional<LayerRows> layer, Supplier<int[]> finder) {
    this.layer = layer;
    this.finder = finder;
  }

  /**
   * The rows of a layer that pass a test.
   *
   * @param test always says the same of a row, on any thread
   */
  public static RowSet where(LayerRows layer, IntPredicate test) {
    return new RowSet(
        Optional.of(layer), () -> IntStream.range(0, layer.size()).filter(test).toArray());
  }

  /**
   * Those of some rows that pass a test.
   *
   * @param some positions in the layer, ascending; given away
   * @param test always says the same of a row, on any thread
   */
  public static RowSet where(LayerRows layer, int[] some, IntPredicate test) {
    return new RowSet(Optional.of(layer), () -> Arrays.stream(some).filter(test).toArray());
  }

  /**
   * @param rows positions in the layer, ascending; given away
   */
  public static RowSet of(LayerRows layer, int[] rows) {
    return new RowSet(Optional.of(layer), () -> rows);
  }

  private int[] found() {
    int[] known = rows;
    return known == null ? find() : known;
  }

  private synchronized int[] find() {
    if (rows == null) {
      rows = finder.get();
      finder = null;
    }
    return rows;
  }

  /** The layer that they are of; empty for {@link #NONE}. */
  public Optional<LayerRows> layer() {
    return layer;
  }

  public int size() {
    return found().length;
  }

  public boolean isEmpty() {
    return size() == 0;
  }

  public boolean contains(int row) {
    return Arrays.binarySearch(found(), row) >= 0;
  }

  /** The positions of the rows in their {@link LayerRows}. */
  public IntStream rows() {
    return Arrays.stream(found());
  }

  /** The codes of the features, ascending. */
  public List<String> codes() {
    return layer.map(from -> rows().mapToObj(from::code).toList()).orElse(List.of());
  }
}
