package org.linli.gpkg;

/** A stored geometry cannot be read; the message says why, without the row it was in. */
public final class MalformedGeometryException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedGeometryException(String message) {
    super(message);
  }

  MalformedGeometryException(String message, Throwable cause) {
    super(message, cause);
  }
}
