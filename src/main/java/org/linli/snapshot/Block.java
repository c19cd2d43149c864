package org.linli.snapshot;

import java.util.BitSet;
import java.util.List;
import org.linli.geo.PackedRTree;

/**
 * Rows as an audience may see them: only its columns, its geometry, its rows. Rows are in ascending
 * order of code; one that is not {@link #isLive} does not exist for the audience.
 */
public final class Block {
  private final Rows rows;
  private final List<Column> columns;
  private final Geometries geometries;
  private final PackedRTree tree;
  private final BitSet gone;

  Block(Rows rows, List<Column> columns, Geometries geometries, PackedRTree tree, BitSet gone) {
    this.rows = rows;
    this.columns = columns;
    this.geometries = geometries;
    this.tree = tree;
    this.gone = gone;
  }

  /** How many rows there are, with those that are gone. */
  public int size() {
    return rows.size();
  }

  public boolean isLive(int row) {
    return !gone.get(row);
  }

  /** This block with more rows gone. */
  Block without(BitSet dead) {
    if (dead.isEmpty()) {
      return this;
    }
    BitSet all = (BitSet) gone.clone();
    all.or(dead);
    return new Block(rows, columns, geometries, tree, all);
  }

  int liveRows() {
    return size() - gone.cardinality();
  }

  public PackedText codes() {
    return rows.codes();
  }

  public int revision(int row) {
    return rows.revisions()[row];
  }

  /** The column of the view's n-th field. */
  public Column column(int fieldIndex) {
    return columns.get(fieldIndex);
  }

  public Geometries geometries() {
    return geometries;
  }

  PackedRTree tree() {
    return tree;
  }
}
