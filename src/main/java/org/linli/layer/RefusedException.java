package org.linli.layer;

/** A request that cannot be served as it is, for a reason that an HTTP status names. */
public final class RefusedException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final LocalText detail;

  /**
   * @param status of HTTP, 400 to 599
   * @param detail why, and what to do
   */
  public RefusedException(int status, LocalText detail) {
    super(detail.en());
    this.status = status;
    this.detail = detail;
  }

  public int status() {
    return status;
  }

  @Override
  public LocalText detail() {
    return detail;
  }
}
