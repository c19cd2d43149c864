package org.linli.analysis;

/** Tells something long that nobody waits for it any more. Asked from several threads. */
@FunctionalInterface
public interface Cancellation {
  /** Never cancels. */
  Cancellation NONE = () -> false;

  boolean isCancelled();

  /**
   * @throws CancelledException if nobody waits any more
   */
  default void check() {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }
}
