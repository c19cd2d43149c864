package org.linli.ingest.format;

/**
 * A column of a dBASE table.
 *
 * @param name its bytes, each as the character of that number
 * @param type C for text, N and F for numbers, D for days, L for truths
 * @param offset where in a row it begins, in bytes
 * @param length how many bytes it has
 */
record DbfColumn(String name, char type, int offset, int length) {

  boolean isText() {
    return type == 'C';
  }

  /** Others point into further files, or belong to later database programs. */
  boolean isRead() {
    return "CNFDL".indexOf(type) >= 0;
  }

  /** Where in the row the value ends, without the blanks and zero bytes that fill the column. */
  int end(byte[] row) {
    int end = offset + length;
    while (end > offset && isBlank(row[end - 1])) {
      end--;
    }
    return end;
  }

  /** Where in the row the value begins. */
  int start(byte[] row, int end) {
    int start = offset;
    while (start < end && isBlank(row[start])) {
      start++;
    }
    return start;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == 0;
  }
}
