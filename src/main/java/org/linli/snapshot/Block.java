package org.linli.snapshot;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.PackedRTree;
import org.linli.snapshot.Column.WholeColumn;

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
  private volatile Bounds extent;
  private final Map<Integer, WholeRange> ranges = new ConcurrentHashMap<>();

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

  /** This block with only some of its columns. */
  Block showing(int[] fieldIndexes) {
    List<Column> kept = IntStream.of(fieldIndexes).mapToObj(columns::get).toList();
    return new Block(rows, kept, geometries, tree, gone);
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

  /**
   * Reads a little of each of some rows, column after column: the processor then waits for many of
   * them at once.
   *
   * @return a number without meaning
   */
  public int fetch(int[] wanted, int from, int to) {
    int seen = 0;
    for (Column column : columns) {
      seen += column.fetch(wanted, from, to);
    }
    for (int i = from; i < to; i++) {
      seen += codes().fetch(wanted[i]);
    }
    for (int i = from; i < to; i++) {
      seen += geometries.fetch(wanted[i]);
    }
    return seen;
  }

  PackedRTree tree() {
    return tree;
  }

  /** The box of the live rows, in degrees; looked for once. */
  Bounds extent() {
    if (extent == null) {
      extent = gone.isEmpty() ? degrees(tree.extent()) : liveExtent();
    }
    return extent;
  }

  private Bounds liveExtent() {
    Bounds live = Bounds.EMPTY;
    int[] box = new int[4];
    for (int row = 0; row < size(); row++) {
      if (isLive(row)) {
        geometries.box(row, box);
        live = live.union(degrees(box));
      }
    }
    return live;
  }

  private static Bounds degrees(int[] box) {
    return box[0] > box[2]
        ? Bounds.EMPTY
        : new Bounds(
            CoordinateGrid.toDegrees(box[0]),
            CoordinateGrid.toDegrees(box[1]),
            CoordinateGrid.toDegrees(box[2]),
            CoordinateGrid.toDegrees(box[3]));
  }

  /** The least and greatest of a whole-number column's live values; looked for once. */
  WholeRange range(int fieldIndex) {
    return ranges.computeIfAbsent(fieldIndex, this::findRange);
  }

  private WholeRange findRange(int fieldIndex) {
    WholeRange range = WholeRange.NONE;
    if (columns.get(fieldIndex) instanceof WholeColumn column) {
      for (int row = 0; row < size(); row++) {
        if (isLive(row) && !column.isNull(row)) {
          range = range.with(column.get(row));
        }
      }
    }
    return range;
  }

  /** From the least to the greatest; {@code least > greatest} when there is none. */
  record WholeRange(long least, long greatest) {
    static final WholeRange NONE = new WholeRange(Long.MAX_VALUE, Long.MIN_VALUE);

    WholeRange with(long value) {
      return value >= least && value <= greatest
          ? this
          : new WholeRange(Math.min(least, value), Math.max(greatest, value));
    }

    WholeRange union(WholeRange other) {
      return new WholeRange(Math.min(least, other.least), Math.max(greatest, other.greatest));
    }

    boolean isEmpty() {
      return least > greatest;
    }
  }
}
