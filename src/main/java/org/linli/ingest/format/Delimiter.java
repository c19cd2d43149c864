package org.linli.ingest.format;

/** Finds what separates the fields of a delimited text, by its first line. */
final class Delimiter {
  private static final String CANDIDATES = ",;\t|";

  private Delimiter() {}

  /** The candidate that stands most often outside quotes; a comma if none does. */
  static char of(String firstLine) {
    char best = ',';
    for (char candidate : CANDIDATES.toCharArray()) {
      best = count(firstLine, candidate) > count(firstLine, best) ? candidate : best;
    }
    return best;
  }

  private static int count(String line, char wanted) {
    int count = 0;
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      quoted ^= c == '"';
      count += c == wanted && !quoted ? 1 : 0;
    }
    return count;
  }
}
