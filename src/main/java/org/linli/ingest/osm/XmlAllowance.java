package org.linli.ingest.osm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what an XML parser reads from one event to the next, so that no single text or tag fills
 * the memory.
 */
final class XmlAllowance extends FilterInputStream {
  static final long LARGEST_EVENT = 10_000_000;

  private long bytes;
  private long atLastEvent;
  private boolean atEnd;

  /** One event took more than it may. */
  static final class ExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    private ExceededException() {
      super("more than " + LARGEST_EVENT + " bytes in one tag or text");
    }
  }

  XmlAllowance(InputStream in) {
    super(in);
  }

  long bytes() {
    return bytes;
  }

  /** Grants the next event its full allowance. */
  void renew() {
    atLastEvent = bytes;
  }

  /** Whether the file was read to its end. */
  boolean isAtEnd() {
    return atEnd;
  }

  private int counted(int count) throws ExceededException {
    atEnd |= count < 0;
    bytes += Math.max(count, 0);
    if (bytes - atLastEvent > LARGEST_EVENT) {
      throw new ExceededException();
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    counted(b < 0 ? -1 : 1);
    return b;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    return counted(super.read(into, offset, length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
