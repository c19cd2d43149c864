package org.linli.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and folders that nobody but their owner can read, where the system knows owners. */
final class OwnerOnly {
  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  private OwnerOnly() {}

  /** Makes a folder, and those above it that are missing; one that is there stays as it is. */
  static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, rights(folder, FOLDER));
  }

  /** Makes an empty file; one that is there stays as it is. */
  static void makeFile(Path file) throws IOException {
    if (Files.notExists(file)) {
      Files.createFile(file, rights(file, FILE));
    }
  }

  /** Takes the rights to a folder from everybody else. */
  static void close(Path folder) throws IOException {
    if (isPosix(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER));
    }
  }

  private static FileAttribute<?>[] rights(Path path, String rights) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
