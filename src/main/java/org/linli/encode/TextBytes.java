package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Text on its way to a stream: values are written straight into one buffer, which goes out when it
 * is full. Used by one thread.
 *
 * @param <T> the notation that is written
 */
public abstract class TextBytes<T extends TextBytes<T>> {
  public static final int CAPACITY = 1 << 16;

  /** A run of vertices that every buffer has room for. */
  private static final int POSITIONS_AT_ONCE = 256;

  /** A longer run of bytes is left to the machine. */
  private static final int SHORT = 48;

  /** Eight bytes as one number, the first in its lowest. */
  static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");

  private final OutputStream out;
  private final byte[] buffer;
  private int size;

  protected TextBytes(OutputStream out, int capacity) {
    this.out = out;
    this.buffer = new byte[capacity];
  }

  protected abstract T self();

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Makes room for so many bytes, of which the buffer must be capable. */
  final void reserve(int bytes) throws IOException {
    if (size > buffer.length - bytes) {
      flush();
    }
  }

  /** Sends what the buffer holds; the stream itself is not flushed. */
  public final void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  public final T put(char ascii) throws IOException {
    reserve(1);
    buffer[size++] = (byte) ascii;
    return self();
  }

  /** Bytes as they are. */
  public final T raw(byte[] bytes) throws IOException {
    copy(bytes, 0, bytes.length);
    return self();
  }

  /** ASCII as it is. */
  public final T raw(String ascii) throws IOException {
    return raw(ascii(ascii));
  }

  /** Bytes as they are. */
  public final void copy(byte[] bytes, int start, int length) throws IOException {
    if (length > buffer.length - size) {
      flush();
    }
    if (length > buffer.length) {
      out.write(bytes, start, length);
    } else {
      copyInto(buffer, bytes, start, length);
      size += length;
    }
  }

  /**
   * What is short is copied by eight bytes, which is sooner done than the machine's copy begins.
   */
  private void copyInto(byte[] to, byte[] bytes, int start, int length) {
    if (length < Long.BYTES || length > SHORT) {
      System.arraycopy(bytes, start, to, size, length);
      return;
    }
    int last = length - Long.BYTES;
    for (int i = 0; i < last; i += Long.BYTES) {
      EIGHT_BYTES.set(to, size + i, (long) EIGHT_BYTES.get(bytes, start + i));
    }
    EIGHT_BYTES.set(to, size + last, (long) EIGHT_BYTES.get(bytes, start + last));
  }

  public final T whole(long value) throws IOException {
    reserve(Decimals.MAX_LENGTH);
    size = Decimals.whole(buffer, size, value);
    return self();
  }

  public final T real(double value) throws IOException {
    reserve(Decimals.MAX_LENGTH);
    size = Decimals.real(buffer, size, value);
    return self();
  }

  public final T bool(boolean value) throws IOException {
    return raw(value ? TRUE : FALSE);
  }

  /** A date without quotes, by its epoch day. */
  public final T plainDate(long epochDay) throws IOException {
    reserve(Decimals.MAX_LENGTH);
    size = Calendars.date(buffer, size, epochDay);
    return self();
  }

  /** An instant without quotes, by its epoch millisecond. */
  public final T plainInstant(long epochMillis) throws IOException {
    reserve(Decimals.MAX_LENGTH);
    size = Calendars.instant(buffer, size, epochMillis);
    return self();
  }

  /** An angle on the 1e-7° grid. */
  public final T grid(int steps) throws IOException {
    reserve(Decimals.MAX_LENGTH);
    size = Decimals.grid(buffer, size, steps);
    return self();
  }

  /** Two angles on the 1e-7° grid. */
  public final T gridPair(int first, char between, int second) throws IOException {
    reserve(2 * Decimals.MAX_LENGTH);
    size = Decimals.grid(buffer, size, first);
    buffer[size++] = (byte) between;
    size = Decimals.grid(buffer, size, second);
    return self();
  }

  /**
   * Positions of the 1e-7° grid as JSON has them, with commas between.
   *
   * @param xy two angles for each vertex
   * @param first the first vertex
   * @param step from one vertex to the next: 1 or -1
   * @param swapped whether the second angle of a vertex comes first
   */
  final void gridPositions(int[] xy, int first, int count, int step, boolean swapped)
      throws IOException {
    int lead = swapped ? 1 : 0;
    for (int done = 0; done < count; done += POSITIONS_AT_ONCE) {
      int some = Math.min(POSITIONS_AT_ONCE, count - done);
      reserve(some * Decimals.MAX_POSITION_LENGTH + 1);
      if (done > 0) {
        buffer[size++] = ',';
      }
      size = Decimals.gridPositions(buffer, size, xy, first + step * done, some, step, lead);
    }
  }

  /** A finite number, rounded. */
  public final T rounded(double value, int decimals) throws IOException {
    reserve(Decimals.MAX_LENGTH);
    size = Decimals.rounded(buffer, size, value, decimals);
    return self();
  }
}
