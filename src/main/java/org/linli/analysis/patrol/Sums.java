package org.linli.analysis.patrol;

import org.linli.analysis.ExactSum;

/** Some sums over buildings, from which those of some buildings can be taken away again exactly. */
final class Sums {
  private final ExactSum[] sums;

  Sums(int size) {
    sums = new ExactSum[size];
    for (int i = 0; i < size; i++) {
      sums[i] = new ExactSum();
    }
  }

  void add(int which, double number) {
    sums[which].add(number);
  }

  void add(int which, long number) {
    sums[which].add(number);
  }

  double get(int which) {
    return sums[which].value();
  }

  /** The sums where some buildings, of which they were {@code gone}, now have {@code come}. */
  Sums exchanged(Sums gone, Sums come) {
    Sums exchanged = new Sums(sums.length);
    for (int i = 0; i < sums.length; i++) {
      exchanged.sums[i].add(sums[i]);
      exchanged.sums[i].subtract(gone.sums[i]);
      exchanged.sums[i].add(come.sums[i]);
    }
    return exchanged;
  }
}
