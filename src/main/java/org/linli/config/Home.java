package org.linli.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The folder that holds everything a portal keeps: {@code atlas.gpkg}, the staff token, where its
 * data came from, {@code cache} for finished exports, and {@code tmp} for scratch.
 */
public final class Home {
  private final Path folder;

  private Home(Path folder) {
    this.folder = folder;
  }

  /** What the first data of a home was: a demo goes only into a home that has neither. */
  public enum Origin {
    DEMO,
    OWN
  }

  /**
   * Opens a home, making the folder when it is not there.
   *
   * @throws UncheckedIOException if it cannot be made or written; the message says what to do
   */
  public static Home open(Path folder) {
    try {
      Files.createDirectories(folder);
      Home home = new Home(folder.toRealPath());
      Files.createDirectories(home.scratch());
      return home;
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "The home "
              + folder
              + " cannot be made or written: choose another with --home, or mend its rights.",
          failed);
    }
  }

  public Path folder() {
    return folder;
  }

  /** The embedded store's file. */
  public Path geoPackage() {
    return folder.resolve("atlas.gpkg");
  }

  /** For files that need not outlive the process. */
  public Path scratch() {
    return folder.resolve("tmp");
  }

  /** For files that can be made again from the store. */
  public Path cache() {
    return folder.resolve("cache");
  }

  /** Lets the libraries that unpack files of their own do so in the scratch folder. */
  public void useScratch() {
    System.setProperty("org.sqlite.tmpdir", scratch().toString());
  }

  /**
   * Removes what an earlier process left in the scratch folder. Only for the process that serves.
   */
  public void clearScratch() {
    try {
      Files.walkFileTree(scratch(), new Removal(scratch()));
    } catch (IOException failed) {
      throw new UncheckedIOException("The folder " + scratch() + " could not be cleared.", failed);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    private final Path root;

    Removal(Path root) {
      this.root = root;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path visited, IOException failed) throws IOException {
      if (!visited.equals(root)) {
        Files.deleteIfExists(visited);
      }
      return FileVisitResult.CONTINUE;
    }
  }

  /** The secret by which staff are known, made at the first call and readable by the owner only. */
  public String staffToken() {
    Path file = folder.resolve("staff-token");
    try {
      if (Files.notExists(file)) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        write(file, HexFormat.of().formatHex(secret));
      }
      return Files.readString(file).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException("The file " + file + " cannot be read or made.", failed);
    }
  }

  private static void write(Path file, String text) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(
        file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** Where this home's first data came from; empty as long as it has had none. */
  public Optional<Origin> findOrigin() {
    Path file = folder.resolve("origin");
    try {
      return Files.exists(file)
          ? Optional.of(Origin.valueOf(Files.readString(file, StandardCharsets.UTF_8).strip()))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.of(Origin.OWN);
    }
  }

  /** Notes where the first data came from; later calls change nothing. */
  public void markOrigin(Origin origin) {
    if (findOrigin().isPresent()) {
      return;
    }
    try {
      write(folder.resolve("origin"), origin.name());
    } catch (IOException failed) {
      throw new UncheckedIOException("The home " + folder + " cannot be written.", failed);
    }
  }
}
