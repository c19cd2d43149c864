package org.linli.analysis.patrol;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.linli.analysis.Cancellation;

/**
 * Finds a walk that is worth much within its time: built by two greedy rules, each then improved by
 * putting in, exchanging, reversing and moving places until nothing helps or enough was tried. (The
 * orienteering problem is NP-hard; see Vansteenwegen et al., European Journal of Operational
 * Research 209, 2011.) The same errand always gives the same walk. Ties go to the smallest place.
 */
final class Orienteering {
  /** Arrivals worked out in improving one walk, give or take one round of trying. */
  static final long MOST_STEPS = 10_000_000;

  private static final int LONGEST_RUN = 3;

  private final Errand errand;
  private final Cancellation cancellation;
  private long steps;

  Orienteering(Errand errand, Cancellation cancellation) {
    this.errand = errand;
    this.cancellation = cancellation;
  }

  /** How many arrivals were worked out so far. */
  long steps() {
    return steps;
  }

  /** The best walk found, which is never worse than one step after the other greedily. */
  Tour best() {
    Tour best = new Tour(errand);
    List<Consumer<Tour>> rules = List.of(this::goOn, this::putIn);
    for (Consumer<Tour> rule : rules) {
      Tour tour = new Tour(errand);
      rule.accept(tour);
      improve(tour);
      steps += tour.steps();
      best = tour.worth() > best.worth() ? tour : best;
    }
    return best;
  }

  /** Always next to where the worth by time is greatest. */
  private void goOn(Tour tour) {
    BitSet visited = new BitSet();
    for (int next = 0; next >= 0; ) {
      cancellation.check();
      visited.set(next);
      int last = tour.size() - 1;
      double now = tour.departure(last);
      int from = tour.place(last);
      next = -1;
      double most = 0;
      for (int place = 1; place < errand.places(); place++) {
        if (!visited.get(place)) {
          double leg = errand.legs().seconds(from, place);
          double rate = rate(errand.worth(place, now + leg), leg + errand.staySeconds());
          if (rate > most && now + leg + errand.staySeconds() <= errand.budgetSeconds()) {
            most = rate;
            next = place;
          }
        }
      }
      if (next < 0 || !tour.improveTo(tour.inserted(tour.size(), next))) {
        return;
      }
    }
  }

  /** A place right here comes before all others, the more it is worth the sooner. */
  private static double rate(double worth, double seconds) {
    return worth / Math.max(seconds, 1e-3);
  }

  /** Puts in where the worth by time added is greatest, until nothing fits. */
  private void putIn(Tour tour) {
    while (putOneIn(tour)) {
      cancellation.check();
    }
  }

  private boolean putOneIn(Tour tour) {
    BitSet visited = visited(tour);
    double slack = errand.budgetSeconds() - tour.seconds();
    int bestPlace = -1;
    int bestPosition = -1;
    double most = 0;
    double after = 0;
    for (int position = tour.size(); position > 0; position--) {
      tour.addSteps(errand.places());
      for (int place = 1; place < errand.places(); place++) {
        if (!visited.get(place)) {
          double there = errand.legs().seconds(tour.place(position - 1), place);
          double added = added(tour, position, place, there);
          double gain = errand.worth(place, tour.departure(position - 1) + there) - added * after;
          if (added <= slack && gain > 0 && rate(gain, added) > most) {
            most = rate(gain, added);
            bestPlace = place;
            bestPosition = position;
          }
        }
      }
      after += errand.people()[tour.place(position - 1)];
    }
    return bestPlace > 0 && tour.improveTo(tour.inserted(bestPosition, bestPlace));
  }

  /** By how many seconds the walk grows. */
  private double added(Tour tour, int position, int place, double there) {
    boolean isLast = position == tour.size();
    double onward = isLast ? 0 : errand.legs().seconds(place, tour.place(position));
    double before =
        isLast ? 0 : errand.legs().seconds(tour.place(position - 1), tour.place(position));
    return there + onward - before + errand.staySeconds();
  }

  private BitSet visited(Tour tour) {
    BitSet visited = new BitSet();
    for (int i = 0; i < tour.size(); i++) {
      visited.set(tour.place(i));
    }
    return visited;
  }

  private void improve(Tour tour) {
    long end = tour.steps() + MOST_STEPS;
    while (tour.steps() < end
        && (putOneIn(tour)
            || turn(tour, end)
            || move(tour, end)
            || exchange(tour, end)
            || makeRoom(tour, end))) {
      cancellation.check();
    }
  }

  private boolean turn(Tour tour, long end) {
    for (int first = 1; first < tour.size(); first++) {
      for (int last = first + 1; last < tour.size() && tour.steps() < end; last++) {
        if (tour.improveTo(tour.reversed(first, last))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean move(Tour tour, long end) {
    for (int length = 1; length <= LONGEST_RUN; length++) {
      for (int first = 1; first + length <= tour.size(); first++) {
        for (int to = 0; to < tour.size() - length && tour.steps() < end; to++) {
          if (to != first - 1
              && (tour.improveTo(tour.moved(first, length, to, false))
                  || length > 1 && tour.improveTo(tour.moved(first, length, to, true)))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Another place for one of the walk, at its position. */
  private boolean exchange(Tour tour, long end) {
    BitSet visited = visited(tour);
    for (int position = 1; position < tour.size(); position++) {
      for (int place = 1; place < errand.places() && tour.steps() < end; place++) {
        if (!visited.get(place)
            && isWorthTrying(tour, position, place)
            && tour.improveTo(tour.replaced(position, place))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an exchange fits, and more people wait there or it is shorter. */
  private boolean isWorthTrying(Tour tour, int position, int place) {
    int old = tour.place(position);
    int before = tour.place(position - 1);
    double there = errand.legs().seconds(before, place);
    double change = there - errand.legs().seconds(before, old);
    if (position + 1 < tour.size()) {
      int next = tour.place(position + 1);
      change += errand.legs().seconds(place, next) - errand.legs().seconds(old, next);
    }
    boolean fits = tour.seconds() + change <= errand.budgetSeconds();
    return fits && (errand.people()[place] > errand.people()[old] || change < 0);
  }

  /** Leaves one place out and puts others in for the time that this sets free. */
  private boolean makeRoom(Tour tour, long end) {
    for (int position = 1; position < tour.size() && tour.steps() < end; position++) {
      Tour other = new Tour(errand);
      other.improveTo(tour.without(position));
      while (other.steps() < MOST_STEPS && putOneIn(other)) {
        cancellation.check();
      }
      tour.addSteps(other.steps());
      if (other.worth() > tour.worth() && tour.improveTo(other.order())) {
        return true;
      }
    }
    return false;
  }
}
