package org.linli.ingest.format;

import java.io.Writer;

/** Takes text up to a length, and lets go what comes after. */
final class BoundedText extends Writer {
  private final StringBuilder text = new StringBuilder();
  private final int most;
  private boolean cut;

  BoundedText(int most) {
    this.most = most;
  }

  @Override
  public void write(char[] characters, int from, int length) {
    int room = Math.min(length, most - text.length());
    text.append(characters, from, room);
    cut |= room < length;
  }

  boolean isCut() {
    return cut;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  @Override
  public void flush() {
    // It is all in memory.
  }

  @Override
  public void close() {
    // It is all in memory.
  }
}
