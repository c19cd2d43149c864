package org.linli.analysis;

import java.util.Map;

/**
 * A result with what it was worked out from, so that what would be otherwise need not be worked out
 * from nothing. Never changes; thread-safe.
 */
public interface Workings {
  /** All that was found; what was not worked out yet is now. */
  AnalysisResult result();

  /**
   * Works out what was left for later.
   *
   * @throws CancelledException if nobody waits for it any more; it is then still left
   */
  default void complete(Cancellation cancellation) {}

  /**
   * What was found without the numbers for staff that take long, for who looks at one moment after
   * the other; all of it where there are none.
   */
  default AnalysisResult brief() {
    return result();
  }

  /** Whether all numbers are worked out. */
  default boolean isWhole() {
    return true;
  }

  /**
   * What would be otherwise, looked at from the same moment, if some layers were. It is the same as
   * if all had been worked out anew, and costs as little as the analysis knows how to.
   *
   * @param overlays the layers that would be otherwise, by role
   * @throws org.linli.layer.InvalidParameterException if one of them cannot be used
   * @throws CancelledException if nobody waits for the answer any more
   */
  Alternative alternative(Map<String, Overlay> overlays, Cancellation cancellation);
}
