package org.linli.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.values.TextNumbers;

/**
 * Reads the values of a dBASE table's rows. Blanks are no value; what cannot be read is left out,
 * and told.
 */
final class DbfValues {
  private static final int LONGEST_LONG = 18;

  private final List<DbfColumn> columns;
  private final List<String> names;
  private final CharsetDecoder decoder;
  private final List<ImportIssue> issues = new ArrayList<>();
  private byte[] row;
  private long number;
  private int column;

  /**
   * @param names what the columns are called in issues
   */
  DbfValues(List<DbfColumn> columns, List<String> names, Charset charset) {
    this.columns = columns;
    this.names = names;
    this.decoder = charset.newDecoder();
  }

  /**
   * @param rowNumber what the row is called in issues
   */
  Object[] read(byte[] bytes, long rowNumber) {
    row = bytes;
    number = rowNumber;
    issues.clear();
    Object[] values = new Object[columns.size()];
    for (column = 0; column < values.length; column++) {
      values[column] = value(columns.get(column));
    }
    return values;
  }

  /** What there is to say of the row that was read last. */
  List<ImportIssue> issues() {
    return issues;
  }

  private Object value(DbfColumn field) {
    int end = field.end(row);
    int start = field.start(row, end);
    if (start == end) {
      return null;
    }
    if (field.isText()) {
      return text(start, end, end == field.offset() + field.length());
    }
    String plain = new String(row, start, end - start, StandardCharsets.ISO_8859_1);
    return switch (field.type()) {
      case 'D' -> day(plain);
      case 'L' -> truth(plain);
      default -> number(plain);
    };
  }

  /**
   * @param full whether it fills its column, so that the writer may have cut its last character
   */
  private String text(int start, int end, boolean full) {
    CharBuffer chars = CharBuffer.allocate(2 * (end - start) + 2);
    ByteBuffer bytes = ByteBuffer.wrap(row, start, end - start);
    CoderResult result = decoder.reset().decode(bytes, chars, !full);
    String text = chars.flip().toString().strip();
    if (result.isError()) {
      issue(IssueKind.WRONG_ENCODING, decoder.charset().name());
    } else if (bytes.hasRemaining()) {
      issue(IssueKind.TEXT_CUT, text);
    }
    return text.isEmpty() ? null : text;
  }

  private LocalDate day(String text) {
    if (text.equals("00000000")) {
      return null;
    }
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException noDay) {
      issue(IssueKind.VALUE_LEFT_OUT, text, "date");
      return null;
    }
  }

  private Boolean truth(String text) {
    switch (text) {
      case "T", "t", "Y", "y", "1":
        return Boolean.TRUE;
      case "F", "f", "N", "n", "0":
        return Boolean.FALSE;
      case "?":
        return null;
      default:
        issue(IssueKind.VALUE_LEFT_OUT, text, "boolean");
        return null;
    }
  }

  /** Stars fill a number that is none, or that was too long for its column. */
  private Object number(String text) {
    if (text.startsWith("*")) {
      return null;
    }
    if (text.matches("-?\\d+")) {
      return text.length() <= LONGEST_LONG ? (Object) Long.valueOf(text) : text;
    }
    OptionalDouble real = TextNumbers.findReal(text.replace(',', '.'));
    if (real.isPresent()) {
      return real.getAsDouble();
    }
    issue(IssueKind.VALUE_LEFT_OUT, text, "number");
    return null;
  }

  private void issue(IssueKind kind, Object... details) {
    issues.add(ImportIssue.ofValue(kind, number, names.get(column), details));
  }
}
