package org.linli.analysis.impact;

/**
 * What was known of a place before anything was proposed there. Whoever chose it by its hazards
 * chose it by these numbers, so that among places of the same history it is one like any other.
 *
 * @param buildings how many have their middle in it
 * @param before hazards of the first window
 * @param earlier hazards of what else there is of the two years before the proposal
 * @param around hazards of both together that its buildings would have had at the rate of those
 *     around it
 */
record History(double buildings, double before, double earlier, double around) {
  static final int TERMS = 4;

  /** In the order in which they are given up last where they say the same. */
  double[] terms() {
    return new double[] {before, buildings, earlier, around};
  }

  double bothYears() {
    return before + earlier;
  }

  /** The terms without its own hazards. */
  double[] surroundings() {
    return new double[] {0, buildings, 0, around};
  }
}
