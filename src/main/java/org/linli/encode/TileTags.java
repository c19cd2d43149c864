package org.linli.encode;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.BooleanColumn;
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

  private final TileValues values;
  private final int fields;
  private final long[] ids = new long[ROWS];
  private final long[] loaded = new long[ROWS];
  private final int[] codes = new int[ROWS];
  private final int[][] numbers;
  private Block block;
  private int[] rows;
  private int from;
  private int count;

  /** What loading early found; it has no meaning but that it was needed. */
  private long sum;

  TileTags(TileValues values, int fields) {
    this.values = values;
    this.fields = fields;
    this.numbers = new int[fields][ROWS];
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
    for (int field : byVariety()) {
      takeColumn(block.column(field), blockNumber * fields + field, numbers[field]);
    }
    takeCodes(block.codes());
  }

  /** What repeats comes first: the lower a value's number, the shorter each mention of it. */
  private int[] byVariety() {
    return IntStream.range(0, fields)
        .boxed()
        .sorted(Comparator.comparingInt(this::variety))
        .mapToInt(Integer::intValue)
        .toArray();
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
    for (int n = 0; n < count; n++) {
      to[n] = to[n] < 0 ? -1 : values.text(source, dictionary, to[n]);
    }
  }

  private void takeWholes(WholeColumn column, int[] to) {
    for (int n = 0; n < count; n++) {
      loaded[n] = column.get(row(n));
    }
    for (int n = 0; n < count; n++) {
      to[n] = column.isNull(row(n)) ? -1 : whole(column, loaded[n]);
    }
  }

  private int whole(WholeColumn column, long value) {
    return switch (column.type()) {
      case DATE -> values.date(value);
      case INSTANT -> values.instant(value);
      default -> values.whole(value);
    };
  }

  private void takeReals(RealColumn column, int[] to) {
    for (int n = 0; n < count; n++) {
      loaded[n] = Double.doubleToRawLongBits(column.get(row(n)));
    }
    for (int n = 0; n < count; n++) {
      double value = Double.longBitsToDouble(loaded[n]);
      to[n] = Double.isNaN(value) ? -1 : values.real(value);
    }
  }

  private void takeBooleans(BooleanColumn column, int[] to) {
    for (int n = 0; n < count; n++) {
      to[n] = column.isNull(row(n)) ? -1 : values.bool(column.get(row(n)));
    }
  }
}
