package org.linli.analysis.impact;

import java.util.OptionalDouble;

/** θ, the hazards of a site after, over those that would have come without any effect. */
sealed interface RateRatio permits PlainRatio, HistoryRatio {

  History site();

  /** T1; no whole number where one asks what would have been seen. */
  double after();

  default double before() {
    return site().before();
  }

  default double total() {
    return before() + after();
  }

  /** What would have come after without any effect. */
  double expected();

  /** θ̂; empty when nothing would have come. */
  OptionalDouble estimate();

  /** Whether chance may have made this of a true θ, at 95 %. */
  boolean allows(double theta);

  /** How many more came than a true θ would have given, as a pool weighs it. */
  double surplus(double theta);

  /** Every θ that chance allows. */
  Interval interval();

  /** 1 − the lower bound that a site would have had on which the project had no effect. */
  double smallestReductionShown();
}
