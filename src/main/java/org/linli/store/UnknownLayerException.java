package org.linli.store;

/** There is no layer of that id. */
public final class UnknownLayerException extends StoreException {
  private static final long serialVersionUID = 1L;

  public UnknownLayerException(String message) {
    super(message);
  }

  static UnknownLayerException of(String layerId) {
    return new UnknownLayerException("There is no layer " + layerId + ".");
  }
}
