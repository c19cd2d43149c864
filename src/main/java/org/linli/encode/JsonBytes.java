package org.linli.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * JSON on its way to a stream: values are written straight into one buffer, which goes out when it
 * is full. The caller puts the commas. Used by one thread.
 */
final class JsonBytes {
  private static final int CAPACITY = 1 << 16;
  private static final int SMALL_CAPACITY = 256;
  private static final byte[] HEX = ascii("0123456789abcdef");
  private static final byte[] NULL = ascii("null");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");

  private final OutputStream out;
  private final byte[] buffer;
  private int size;

  JsonBytes(OutputStream out) {
    this(out, CAPACITY);
  }

  private JsonBytes(OutputStream out, int capacity) {
    this.out = out;
    this.buffer = new byte[capacity];
  }

  /** A key of an object with its colon. */
  static byte[] key(String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new JsonBytes(bytes, SMALL_CAPACITY).text(name).put(':').flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Makes room for so many bytes, at most {@link Decimals#MAX_LENGTH} twice. */
  private void reserve(int bytes) throws IOException {
    if (size > buffer.length - bytes) {
      flush();
    }
  }

  /** Sends what the buffer holds; the stream itself is not flushed. */
  void flush() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
  }

  JsonBytes put(char ascii) throws IOException {
    reserve(1);
    buffer[size++] = (byte) ascii;
    return this;
  }

  /** Bytes as they are. */
  JsonBytes raw(byte[] bytes) throws IOException {
    copy(bytes, 0, bytes.length);
    return this;
  }

  /** ASCII as it is. */
  JsonBytes raw(String ascii) throws IOException {
    return raw(ascii(ascii));
  }

  private void copy(byte[] bytes, int start, int length) throws IOException {
    if (length > buffer.length - size) {
      flush();
    }
    if (length > buffer.length) {
      out.write(bytes, start, length);
    } else {
      System.arraycopy(bytes, start, buffer, size, length);
      size += length;
    }
  }

  /** A text in quotes. A lone surrogate, which UTF-8 cannot hold, becomes a question mark. */
  JsonBytes text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return text(utf8, 0, utf8.length, false);
  }

  /**
   * A text in quotes.
   *
   * @param plain whether the caller knows that nothing in it needs an escape
   */
  JsonBytes text(byte[] utf8, int start, int length, boolean plain) throws IOException {
    put('"');
    if (plain) {
      copy(utf8, start, length);
    } else {
      escaped(utf8, start, start + length);
    }
    return put('"');
  }

  private void escaped(byte[] utf8, int start, int end) throws IOException {
    int from = start;
    for (int i = start; i < end; i++) {
      if (needsEscape(utf8[i])) {
        copy(utf8, from, i - from);
        escape(utf8[i]);
        from = i + 1;
      }
    }
    copy(utf8, from, end - from);
  }

  private static boolean needsEscape(byte b) {
    return b == '"' || b == '\\' || (b >= 0 && b < 0x20);
  }

  private void escape(byte b) throws IOException {
    reserve(6);
    buffer[size++] = '\\';
    switch (b) {
      case '"', '\\' -> buffer[size++] = b;
      case '\n' -> buffer[size++] = 'n';
      case '\r' -> buffer[size++] = 'r';
      case '\t' -> buffer[size++] = 't';
      default -> unicode(b);
    }
  }

  private void unicode(byte b) {
    buffer[size++] = 'u';
    buffer[size++] = '0';
    buffer[size++] = '0';
    buffer[size++] = HEX[b >> 4];
    buffer[size++] = HEX[b & 15];
  }

  JsonBytes whole(long value) throws IOException {
    reserve(Decimals.MAX_LENGTH);
    size = Decimals.whole(buffer, size, value);
    return this;
  }

  JsonBytes real(double value) throws IOException {
    reserve(Decimals.MAX_LENGTH);
    size = Decimals.real(buffer, size, value);
    return this;
  }

  JsonBytes bool(boolean value) throws IOException {
    return raw(value ? TRUE : FALSE);
  }

  JsonBytes nothing() throws IOException {
    return raw(NULL);
  }

  /** A date in quotes, by its epoch day. */
  JsonBytes date(long epochDay) throws IOException {
    reserve(Decimals.MAX_LENGTH + 2);
    buffer[size++] = '"';
    size = Calendars.date(buffer, size, epochDay);
    buffer[size++] = '"';
    return this;
  }

  /** An instant in quotes, by its epoch millisecond. */
  JsonBytes instant(long epochMillis) throws IOException {
    reserve(Decimals.MAX_LENGTH + 2);
    buffer[size++] = '"';
    size = Calendars.instant(buffer, size, epochMillis);
    buffer[size++] = '"';
    return this;
  }

  /** A position of two angles on the 1e-7° grid. */
  void gridPosition(int first, int second) throws IOException {
    reserve(2 * Decimals.MAX_LENGTH);
    buffer[size++] = '[';
    size = Decimals.grid(buffer, size, first);
    buffer[size++] = ',';
    size = Decimals.grid(buffer, size, second);
    buffer[size++] = ']';
  }

  /** A position of two finite numbers, rounded. */
  void position(double first, double second, int decimals) throws IOException {
    reserve(2 * Decimals.MAX_LENGTH);
    buffer[size++] = '[';
    size = Decimals.rounded(buffer, size, first, decimals);
    buffer[size++] = ',';
    size = Decimals.rounded(buffer, size, second, decimals);
    buffer[size++] = ']';
  }
}
