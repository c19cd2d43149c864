package org.linli.http;

import java.io.IOException;
import java.io.OutputStream;

/** Counts the bytes on their way to a stream, which it does not close. */
final class CountedOutput extends OutputStream {
  private final OutputStream out;
  private long bytes;

  CountedOutput(OutputStream out) {
    this.out = out;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    bytes++;
  }

  @Override
  public void write(byte[] from, int start, int length) throws IOException {
    out.write(from, start, length);
    bytes += length;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
