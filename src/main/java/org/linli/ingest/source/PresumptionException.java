package org.linli.ingest.source;

/**
 * The rest of a file is not as its beginning let presume: it is to be opened anew, and surveyed.
 */
public final class PresumptionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PresumptionException(String what) {
    super(what, null, false, false);
  }
}
