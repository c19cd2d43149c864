package org.linli.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Brings bytes of a file to a stream, piece by piece. The one buffer lies outside of the heap: the
 * file is read into it and the server's stream takes it as it is, each without a copy in between.
 */
final class FilePieces {
  private static final int PIECE_BYTES = 1 << 16;

  private final FileChannel file;
  private final BufferSink out;
  private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE_BYTES);

  FilePieces(FileChannel file, OutputStream out) {
    this.file = file;
    this.out = BufferSink.of(out);
  }

  void copy(ByteRange range) throws IOException {
    for (long at = range.start(); at <= range.end(); ) {
      piece.clear().limit((int) Math.min(piece.capacity(), range.end() - at + 1));
      int read = file.read(piece, at);
      if (read < 0) {
        throw new EOFException("A file became shorter while it was sent.");
      }
      out.take(piece.flip());
      at += read;
    }
  }
}
