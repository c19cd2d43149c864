package org.linli.catalogue.releases;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.releases.Release.ReleasedFile;

/** A file on its way to the disk, with the length and the SHA-256 of what was written. */
final class Counted extends FilterOutputStream {
  private final MessageDigest digest;
  private final Cancellation wanted;
  private long bytes;

  private Counted(OutputStream out, MessageDigest digest, Cancellation wanted) {
    super(new DigestOutputStream(new BufferedOutputStream(out, 1 << 16), digest));
    this.digest = digest;
    this.wanted = wanted;
  }

  /**
   * @param wanted may end the writing in the middle
   */
  static Counted over(OutputStream out, Cancellation wanted) {
    return new Counted(out, RowPrints.sha256(), wanted);
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    bytes++;
  }

  @Override
  public void write(byte[] source, int start, int length) throws IOException {
    wanted.check();
    out.write(source, start, length);
    bytes += length;
  }

  /** What is known of the file once it is closed. */
  ReleasedFile file(String name, String format, String mediaType) {
    return new ReleasedFile(
        name, format, mediaType, bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
