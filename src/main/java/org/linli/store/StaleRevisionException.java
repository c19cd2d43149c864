package org.linli.store;

/** A feature was changed by somebody else since it was read. */
public final class StaleRevisionException extends StoreException {
  private static final long serialVersionUID = 1L;

  public StaleRevisionException(String message) {
    super(message);
  }

  static StaleRevisionException of(String layerId, String code, int revision) {
    return new StaleRevisionException(
        "Feature %s of layer %s is not at revision %d any more: read it again, then edit it."
            .formatted(code, layerId, revision));
  }
}
