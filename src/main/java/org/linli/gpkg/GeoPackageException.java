package org.linli.gpkg;

import java.nio.file.Path;
import java.util.Optional;

/** A file is no GeoPackage that can be read or written. The message is fit for a person. */
public final class GeoPackageException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String missingTable;

  public GeoPackageException(String message) {
    this(message, (Throwable) null);
  }

  public GeoPackageException(String message, Throwable cause) {
    super(message, cause);
    this.missingTable = null;
  }

  private GeoPackageException(String message, String missingTable) {
    super(message);
    this.missingTable = missingTable;
  }

  /** The file is an SQLite database, but lacks a table that makes it a GeoPackage. */
  static GeoPackageException notOne(Path file, String missingTable) {
    return new GeoPackageException(
        file.getFileName()
            + " is an SQLite file but no GeoPackage: it has no table "
            + missingTable
            + ".",
        missingTable);
  }

  /** The table without which the SQLite database is no GeoPackage, if that is what is wrong. */
  public Optional<String> missingTable() {
    return Optional.ofNullable(missingTable);
  }
}
