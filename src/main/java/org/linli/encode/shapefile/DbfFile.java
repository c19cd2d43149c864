package org.linli.encode.shapefile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.linli.encode.Calendars;
import org.linli.encode.Decimals;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.BooleanColumn;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Column.WholeColumn;
import org.linli.snapshot.PackedText;

/**
 * The attributes of a shapefile, a dBASE III table in UTF-8: {@code .dbf}. Numbers stand to the
 * right; a missing value is blank, a missing truth a question mark. Used by one thread.
 */
final class DbfFile implements AutoCloseable {
  private static final int DESCRIPTOR_BYTES = 32;
  private static final byte VERSION = 3;
  private static final byte HEADER_END = 0x0D;
  private static final byte FILE_END = 0x1A;
  private static final int BUFFER_BYTES = 1 << 16;

  private final List<DbfField> columns;
  private final int[] offsets;
  private final byte[] record;
  private final byte[] number = new byte[64];
  private final OutputStream out;

  /**
   * @param changed the day of the data, which the header tells
   */
  DbfFile(Path file, List<DbfField> columns, int rows, LocalDate changed) throws IOException {
    this.columns = columns;
    this.offsets = new int[columns.size()];
    int width = 1;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = width;
      width += columns.get(i).width();
    }
    this.record = new byte[width];
    this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
    header(rows, changed);
  }

  private void header(int rows, LocalDate changed) throws IOException {
    int length = DESCRIPTOR_BYTES * (columns.size() + 1) + 1;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.put(VERSION).put((byte) Math.floorMod(changed.getYear() - 1900, 256));
    header.put((byte) changed.getMonthValue()).put((byte) changed.getDayOfMonth());
    header.putInt(rows).putShort((short) length).putShort((short) record.length);
    for (int i = 0; i < columns.size(); i++) {
      DbfField column = columns.get(i);
      header.position(DESCRIPTOR_BYTES * (i + 1));
      header.put(column.name().getBytes(StandardCharsets.UTF_8));
      header.put(DESCRIPTOR_BYTES * (i + 1) + 11, (byte) column.type());
      header.put(DESCRIPTOR_BYTES * (i + 1) + 16, (byte) column.width());
      header.put(DESCRIPTOR_BYTES * (i + 1) + 17, (byte) column.decimals());
    }
    header.put(length - 1, HEADER_END);
    out.write(header.array());
  }

  void add(Block block, int row) throws IOException {
    Arrays.fill(record, (byte) ' ');
    text(0, block.codes(), row);
    for (int i = 1; i < offsets.length; i++) {
      value(i, block.column(i - 1), row);
    }
    out.write(record);
  }

  private void value(int at, Column column, int row) {
    boolean missing = column.isNull(row);
    if (column instanceof BooleanColumn booleans) {
      record[offsets[at]] = (byte) (missing ? '?' : booleans.get(row) ? 'T' : 'F');
    } else if (missing) {
      return;
    } else if (column instanceof TextColumn texts) {
      text(at, texts.dictionary(), texts.id(row));
    } else if (column instanceof RealColumn reals) {
      toTheRight(at, Decimals.real(number, 0, reals.get(row)));
    } else if (column instanceof WholeColumn wholes) {
      whole(at, wholes, row);
    }
  }

  private void whole(int at, WholeColumn column, int row) {
    switch (column.type()) {
      case DATE -> day(at, column.get(row));
      case INSTANT -> {
        int length = Calendars.instant(number, 0, column.get(row));
        System.arraycopy(number, 0, record, offsets[at], Math.min(length, width(at)));
      }
      default -> toTheRight(at, Decimals.whole(number, 0, column.get(row)));
    }
  }

  private int width(int at) {
    return columns.get(at).width();
  }

  /** Days of four-digit years only; the format has no others. */
  private void day(int at, long epochDay) {
    if (Calendars.date(number, 0, epochDay) == 10) {
      System.arraycopy(number, 0, record, offsets[at], 4);
      System.arraycopy(number, 5, record, offsets[at] + 4, 2);
      System.arraycopy(number, 8, record, offsets[at] + 6, 2);
    }
  }

  private void toTheRight(int at, int length) {
    System.arraycopy(number, 0, record, offsets[at] + width(at) - length, length);
  }

  private void text(int at, PackedText texts, int index) {
    int length = Math.min(texts.length(index), width(at));
    int start = texts.start(index);
    // A character is not cut in two: UTF-8's bytes after the first begin with the bits 10.
    if (length < texts.length(index)) {
      while (length > 0 && (texts.bytes()[start + length] & 0xC0) == 0x80) {
        length--;
      }
    }
    System.arraycopy(texts.bytes(), start, record, offsets[at], length);
  }

  @Override
  public void close() throws IOException {
    out.write(FILE_END);
    out.close();
  }
}
