package org.linli.geo;

/** A coordinate reference system that cannot be found or used; the message says what to do. */
public final class UnknownCrsException extends IllegalArgumentException {

  UnknownCrsException(String message) {
    super(message);
  }

  UnknownCrsException(String message, Throwable cause) {
    super(message, cause);
  }
}
