package org.linli.analysis.equity;

import java.util.OptionalDouble;

/**
 * What of a measure came to each community.
 *
 * @param amounts of what is known
 * @param doubted whether something came there of which nobody knows how much
 */
record Tally(double[] amounts, boolean[] doubted) {

  static Tally of(Measure measure, Belonging belonging, int peers) {
    Tally tally = new Tally(new double[peers], new boolean[peers]);
    belonging.projects().forEach(p -> tally.add(measure.value(p), belonging.of(p)));
    return tally;
  }

  private void add(OptionalDouble value, Portions portions) {
    for (int i = 0; i < portions.peers().length; i++) {
      if (value.isPresent()) {
        amounts[portions.peers()[i]] += value.getAsDouble() * portions.shares()[i];
      } else {
        doubted[portions.peers()[i]] = true;
      }
    }
    if (value.orElse(1) > 0) {
      for (int peer : portions.uncounted()) {
        doubted[peer] = true;
      }
    }
  }

  /** Whether a zero would be a guess. */
  boolean isUnknown(int peer) {
    return amounts[peer] == 0 && doubted[peer];
  }
}
