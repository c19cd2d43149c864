package org.linli.analysis.patrol;

import java.util.Locale;

/** How a building stands with a duty, by r = time since the last pass ÷ the interval. */
public enum Standing {
  /** r &lt; 0.8. */
  FRESH,
  /** 0.8 ≤ r ≤ 1. */
  DUE,
  /** 1 &lt; r ≤ 2. */
  OVERDUE,
  /** r &gt; 2. */
  NEGLECTED,
  /** No pass, though watched for the interval. */
  NEVER,
  /** No pass yet, and not watched for as long as the interval, or nobody knows since when. */
  UNKNOWN,
  /** The duty is not owed to it. */
  NO_DUTY;

  static final Standing[] ALL = values();

  /** Compares in whole numbers, so that exactly 0.8 and exactly 1 are what they are. */
  static Standing after(long elapsed, long interval) {
    if (elapsed * 10 < interval * 8) {
      return FRESH;
    }
    if (elapsed <= interval) {
      return DUE;
    }
    return elapsed <= 2 * interval ? OVERDUE : NEGLECTED;
  }

  boolean isCovered() {
    return this == FRESH || this == DUE;
  }

  boolean isInGap() {
    return this == OVERDUE || this == NEGLECTED || this == NEVER;
  }

  boolean isKnown() {
    return isCovered() || isInGap();
  }

  /** As the derived layer calls it; without a duty nothing is known of it. */
  String code() {
    return (this == NO_DUTY ? UNKNOWN : this).name().toLowerCase(Locale.ROOT);
  }
}
