package org.linli.encode.flatgeobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.linli.encode.Calendars;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.BooleanColumn;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Column.WholeColumn;
import org.linli.snapshot.PackedText;

/**
 * A feature's values as the format has them: each after its column's number, missing ones left out.
 * The code is column 0, the fields follow. Used by one thread.
 */
final class PropertyBytes {
  private static final int LONGEST_TIME = 32;

  private final int fields;
  private final byte[] time = new byte[LONGEST_TIME];
  private ByteBuffer bytes = ByteBuffer.allocate(1 << 10).order(ByteOrder.LITTLE_ENDIAN);

  PropertyBytes(int fields) {
    this.fields = fields;
  }

  /** The bytes of a row's values, valid until the next call. */
  ByteBuffer of(Block block, int row) {
    bytes.clear();
    text(0, block.codes(), row);
    for (int i = 0; i < fields; i++) {
      Column column = block.column(i);
      if (!column.isNull(row)) {
        value(i + 1, column, row);
      }
    }
    return bytes.flip();
  }

  private void value(int number, Column column, int row) {
    if (column instanceof TextColumn texts) {
      text(number, texts.dictionary(), texts.id(row));
    } else if (column instanceof WholeColumn wholes) {
      whole(number, wholes, row);
    } else if (column instanceof RealColumn reals) {
      start(number, Double.BYTES).putDouble(reals.get(row));
    } else if (column instanceof BooleanColumn booleans) {
      start(number, 1).put((byte) (booleans.get(row) ? 1 : 0));
    }
  }

  private void whole(int number, WholeColumn column, int row) {
    switch (column.type()) {
      case DATE -> text(number, time, 0, Calendars.date(time, 0, column.get(row)));
      case INSTANT -> text(number, time, 0, Calendars.instant(time, 0, column.get(row)));
      default -> start(number, Long.BYTES).putLong(column.get(row));
    }
  }

  private void text(int number, PackedText texts, int index) {
    text(number, texts.bytes(), texts.start(index), texts.length(index));
  }

  private void text(int number, byte[] utf8, int start, int length) {
    start(number, Integer.BYTES + length).putInt(length).put(utf8, start, length);
  }

  private ByteBuffer start(int number, int valueBytes) {
    int needed = bytes.position() + Short.BYTES + valueBytes;
    if (needed > bytes.capacity()) {
      bytes =
          ByteBuffer.allocate(Math.max(needed, 2 * bytes.capacity()))
              .order(ByteOrder.LITTLE_ENDIAN)
              .put(bytes.flip());
    }
    return bytes.putShort((short) number);
  }
}
