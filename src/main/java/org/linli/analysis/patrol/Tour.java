package org.linli.analysis.patrol;

import java.util.Arrays;

/**
 * Places in the order in which one comes to them, with when, and what it is worth; the walk ends at
 * the last. Used by one thread.
 */
final class Tour {
  private final Errand errand;

  /** The first is place 0. */
  private int[] order;

  private double[] arrivals;
  private double worth;
  private double seconds;
  private long steps;

  Tour(Errand errand) {
    this.errand = errand;
    this.order = new int[] {0};
    this.arrivals = new double[] {0};
  }

  int size() {
    return order.length;
  }

  int place(int position) {
    return order[position];
  }

  double arrival(int position) {
    return arrivals[position];
  }

  /** When one leaves a position. */
  double departure(int position) {
    return position == 0 ? 0 : arrivals[position] + errand.staySeconds();
  }

  int[] order() {
    return order.clone();
  }

  double worth() {
    return worth;
  }

  /** When the last stay ends. */
  double seconds() {
    return seconds;
  }

  /** How many arrivals were worked out so far. */
  long steps() {
    return steps;
  }

  /** Counts arrivals that were worked out in trying something else. */
  void addSteps(long others) {
    steps += others;
  }

  /**
   * Goes this way instead if it is better, within the budget: worth more, or as much in less time.
   *
   * @param other given away
   */
  boolean improveTo(int[] other) {
    double[] then = new double[other.length];
    double sum = 0;
    double now = 0;
    for (int i = 1; i < other.length; i++) {
      steps++;
      then[i] = now + errand.legs().seconds(other[i - 1], other[i]);
      now = then[i] + errand.staySeconds();
      if (!(now <= errand.budgetSeconds())) {
        return false;
      }
      sum += errand.worth(other[i], then[i]);
    }
    double least = 1e-9 * Math.max(1, worth);
    boolean better = sum > worth + least || sum > worth - least && now < seconds - 1e-6;
    if (better) {
      order = other;
      arrivals = then;
      worth = sum;
      seconds = now;
    }
    return better;
  }

  int[] inserted(int position, int place) {
    int[] longer = Arrays.copyOf(order, order.length + 1);
    System.arraycopy(order, position, longer, position + 1, order.length - position);
    longer[position] = place;
    return longer;
  }

  int[] replaced(int position, int place) {
    int[] other = order.clone();
    other[position] = place;
    return other;
  }

  int[] without(int position) {
    int[] shorter = Arrays.copyOf(order, order.length - 1);
    System.arraycopy(order, position + 1, shorter, position, shorter.length - position);
    return shorter;
  }

  /** The run from one position to another backwards. */
  int[] reversed(int first, int last) {
    int[] other = order.clone();
    for (int i = first; i <= last; i++) {
      other[i] = order[first + last - i];
    }
    return other;
  }

  /**
   * A run moved elsewhere.
   *
   * @param to after which position of the rest it comes, counted without the run
   */
  int[] moved(int first, int length, int to, boolean backwards) {
    int[] rest = new int[order.length - length];
    System.arraycopy(order, 0, rest, 0, first);
    System.arraycopy(order, first + length, rest, first, rest.length - first);
    int[] other = new int[order.length];
    System.arraycopy(rest, 0, other, 0, to + 1);
    for (int i = 0; i < length; i++) {
      other[to + 1 + i] = order[backwards ? first + length - 1 - i : first + i];
    }
    System.arraycopy(rest, to + 1, other, to + 1 + length, rest.length - to - 1);
    return other;
  }
}
