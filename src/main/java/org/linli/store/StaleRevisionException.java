package org.linli.store;

/** A feature was changed by somebody else since it was read. */
public final class StaleRevisionException extends StoreException {
  private static final long serialVersionUID = 1L;

  public StaleRevisionException(String message) {
    super(message);
  }
}
