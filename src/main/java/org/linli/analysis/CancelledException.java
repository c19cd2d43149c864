package org.linli.analysis;

/** Something long was given up, since nobody waits for it any more. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CancelledException() {
    super("It was cancelled.");
  }
}
