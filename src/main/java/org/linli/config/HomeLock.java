package org.linli.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A lock on a home, held by one process at a time and let go by the system when that one ends. */
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock, if nobody has it. */
  static Optional<HomeLock> tryTake(Path file) {
    return lock(file, FileChannel::tryLock);
  }

  /**
   * Waits for another process to let go.
   *
   * @throws IllegalStateException if this process has it already
   */
  static HomeLock take(Path file) {
    return lock(file, FileChannel::lock)
        .orElseThrow(() -> new IllegalStateException("This process holds " + file + " already."));
  }

  private interface Locking {
    FileLock on(FileChannel channel) throws IOException;
  }

  private static Optional<HomeLock> lock(Path file, Locking way) {
    try {
      OwnerOnly.makeFile(file);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      try {
        if (way.on(channel) != null) {
          return Optional.of(new HomeLock(channel));
        }
      } catch (OverlappingFileLockException ours) {
        // Another part of this process has it.
      }
      channel.close();
      return Optional.empty();
    } catch (IOException failed) {
      throw HomeException.unwritable(file, failed);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("A lock could not be let go.", failed);
    }
  }
}
