package org.linli.gpkg;

/** A file is no GeoPackage that can be read or written. The message is fit for a person. */
public final class GeoPackageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GeoPackageException(String message) {
    super(message);
  }

  public GeoPackageException(String message, Throwable cause) {
    super(message, cause);
  }
}
