package org.linli.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Lets hazards happen beside houses, each house at its own rate, and gives each of them a life. */
final class HazardRoutine {
  private static final double DAYS_A_YEAR = 365.25;
  private static final double WITHOUT_DEADLINE = 0.08;
  private static final List<String> SIDES = List.of("东侧", "西侧", "南侧", "北侧", "门口");
  private static final List<String> FINDERS = List.of("patrol", "resident", "inspection");

  private final HazardKinds kinds;
  private final Dice dice;
  private final List<Happening> happenings = new ArrayList<>();

  HazardRoutine(HazardKinds kinds, Dice dice) {
    this.kinds = kinds;
    this.dice = dice;
  }

  private record Happening(House house, Instant at, String project, boolean patrolled) {}

  /**
   * Hazards beside a house from one day to another (exclusive).
   *
   * @param aYear how many are expected
   * @param project whose volunteers look about there and find some of them; empty when nobody does
   */
  void happen(House house, LocalDate from, LocalDate to, double aYear, String project) {
    double days = to.toEpochDay() - from.toEpochDay();
    for (int i = dice.poisson(aYear * days / DAYS_A_YEAR); i > 0; i--) {
      LocalDate day = from.plusDays((long) (dice.between(0, 1) * days));
      Instant at = DemoClock.at(day, dice.whole(7 * 60, 21 * 60));
      if (at.isBefore(DemoClock.NOW)) {
        happenings.add(new Happening(house, at, dice.chance(0.15) ? project : "", true));
      }
    }
  }

  /**
   * One hazard that surely happens.
   *
   * @param patrolled false where no patrol could have found it
   */
  void happenOnce(House house, double daysAgo, boolean patrolled) {
    Instant at = DemoClock.NOW.minus(Duration.ofMinutes(Math.round(daysAgo * 24 * 60)));
    happenings.add(new Happening(house, at, "", patrolled));
  }

  /** All that happened, numbered in the order of their reports. */
  List<Hazard> hazards(String prefix) {
    happenings.sort(
        Comparator.comparing(Happening::at).thenComparing(happening -> happening.house().code()));
    List<Hazard> hazards = new ArrayList<>();
    for (Happening happening : happenings) {
      hazards.add(hazard(prefix + String.format("%04d", hazards.size() + 1), happening));
    }
    return hazards;
  }

  private Hazard hazard(String code, Happening happening) {
    ZonedDateTime local = happening.at().atZone(DemoClock.OFFSET);
    HazardKinds.Kind kind = kinds.draw(local.getMonthValue(), dice);
    String at = happening.house().name().zh() + dice.pick(SIDES);
    Instant due = happening.at().plus(Duration.ofDays(kind.days()));
    return new Hazard(
        code,
        dice.pick(kind.titles()).replace("{at}", at),
        kind,
        kind.severity(dice),
        HazardLife.drawn(happening.at(), kind.days(), dice),
        dice.chance(WITHOUT_DEADLINE) ? Optional.empty() : Optional.of(due),
        finder(happening),
        happening.project(),
        happening.house(),
        beside(happening.house()));
  }

  private String finder(Happening happening) {
    if (!happening.project().isEmpty()) {
      return "volunteer";
    }
    return dice.pick(happening.patrolled() ? FINDERS : FINDERS.subList(1, FINDERS.size()));
  }

  /** A spot a few metres off the wall. */
  private Coordinate beside(House house) {
    LinearRing wall = house.block().shape().getExteriorRing();
    double outward =
        dice.between(1.5, house.isLivedIn() ? 6 : 20)
            * (Orientation.isCCW(wall.getCoordinates()) ? -1 : 1);
    return new LengthIndexedLine(wall).extractPoint(dice.between(0, 1) * wall.getLength(), outward);
  }
}
