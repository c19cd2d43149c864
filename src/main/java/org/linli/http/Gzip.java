package org.linli.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses at a level that its maker chooses, 1 (fast) to 9 (small). */
final class Gzip extends GZIPOutputStream {
  private static final int BUFFER_BYTES = 1 << 14;

  Gzip(OutputStream out, int level) throws IOException {
    super(out, BUFFER_BYTES);
    def.setLevel(level);
  }
}
