package org.linli.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.linli.layer.RefusedException;

/**
 * A file that one thread writes while any number of others read it, each at its own pace: what is
 * written waits in the file, never in memory, and a slow reader holds up nobody.
 */
final class GrowingFile {
  private final Path path;
  private final FileChannel channel;
  private long length;
  private boolean whole;
  private boolean wanted = true;
  private Throwable failure;

  GrowingFile(Path path) throws IOException {
    this.path = path;
    this.channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** The writer learns by this that there is no reader any more. */
  static final class UnwantedException extends IOException {
    private static final long serialVersionUID = 1L;

    UnwantedException() {
      super("Nobody reads this any more.");
    }
  }

  Path path() {
    return path;
  }

  /**
   * Where the writer writes. Closing it does nothing: only {@link #finish} makes the file whole.
   */
  OutputStream writer() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int start, int count) throws IOException {
        append(ByteBuffer.wrap(bytes, start, count));
      }
    };
  }

  private void append(ByteBuffer bytes) throws IOException {
    requireWanted();
    int count = bytes.remaining();
    for (long at = length(); bytes.hasRemaining(); ) {
      at += channel.write(bytes, at);
    }
    grow(count);
  }

  private synchronized void requireWanted() throws UnwantedException {
    if (!wanted) {
      throw new UnwantedException();
    }
  }

  private synchronized void grow(int count) {
    length += count;
    notifyAll();
  }

  /** How many bytes there are by now. */
  synchronized long length() {
    return length;
  }

  /** Tells the readers that this is all. */
  synchronized void finish() {
    whole = true;
    notifyAll();
  }

  /** Tells the readers that there will be no more, although it is not all. */
  synchronized void breakOff(Throwable cause) {
    failure = cause;
    notifyAll();
  }

  /** Tells the writer that nobody reads any more. */
  synchronized void abandon() {
    wanted = false;
  }

  /** Brings what was written to the disk itself. */
  void force() throws IOException {
    channel.force(false);
  }

  synchronized boolean isWhole() {
    return whole;
  }

  /**
   * Waits until the file is longer than a position, or whole.
   *
   * @return the length then
   * @throws IOException if the writer broke off
   * @throws RefusedException if the writer found that this cannot be made
   */
  synchronized long awaitBeyond(long position) throws IOException {
    try {
      while (length <= position && !whole && failure == null) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("The wait for an export was interrupted.", interrupted);
    }
    if (failure instanceof RefusedException refused) {
      throw refused;
    }
    if (failure != null) {
      throw new IOException("The making of an export broke off.", failure);
    }
    return length;
  }

  /** Writes all bytes to a stream, the later ones as they come. */
  void copyTo(OutputStream out) throws IOException {
    FilePieces pieces = new FilePieces(channel, out);
    long position = 0;
    for (long end = awaitBeyond(0); position < end; end = awaitBeyond(position)) {
      pieces.copy(new ByteRange(position, end - 1));
      position = end;
    }
  }

  /** Writes a range of a file that is whole. */
  void copyTo(OutputStream out, ByteRange range) throws IOException {
    range.copy(channel, out);
  }

  void close() throws IOException {
    channel.close();
  }
}
