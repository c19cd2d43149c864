package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Comma-separated values (RFC 4180) on their way to a stream. The caller puts commas and line ends.
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, and so does one
 * that begins with apostrophes before such a sign, so that whoever takes one apostrophe away has
 * each text again. Used by one thread.
 */
public final class CsvBytes extends TextBytes<CsvBytes> {
  public CsvBytes(OutputStream out) {
    super(out, CAPACITY);
  }

  @Override
  protected CsvBytes self() {
    return this;
  }

  public CsvBytes endLine() throws IOException {
    return put('\r').put('\n');
  }

  /** A text, quoted and disarmed where it must be. */
  public CsvBytes text(String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return text(utf8, 0, utf8.length);
  }

  /** A text, quoted and disarmed where it must be. */
  public CsvBytes text(byte[] utf8, int start, int length) throws IOException {
    int end = start + length;
    boolean armed = isArmed(utf8, start, end);
    if (!armed && length > 0 && !needsQuotes(utf8, start, end)) {
      copy(utf8, start, length);
      return this;
    }
    put('"');
    if (armed) {
      put('\'');
    }
    quoted(utf8, start, end);
    return put('"');
  }

  private static boolean isArmed(byte[] utf8, int start, int end) {
    int first = start;
    while (first < end && utf8[first] == '\'') {
      first++;
    }
    return first < end && isTrigger(utf8[first]);
  }

  /** What makes a spreadsheet read a cell as a formula (OWASP, "CSV Injection"). */
  private static boolean isTrigger(byte b) {
    return switch (b) {
      case '=', '+', '-', '@', '\t', '\r' -> true;
      default -> false;
    };
  }

  private static boolean needsQuotes(byte[] utf8, int start, int end) {
    if (utf8[start] == ' ' || utf8[end - 1] == ' ') {
      return true;
    }
    for (int i = start; i < end; i++) {
      byte b = utf8[i];
      if (b == ',' || b == '"' || b == '\n' || b == '\r') {
        return true;
      }
    }
    return false;
  }

  private void quoted(byte[] utf8, int start, int end) throws IOException {
    int from = start;
    for (int i = start; i < end; i++) {
      if (utf8[i] == '"') {
        copy(utf8, from, i + 1 - from);
        from = i;
      }
    }
    copy(utf8, from, end - from);
  }
}
