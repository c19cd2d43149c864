package org.linli.encode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.linli.snapshot.PackedText;

/** JSON on its way to a stream. The caller puts the commas. Used by one thread. */
final class JsonBytes extends TextBytes<JsonBytes> {
  private static final int SMALL_CAPACITY = 256;

  /** One in each of eight bytes. */
  private static final long ONES = 0x0101010101010101L;

  private static final byte[] NULL = ascii("null");
  private static final byte[][] ESCAPES = escapes();

  JsonBytes(OutputStream out) {
    this(out, CAPACITY);
  }

  JsonBytes(OutputStream out, int capacity) {
    super(out, capacity);
  }

  /** With room for a value or two before they go out. */
  static JsonBytes small(OutputStream out) {
    return new JsonBytes(out, SMALL_CAPACITY);
  }

  @Override
  protected JsonBytes self() {
    return this;
  }

  /** A key of an object with its colon, and with what comes before it. */
  static byte[] key(String separator, String name) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      small(bytes).raw(separator).text(name).put(':').flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  /** A text in quotes. A lone surrogate, which UTF-8 cannot hold, becomes a question mark. */
  JsonBytes text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return text(utf8, 0, utf8.length, false);
  }

  /** A text of many in quotes. */
  JsonBytes text(PackedText texts, int number) throws IOException {
    return text(texts.bytes(), texts.start(number), texts.length(number), texts.isPlain());
  }

  /**
   * @param plain whether the caller knows that nothing in it needs an escape
   */
  private JsonBytes text(byte[] utf8, int start, int length, boolean plain) throws IOException {
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
    for (int i = plainUntil(utf8, start, end); i < end; i++) {
      if (needsEscape(utf8[i])) {
        copy(utf8, from, i - from);
        raw(ESCAPES[utf8[i]]);
        from = i + 1;
      }
    }
    copy(utf8, from, end - from);
  }

  /** Up to where eight bytes at a time have none that needs an escape. */
  private static int plainUntil(byte[] utf8, int start, int end) {
    int next = start;
    while (next <= end - Long.BYTES && isPlain((long) EIGHT_BYTES.get(utf8, next))) {
      next += Long.BYTES;
    }
    return next;
  }

  /**
   * Whether none of eight bytes needs an escape: each is lessened so that it borrows if it does.
   */
  private static boolean isPlain(long eight) {
    long quote = eight ^ ONES * '"';
    long backslash = eight ^ ONES * '\\';
    long borrows =
        (eight - ONES * 0x20) & ~eight | (quote - ONES) & ~quote | (backslash - ONES) & ~backslash;
    return (borrows & ONES * 0x80) == 0;
  }

  private static boolean needsEscape(byte b) {
    return b == '"' || b == '\\' || (b >= 0 && b < 0x20);
  }

  private static byte[][] escapes() {
    byte[][] escapes = new byte['\\' + 1][];
    for (int control = 0; control < 0x20; control++) {
      escapes[control] = ascii("\\u%04x".formatted(control));
    }
    escapes['\n'] = ascii("\\n");
    escapes['\r'] = ascii("\\r");
    escapes['\t'] = ascii("\\t");
    escapes['"'] = ascii("\\\"");
    escapes['\\'] = ascii("\\\\");
    return escapes;
  }

  JsonBytes nothing() throws IOException {
    return raw(NULL);
  }

  /** A date in quotes, by its epoch day. */
  JsonBytes date(long epochDay) throws IOException {
    return put('"').plainDate(epochDay).put('"');
  }

  /** An instant in quotes, by its epoch millisecond. */
  JsonBytes instant(long epochMillis) throws IOException {
    return put('"').plainInstant(epochMillis).put('"');
  }

  /** A position of two finite numbers, rounded. */
  void position(double first, double second, int decimals) throws IOException {
    put('[').rounded(first, decimals).put(',').rounded(second, decimals).put(']');
  }
}
