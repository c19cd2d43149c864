package org.linli.bench;

import java.nio.charset.StandardCharsets;

/** Counts how often a word occurs in bytes that pass by. Its first byte must not occur again. */
final class WordCount implements KeptAliveClient.Sink {
  private final byte[] word;
  private int matched;
  private long occurrences;

  WordCount(String word) {
    this.word = word.getBytes(StandardCharsets.UTF_8);
  }

  /** Counts features of GeoJSON, each of which is one polygon. */
  static WordCount ofPolygons() {
    return new WordCount("Polygon\"");
  }

  @Override
  public void take(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == word[matched]) {
        matched++;
      } else {
        matched = bytes[i] == word[0] ? 1 : 0;
      }
      if (matched == word.length) {
        occurrences++;
        matched = 0;
      }
    }
  }

  long occurrences() {
    return occurrences;
  }

  void require(long expected, String what) {
    if (occurrences != expected) {
      throw new IllegalStateException(what + " has " + occurrences + " features, not " + expected);
    }
  }
}
