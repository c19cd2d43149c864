package org.linli.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;

/**
 * A month of rounds on the estate. Every post goes round its grid each morning, on some evenings,
 * and four of the six on some nights; on the last two days some rounds fall out, so that at the
 * demo's clock no two grids stand alike.
 */
final class PatrolRoutine {
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 5, 16);
  private static final double KEEP_AWAY_METRES = 33;
  private static final int NIGHT_POSTS = 4;
  private static final int HOUR = 60;

  private final Estate estate;
  private final Dice dice;
  private final PathGraph graph;
  private final NeglectedCorner corner;
  private final boolean[] nearNeverSeen;
  private final boolean[] nearCorner;
  private final boolean[] nearSleepers;
  private final List<Patrol> patrols = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();

  PatrolRoutine(Estate estate, Dice dice) {
    this.estate = estate;
    this.dice = dice;
    this.graph = new PathGraph(estate.network());
    int lastPost = estate.grids().size() - 1;
    this.corner = NeglectedCorner.of(estate, graph.at(postVertex(lastPost, vertex -> true)));
    this.nearNeverSeen = near(List.of(corner.neverSeen()));
    this.nearCorner = near(corner.houses());
    List<House> sleepers = new ArrayList<>();
    estate.grids().subList(NIGHT_POSTS, estate.grids().size()).stream()
        .map(estate::housesOf)
        .forEach(sleepers::addAll);
    this.nearSleepers = near(sleepers);
  }

  NeglectedCorner corner() {
    return corner;
  }

  List<Patrol> patrols() {
    return patrols;
  }

  /** The houses where somebody signed in on a round. */
  List<Visit> visits() {
    return visits;
  }

  void walk() {
    for (LocalDate day = FIRST_DAY; !day.isAfter(DemoClock.TODAY); day = day.plusDays(1)) {
      for (int post = 0; post < estate.grids().size(); post++) {
        walkDay(day, post);
      }
    }
    monthlyRound(LocalDate.of(2026, 5, 19));
    monthlyRound(LocalDate.of(2026, 6, 8));
  }

  private void walkDay(LocalDate day, int post) {
    boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    boolean morning = dice.chance(weekend ? 0.86 : 0.97);
    boolean evening = dice.chance(0.3);
    boolean night = post < NIGHT_POSTS && dice.chance(0.22);
    if (LastDays.morning(day, post).orElse(morning)) {
      round(day, 8 * HOUR + 30 + dice.whole(0, 95), post, 0.9);
    }
    if (LastDays.evening(day, post).orElse(evening)) {
      round(day, 19 * HOUR + dice.whole(10, 60), post, 0.75);
    }
    if (LastDays.night(day, post).orElse(night)) {
      round(day, 22 * HOUR + 30 + dice.whole(0, 80), post, 0.8);
    }
  }

  /**
   * What is told otherwise about the last two days, so that all classes of a gap occur at the
   * clock.
   */
  private static final class LastDays {
    private static final int LATE_SINCE_YESTERDAY = 2;
    private static final int SEEN_LAST_EVENING = 4;

    static Optional<Boolean> morning(LocalDate day, int post) {
      if (day.equals(DemoClock.TODAY)) {
        return Optional.of(post != LATE_SINCE_YESTERDAY && post != SEEN_LAST_EVENING);
      }
      return day.equals(DemoClock.TODAY.minusDays(1)) ? Optional.of(true) : Optional.empty();
    }

    static Optional<Boolean> evening(LocalDate day, int post) {
      if (day.equals(DemoClock.TODAY)) {
        return Optional.of(false);
      }
      boolean yesterday = day.equals(DemoClock.TODAY.minusDays(1));
      return yesterday ? Optional.of(post == SEEN_LAST_EVENING) : Optional.empty();
    }

    static Optional<Boolean> night(LocalDate day, int post) {
      boolean ends = !day.isBefore(DemoClock.TODAY.minusDays(1));
      return ends ? Optional.of(false) : Optional.empty();
    }
  }

  private void round(LocalDate day, int minute, int post, double share) {
    boolean night = minute >= 21 * HOUR;
    List<House> houses = new ArrayList<>();
    for (House house : estate.housesOf(estate.grids().get(post))) {
      if (dice.chance(share) && isServed(house, day)) {
        houses.add(house);
      }
    }
    Collections.rotate(houses, dice.whole(0, 7));
    if (dice.chance(0.5)) {
      Collections.reverse(houses);
    }
    walkRound("daily_patrol", DemoClock.at(day, minute), post, houses, allowed(day, night));
  }

  private boolean isServed(House house, LocalDate day) {
    return !corner.contains(house)
        || (day.isBefore(NeglectedCorner.LAST_SEEN.plusDays(1))
            && !house.equals(corner.neverSeen()));
  }

  /** Once a month every post walks to all its houses in the afternoon and rings at the doors. */
  private void monthlyRound(LocalDate day) {
    for (int post = 0; post < estate.grids().size(); post++) {
      LocalDate own = day.plusDays(post % 3);
      List<House> houses =
          estate.housesOf(estate.grids().get(post)).stream()
              .filter(house -> !corner.contains(house))
              .toList();
      Instant start = DemoClock.at(own, 15 * HOUR + dice.whole(0, 60));
      walkRound("monthly_visit", start, post, houses, vertex -> !nearCorner[vertex]);
    }
  }

  private IntPredicate allowed(LocalDate day, boolean night) {
    boolean[] closed = day.isAfter(NeglectedCorner.LAST_SEEN) ? nearCorner : nearNeverSeen;
    return vertex -> !closed[vertex] && !(night && nearSleepers[vertex]);
  }

  private void walkRound(
      String kind, Instant start, int post, List<House> houses, IntPredicate allowed) {
    int home = postVertex(post, allowed);
    Walk walk = new Walk(start, dice);
    int here = home;
    for (House house : houses) {
      int door = graph.nearest(house.block().shape(), allowed);
      List<Coordinate> way = graph.route(here, door, allowed);
      if (!way.isEmpty()) {
        walk.along(way);
        signIn(kind, walk.now(), post, house, graph.at(door));
        walk.halt(kind.equals("monthly_visit") ? dice.between(200, 280) : dice.between(20, 100));
        here = door;
      }
    }
    walk.along(graph.route(here, home, allowed));
    String code = String.format("P%04d", patrols.size() + 1);
    patrols.add(new Patrol(code, kind, Estate.postOf(post), walk.fixes()));
  }

  private void signIn(String kind, Instant at, int post, House house, Coordinate door) {
    if (kind.equals("daily_patrol") && dice.chance(0.16)) {
      visits.add(new Visit(house, kind, at, Estate.postOf(post), door));
    }
  }

  /** A post stands where the lane of its grid leaves the street. */
  private int postVertex(int post, IntPredicate allowed) {
    var parcel = estate.grids().get(post).outline().getEnvelopeInternal();
    Coordinate gate = Drawing.at(parcel.centre().x, parcel.getMinY());
    return graph.nearest(Drawing.point(gate), allowed);
  }

  private boolean[] near(List<House> houses) {
    boolean[] near = new boolean[graph.size()];
    for (int i = 0; i < near.length; i++) {
      var vertex = Drawing.point(graph.at(i));
      near[i] =
          houses.stream()
              .anyMatch(house -> house.block().shape().isWithinDistance(vertex, KEEP_AWAY_METRES));
    }
    return near;
  }
}
