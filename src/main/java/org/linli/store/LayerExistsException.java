package org.linli.store;

/** There is a layer of that id already. */
public final class LayerExistsException extends StoreException {
  private static final long serialVersionUID = 1L;

  public LayerExistsException(String message) {
    super(message);
  }
}
