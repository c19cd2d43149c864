package org.linli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes of status of one hazard up to the demo's clock, the first its report.
 *
 * @param steps in time order
 */
record HazardLife(List<Step> steps) {
  private static final double REJECTED = 0.05;
  private static final double REOPENED = 0.04;
  private static final double STUCK = 0.08;
  private static final double SLOW = 0.09;

  /** From one status to the next; {@code from} is empty for the report. */
  record Step(Instant at, String from, String to) {}

  static HazardLife drawn(Instant reported, int daysGiven, Dice dice) {
    Course course = new Course(reported);
    course.then("verified", dice.chance(SLOW) ? dice.between(5, 45) : dice.between(0.02, 1.6));
    if (dice.chance(REJECTED)) {
      course.then("rejected", dice.between(0.1, 2));
      return course.untilNow();
    }
    course.then("assigned", dice.chance(SLOW) ? dice.between(4, 30) : dice.between(0.05, 1.4));
    double stuck = dice.chance(STUCK) ? dice.between(40, 220) : 0;
    course.then("resolved", daysGiven * dice.between(0.15, 1.35) + stuck);
    if (dice.chance(REOPENED)) {
      course.then("assigned", dice.between(4, 26));
      course.then("resolved", dice.between(1, 16));
    }
    return course.untilNow();
  }

  String status() {
    return steps.get(steps.size() - 1).to();
  }

  /** When it last came to this status, if it has not fallen back from it since. */
  Optional<Instant> reached(String status) {
    boolean closedNow = status().equals("resolved") || status().equals("rejected");
    if (status.equals("resolved") && !closedNow) {
      return Optional.empty();
    }
    return steps.stream()
        .filter(step -> step.to().equals(status))
        .map(Step::at)
        .reduce((earlier, later) -> later);
  }

  private static final class Course {
    private final List<Step> steps = new ArrayList<>();
    private Instant now;

    Course(Instant reported) {
      now = reported;
      steps.add(new Step(reported, "", "reported"));
    }

    void then(String status, double days) {
      String before = steps.get(steps.size() - 1).to();
      now = inOfficeHours(now.plus(Duration.ofMinutes(Math.round(days * 24 * 60))));
      steps.add(new Step(now, before, status));
    }

    /** What falls into the evening or the night is entered next morning. */
    private static Instant inOfficeHours(Instant at) {
      LocalDateTime local = LocalDateTime.ofInstant(at, DemoClock.OFFSET);
      if (local.getHour() >= 20) {
        return local.plusHours(12).toInstant(DemoClock.OFFSET);
      }
      return local.getHour() < 8 ? local.plusHours(8).toInstant(DemoClock.OFFSET) : at;
    }

    HazardLife untilNow() {
      return new HazardLife(
          steps.stream().filter(step -> step.at().isBefore(DemoClock.NOW)).toList());
    }
  }
}
