package org.linli.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some rows of one layer, in ascending order of their codes. Immutable. */
public final class RowSet {
  /** No rows of no layer. */
  public static final RowSet NONE = new RowSet(Optional.empty(), new int[0]);

  private final Optional<LayerRows> layer;
  private final int[] rows;

  private RowSet(Optional<LayerRows> layer, int[] rows) {
    this.layer = layer;
    this.rows = rows;
  }

  /** The rows of a layer that pass a test. */
  public static RowSet where(LayerRows layer, IntPredicate test) {
    return new RowSet(Optional.of(layer), IntStream.range(0, layer.size()).filter(test).toArray());
  }

  /**
   * @param rows positions in the layer, ascending; given away
   */
  public static RowSet of(LayerRows layer, int[] rows) {
    return new RowSet(Optional.of(layer), rows);
  }

  /** The layer that they are of; empty for {@link #NONE}. */
  public Optional<LayerRows> layer() {
    return layer;
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
    return layer.map(from -> Arrays.stream(rows).mapToObj(from::code).toList()).orElse(List.of());
  }
}
