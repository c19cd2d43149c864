package org.linli.encode.shapefile;

import org.linli.encode.Decimals;
import org.linli.layer.FieldType;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Column.WholeColumn;

/** Finds how wide a column of a dBASE table must be, by seeing all its values. */
final class DbfColumnWidth {
  /** The most that a character column takes. */
  static final int LONGEST_TEXT = 254;

  private static final int DAY_WIDTH = 8;
  private static final int INSTANT_WIDTH = 24;
  private static final int MOST_DECIMALS = 15;

  private final FieldType type;
  private final byte[] number = new byte[Decimals.MAX_LENGTH];
  private int width = 1;
  private int decimals;
  private long cut;

  DbfColumnWidth(FieldType type) {
    this.type = type;
  }

  void see(Column column, int row) {
    if (column.isNull(row)) {
      return;
    }
    if (column instanceof TextColumn texts) {
      seeText(texts.dictionary().length(texts.id(row)));
    } else if (column instanceof RealColumn reals) {
      seeReal(Decimals.real(number, 0, reals.get(row)));
    } else if (type == FieldType.INTEGER && column instanceof WholeColumn wholes) {
      width = Math.max(width, Decimals.whole(number, 0, wholes.get(row)));
    }
  }

  /** Sees a text of so many bytes. */
  void seeText(int bytes) {
    width = Math.max(width, Math.min(bytes, LONGEST_TEXT));
    cut += bytes > LONGEST_TEXT ? 1 : 0;
  }

  private void seeReal(int length) {
    width = Math.max(width, length);
    int point = 0;
    while (number[point] != '.') {
      point++;
    }
    decimals = Math.max(decimals, Math.min(length - point - 1, MOST_DECIMALS));
  }

  /** How many texts are longer than a column can be. */
  long cut() {
    return cut;
  }

  DbfField field(String name) {
    return switch (type) {
      case TEXT -> new DbfField(name, 'C', width, 0);
      case INTEGER -> new DbfField(name, 'N', width, 0);
      // With a decimal, or readers take it for a column of whole numbers.
      case REAL -> new DbfField(name, 'N', Math.max(width, 3), Math.max(decimals, 1));
      case BOOLEAN -> new DbfField(name, 'L', 1, 0);
      case DATE -> new DbfField(name, 'D', DAY_WIDTH, 0);
      case INSTANT -> new DbfField(name, 'C', INSTANT_WIDTH, 0);
    };
  }
}
