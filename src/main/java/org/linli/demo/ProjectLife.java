package org.linli.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * When a project came to each of its stages, up to the demo's clock.
 *
 * @param status the stage it is in
 * @param days of every stage reached
 */
record ProjectLife(Stage status, Map<Stage, LocalDate> days) {
  private static final double LAPSES_BEFORE_MONEY = 0.06;
  private static final double LAPSES_AFTERWARDS = 0.04;

  /** A life as it may go, from the day of the first draft. */
  static ProjectLife drawn(LocalDate draft, Dice dice) {
    Course course = new Course(draft);
    course.then(Stage.PROPOSED, dice.whole(4, 35));
    course.then(Stage.REVIEWED, dice.whole(7, 35));
    if (dice.chance(LAPSES_BEFORE_MONEY)) {
      return course.then(Stage.LAPSED, dice.whole(20, 70)).untilNow();
    }
    course.then(Stage.FUNDED, dice.whole(10, 75));
    if (dice.chance(LAPSES_BEFORE_MONEY / 2)) {
      return course.then(Stage.LAPSED, dice.whole(30, 90)).untilNow();
    }
    course.then(Stage.BUILDING, dice.whole(5, 40));
    course.then(Stage.COMPLETED, dice.whole(10, 75));
    course.then(Stage.MAINTAINED, dice.whole(30, 100));
    if (dice.chance(LAPSES_AFTERWARDS)) {
      course.then(Stage.LAPSED, dice.whole(150, 420));
    }
    return course.untilNow();
  }

  /** A life of the early round in the west: all is over within a year, or never was. */
  static ProjectLife early(LocalDate draft, Dice dice) {
    ProjectLife life = drawn(draft, dice);
    Map<Stage, LocalDate> days = new EnumMap<>(life.days());
    if (life.wasBuilt()) {
      days.remove(Stage.LAPSED);
    }
    return new ProjectLife(days.containsKey(Stage.LAPSED) ? Stage.LAPSED : Stage.MAINTAINED, days);
  }

  /** The short life of a spring round: proposed in the first weeks of a year, built by May. */
  static ProjectLife spring(int year, Dice dice) {
    Course course = new Course(LocalDate.of(year - 1, 12, dice.whole(8, 24)));
    course.at(Stage.PROPOSED, LocalDate.of(year, 1, dice.whole(7, 27)));
    course.then(Stage.REVIEWED, dice.whole(6, 14));
    course.then(Stage.FUNDED, dice.whole(9, 22));
    course.then(Stage.BUILDING, dice.whole(4, 12));
    course.then(Stage.COMPLETED, dice.whole(14, 40));
    return course.then(Stage.MAINTAINED, dice.whole(28, 45)).untilNow();
  }

  /** An idea of late, no farther than its review. */
  static ProjectLife recent(LocalDate proposed, Dice dice) {
    Course course = new Course(proposed.minusDays(dice.whole(3, 20)));
    if (dice.chance(0.7)) {
      course.at(Stage.PROPOSED, proposed);
      course.then(Stage.REVIEWED, dice.whole(8, 40));
    }
    return course.untilNow();
  }

  Optional<LocalDate> reached(Stage stage) {
    return Optional.ofNullable(days.get(stage));
  }

  boolean wasBuilt() {
    return days.containsKey(Stage.COMPLETED);
  }

  boolean wasFunded() {
    return days.containsKey(Stage.FUNDED);
  }

  private static final class Course {
    private final Map<Stage, LocalDate> days = new EnumMap<>(Stage.class);
    private LocalDate day;

    Course(LocalDate draft) {
      at(Stage.DRAFT, draft);
    }

    Course then(Stage stage, int daysLater) {
      return at(stage, day.plusDays(daysLater));
    }

    Course at(Stage stage, LocalDate when) {
      day = when;
      days.put(stage, when);
      return this;
    }

    ProjectLife untilNow() {
      days.values().removeIf(when -> !when.isBefore(DemoClock.TODAY));
      Stage last = Stage.DRAFT;
      for (Stage stage : days.keySet()) {
        last = stage;
      }
      return new ProjectLife(last, days);
    }
  }
}
