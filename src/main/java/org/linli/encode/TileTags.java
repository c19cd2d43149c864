package org.linli.encode;

import java.util.Arrays;
import java.util.BitSet;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.BooleanColumn;
import org.linli.snapshot.Column.IntColumn;
import org.linli.snapshot.Column.LongColumn;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Column.WholeColumn;
import org.linli.snapshot.Geometries;
import org.linli.snapshot.PackedText;

/**
 * The values of some rows as numbers of a tile's dictionary, column by column. The rows of a tile
 * lie far apart in memory; going down a column in short loops lets the waits for them overlap,
 * which halves the time of a tile against going along the rows.
 */
final class TileTags {
  /** How many rows are taken at a time: as many as the processor's caches hold. */
  static final int ROWS = 1024;

  private static final int MISSING = -1;
  private static final long MISSING_REAL = Double.doubleToLongBits(Double.NaN);

  private final TileValues values;
  private int fields;
  private final long[] ids = new long[ROWS];
  private final long[] loaded = new long[ROWS];
  private final int[] codes = new int[ROWS];
  private int[][] numbers = {};
  private long[] order = {};
  private Block block;
  private int[] rows;
  private int from;
  private int count;

  /** What loading early found; it has no meaning but that it was needed. */
  private long sum;

  TileTags(TileValues values) {
    this.values = values;
  }

  /** Makes ready for a layer of so many fields. */
  void begin(int fieldCount) {
    fields = fieldCount;
    order = new long[fields];
    if (numbers.length < fields) {
      numbers = new int[fields][ROWS];
    }
  }

  /** How many bytes of memory are held for the next tile. */
  long heldBytes() {
    return (long) numbers.length * ROWS * Integer.BYTES;
  }

  /**
   * Takes rows of a block, at most {@link #ROWS}.
   *
   * @param blockNumber tells the block's dictionaries from another's
   */
  void take(Block taken, int blockNumber, int[] takenRows, int first, int end) {
    block = taken;
    rows = takenRows;
    from = first;
    count = end - first;
    loadGeometries(block.geometries());
    for (long next : byVariety()) {
      int field = (int) next;
      takeColumn(block.column(field), blockNumber * fields + field, numbers[field]);
    }
    takeCodes(block.codes());
  }

  /** What repeats comes first: the lower a value's number, the shorter each mention of it. */
  private long[] byVariety() {
    for (int field = 0; field < fields; field++) {
      order[field] = (long) variety(field) << 32 | field;
    }
    Arrays.sort(order);
    return order;
  }

  private int variety(int field) {
    return block.column(field) instanceof TextColumn texts ? texts.dictionary().size() : ROWS;
  }

  /** The id of the n-th row taken: a hash of its code. */
  long id(int n) {
    return ids[n];
  }

  /** The code of the n-th row taken. */
  int code(int n) {
    return codes[n];
  }

  /** The value of a field in the n-th row taken; -1 when it is missing. */
  int number(int field, int n) {
    return numbers[field][n];
  }

  private int row(int n) {
    return rows[from + n];
  }

  private void loadGeometries(Geometries geometries) {
    int[] xy = geometries.xy();
    for (int n = 0; n < count; n++) {
      int vertex = geometries.firstVertex(geometries.firstPart(row(n)));
      sum += geometries.kind(row(n)).ordinal() + (2 * vertex < xy.length ? xy[2 * vertex] : 0);
    }
  }

  private void takeCodes(PackedText texts) {
    for (int n = 0; n < count; n++) {
      ids[n] = hash(texts, row(n));
    }
    for (int n = 0; n < count; n++) {
      codes[n] = values.unique(texts, row(n));
    }
  }

  /** FNV-1a, folded to the 53 bits that JavaScript keeps. */
  private static long hash(PackedText texts, int row) {
    long hash = 0xCBF29CE484222325L;
    int end = texts.start(row) + texts.length(row);
    for (int i = texts.start(row); i < end; i++) {
      hash = (hash ^ texts.bytes()[i] & 0xFF) * 0x100000001B3L;
    }
    return (hash ^ hash >>> 53) & (1L << 53) - 1;
  }

  private void takeColumn(Column column, int source, int[] to) {
    if (column instanceof TextColumn texts) {
      takeTexts(texts, source, to);
    } else if (column instanceof WholeColumn wholes) {
      takeWholes(wholes, to);
    } else if (column instanceof RealColumn reals) {
      takeReals(reals, to);
    } else if (column instanceof BooleanColumn booleans) {
      takeBooleans(booleans, to);
    }
  }

  private void takeTexts(TextColumn column, int source, int[] to) {
    PackedText dictionary = column.dictionary();
    byte[] bytes = dictionary.bytes();
    int[] textIds = column.ids();
    for (int n = 0; n < count; n++) {
      to[n] = textIds[row(n)];
    }
    for (int n = 0; n < count; n++) {
      if (to[n] >= 0 && dictionary.length(to[n]) > 0) {
        sum += bytes[dictionary.start(to[n])];
      }
    }
    values.texts(source, dictionary, to, count);
  }

  private void takeWholes(WholeColumn column, int[] to) {
    int source =
        switch (column.type()) {
          case DATE -> TileValues.DATES;
          case INSTANT -> TileValues.INSTANTS;
          default -> TileValues.WHOLES;
        };
    load(column, to);
    for (int n = 0; n < count; n++) {
      to[n] = to[n] == MISSING ? MISSING : values.number(source, loaded[n]);
    }
  }

  private void load(WholeColumn column, int[] to) {
    if (column instanceof IntColumn ints) {
      markMissing(ints.nulls(), to);
      int[] all = ints.values();
      for (int n = 0; n < count; n++) {
        loaded[n] = all[row(n)];
      }
    } else if (column instanceof LongColumn longs) {
      markMissing(longs.nulls(), to);
      long[] all = longs.values();
      for (int n = 0; n < count; n++) {
        loaded[n] = all[row(n)];
      }
    } else {
      Arrays.fill(to, 0, count, 0);
      Arrays.fill(loaded, 0, count, column.get(row(0)));
    }
  }

  private void markMissing(BitSet nulls, int[] to) {
    Arrays.fill(to, 0, count, 0);
    if (!nulls.isEmpty()) {
      for (int n = 0; n < count; n++) {
        to[n] = nulls.get(row(n)) ? MISSING : 0;
      }
    }
  }

  private void takeReals(RealColumn column, int[] to) {
    double[] all = column.values();
    for (int n = 0; n < count; n++) {
      loaded[n] = Double.doubleToLongBits(all[row(n)]);
    }
    for (int n = 0; n < count; n++) {
      to[n] = loaded[n] == MISSING_REAL ? MISSING : values.number(TileValues.REALS, loaded[n]);
    }
  }

  private void takeBooleans(BooleanColumn column, int[] to) {
    markMissing(column.nulls(), to);
    for (int n = 0; n < count; n++) {
      int value = column.get(row(n)) ? 1 : 0;
      to[n] = to[n] == MISSING ? MISSING : values.number(TileValues.BOOLEANS, value);
    }
  }
}
