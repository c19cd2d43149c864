package org.linli.gpkg;

import java.nio.file.Path;

/** How SQLite is told a file whose name may hold any character. */
public final class SqliteUri {

  private SqliteUri() {}

  /** The file as {@code file:/…}, with what is special in a URI escaped. */
  public static String of(Path file) {
    return file.toAbsolutePath().toUri().toString().replaceFirst("^file:///", "file:/");
  }
}
