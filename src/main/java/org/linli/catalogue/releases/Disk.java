package org.linli.catalogue.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** What is done to the disk for a release, each step so that a loss of power cannot undo it. */
interface Disk {
  /** A new file; whatever its bytes, they are on the disk after {@link #settle}. */
  OutputStream create(Path file) throws IOException;

  /** Waits until a file or folder is on the disk. */
  void settle(Path path) throws IOException;

  /** Gives a folder its name: it is there whole, or not at all. */
  void rename(Path from, Path to) throws IOException;

  /** The disk of this machine. */
  final class Durable implements Disk {
    @Override
    public OutputStream create(Path file) throws IOException {
      return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void settle(Path path) throws IOException {
      boolean folder = Files.isDirectory(path);
      try (FileChannel channel =
          FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
