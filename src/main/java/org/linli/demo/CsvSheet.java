package org.linli.demo;

/**
 * Writes CSV (RFC 4180) with a header; no value of the demo needs quoting, and one that would is
 * refused.
 */
final class CsvSheet {
  private final StringBuilder out = new StringBuilder();
  private final int columns;

  CsvSheet(String... header) {
    columns = header.length;
    append(header);
  }

  void row(String... values) {
    if (values.length != columns) {
      throw new IllegalArgumentException(
          "a row of " + values.length + " in " + columns + " columns");
    }
    append(values);
  }

  private void append(String... values) {
    String line = String.join(",", values);
    if (line.indexOf('"') >= 0 || line.split(",", -1).length != columns) {
      throw new IllegalArgumentException("a value needs quoting: " + line);
    }
    out.append(line).append('\n');
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
