package org.linli.analysis.patrol;

/**
 * Who waits where, and how long one may be on the way. Place 0 is where the walk begins; the others
 * are wanted.
 *
 * @param people how many wait at each place; 0 at place 0
 * @param intervalSeconds for how long a visit at each place counts: one on the way for longer than
 *     that avoids nothing there
 * @param staySeconds how long one stays at each place
 * @param budgetSeconds within which the last stay ends
 */
record Errand(
    Legs legs,
    double[] people,
    double[] intervalSeconds,
    double staySeconds,
    double budgetSeconds) {

  /** How long it takes from place to place. */
  interface Legs {
    /** The same both ways; infinite where there is no way. */
    double seconds(int from, int to);
  }

  int places() {
    return people.length;
  }

  /** What it is worth to come to a place so long after setting out, in person-seconds. */
  double worth(int place, double secondsAfter) {
    return people[place] * Math.max(0, intervalSeconds[place] - secondsAfter);
  }
}
