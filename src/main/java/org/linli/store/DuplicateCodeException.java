package org.linli.store;

/** Two features of one layer would share a code. */
public final class DuplicateCodeException extends StoreException {
  private static final long serialVersionUID = 1L;

  public DuplicateCodeException(String message) {
    super(message);
  }
}
