package org.linli.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpRange;

/**
 * A part of a file (RFC 9110, 14).
 *
 * @param start its first byte, from 0
 * @param end its last byte; one less than the start when there is none
 */
record ByteRange(long start, long end) {
  static ByteRange all(long length) {
    return new ByteRange(0, length - 1);
  }

  /**
   * The one range that a {@code Range} header asks for. Empty, so that all is sent, if the header
   * asks for several or is not understood, as the standard allows.
   *
   * @return a range that may lie beyond the length: then nothing can be sent
   */
  static Optional<ByteRange> asked(String header, long length) {
    try {
      List<HttpRange> ranges = HttpRange.parseRanges(header);
      return ranges.size() == 1 ? Optional.of(of(ranges.get(0), length)) : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static ByteRange of(HttpRange range, long length) {
    return new ByteRange(range.getRangeStart(length), range.getRangeEnd(length));
  }

  boolean isWithin(long length) {
    return start < length && start <= end;
  }

  long length() {
    return end - start + 1;
  }

  /** The value of {@code Content-Range}. */
  String of(long length) {
    return "bytes " + start + "-" + end + "/" + length;
  }

  /** Writes these bytes of a file to a stream, through one small buffer. */
  void copy(FileChannel file, OutputStream out) throws IOException {
    new FilePieces(file, out).copy(this);
  }
}
