package org.linli.bench;

import java.nio.charset.StandardCharsets;

/** Counts the features of a GeoJSON that passes by, by the word that each of them has once. */
final class FeatureCount implements KeptAliveClient.Sink {
  private static final byte[] WORD = "\"Polygon\"".getBytes(StandardCharsets.US_ASCII);

  private int matched;
  private long features;

  @Override
  public void take(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == WORD[matched]) {
        matched++;
      } else {
        matched = bytes[i] == WORD[0] ? 1 : 0;
      }
      if (matched == WORD.length) {
        features++;
        matched = 0;
      }
    }
  }

  static long in(byte[] body) {
    FeatureCount count = new FeatureCount();
    count.take(body, 0, body.length);
    return count.features;
  }

  void require(long expected, String what) {
    if (features != expected) {
      throw new IllegalStateException(what + " has " + features + " features, not " + expected);
    }
  }
}
