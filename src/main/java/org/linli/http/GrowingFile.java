package org.linli.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.linli.layer.RefusedException;

/**
 * A file that one thread writes while any number of others read it, each at its own pace, so that a
 * slow reader holds up nobody. What is written waits in the file; its beginning does so in memory
 * if it was given some, and what ends there never comes to a disk.
 */
final class GrowingFile {
  private static final Duration NO_END = Duration.ofDays(10_000);

  private final Place place;
  private final FirstBytes first;

  /** What does not fit into memory. Empty at first if there is memory. */
  private Optional<Path> path = Optional.empty();

  private FileChannel channel;
  private long length;

  /** The least that a reader waits to see exceeded; none is woken for less. */
  private long awaited = Long.MAX_VALUE;

  private boolean whole;
  private boolean wanted = true;
  private Throwable failure;

  /**
   * @param memoryBytes how many of the first bytes stay in memory
   */
  GrowingFile(Place place, int memoryBytes) throws IOException {
    this.place = place;
    this.first = new FirstBytes(memoryBytes);
    if (memoryBytes == 0) {
      open();
    }
  }

  /** Makes the file. */
  interface Place {
    Path newFile() throws IOException;
  }

  private void open() throws IOException {
    Path made = place.newFile();
    path = Optional.of(made);
    channel = FileChannel.open(made, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** The writer learns by this that there is no reader any more. */
  static final class UnwantedException extends IOException {
    private static final long serialVersionUID = 1L;

    UnwantedException() {
      super("Nobody reads this any more.");
    }
  }

  /** Where on the disk it is, for the writer; empty if all of it is in memory. */
  Optional<Path> path() {
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
        append(bytes, start, count);
      }
    };
  }

  private void append(byte[] bytes, int start, int count) throws IOException {
    requireWanted();
    int inMemory = first.add(bytes, start, count);
    if (inMemory < count) {
      appendToFile(ByteBuffer.wrap(bytes, start + inMemory, count - inMemory), length() + inMemory);
    }
    grow(count);
  }

  private void appendToFile(ByteBuffer bytes, long position) throws IOException {
    if (path.isEmpty()) {
      open();
    }
    for (long at = position - first.capacity(); bytes.hasRemaining(); ) {
      at += channel.write(bytes, at);
    }
  }

  private synchronized void requireWanted() throws UnwantedException {
    if (!wanted) {
      throw new UnwantedException();
    }
  }

  private synchronized void grow(int count) {
    length += count;
    if (length > awaited) {
      wakeReaders();
    }
  }

  /** Those that wait for more say so again. */
  private void wakeReaders() {
    awaited = Long.MAX_VALUE;
    notifyAll();
  }

  /** How many bytes there are by now. */
  synchronized long length() {
    return length;
  }

  /** Tells the readers that this is all. */
  synchronized void finish() {
    whole = true;
    wakeReaders();
  }

  /** Tells the readers that there will be no more, although it is not all. */
  synchronized void breakOff(Throwable cause) {
    failure = cause;
    wakeReaders();
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
  long awaitBeyond(long position) throws IOException {
    return awaitBeyond(position, NO_END);
  }

  /**
   * Waits a while until the file is whole or its memory is full. Most files are whole then: their
   * length can be told, and who makes them and who sends them do not contend for the processors.
   *
   * @return the length then, which may be 0
   * @throws IOException if the writer broke off
   * @throws RefusedException if the writer found that this cannot be made
   */
  long awaitWhole(Duration patience) throws IOException {
    return awaitBeyond(first.capacity(), patience);
  }

  private synchronized long awaitBeyond(long position, Duration patience) throws IOException {
    try {
      long start = System.nanoTime();
      long left = patience.toNanos();
      while (length <= position && !whole && failure == null && left > 0) {
        awaited = Math.min(awaited, position);
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = patience.toNanos() - (System.nanoTime() - start);
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
    Reader reader = new Reader(out);
    long position = 0;
    for (long end = awaitBeyond(0); position < end; end = awaitBeyond(position)) {
      reader.copy(new ByteRange(position, end - 1));
      position = end;
    }
  }

  /** Writes a range of a file that is whole. */
  void copyTo(OutputStream out, ByteRange range) throws IOException {
    new Reader(out).copy(range);
  }

  /** Brings bytes of which the writer has told to one stream. */
  private final class Reader {
    private final OutputStream out;
    private Optional<FilePieces> pieces = Optional.empty();

    Reader(OutputStream out) {
      this.out = out;
    }

    void copy(ByteRange range) throws IOException {
      long end = range.end() + 1;
      long inMemory = Math.min(end, first.capacity());
      first.copy(range.start(), inMemory, out);
      if (inMemory < end) {
        long start = Math.max(range.start(), inMemory);
        pieces().copy(new ByteRange(start - first.capacity(), range.end() - first.capacity()));
      }
    }

    private FilePieces pieces() {
      pieces = Optional.of(pieces.orElseGet(() -> new FilePieces(channel, out)));
      return pieces.get();
    }
  }

  void close() throws IOException {
    first.free();
    if (path.isPresent()) {
      channel.close();
    }
  }
}
