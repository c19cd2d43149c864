package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.analysis.GridTown.AS_OF;
import static org.linli.analysis.GridTown.fix;
import static org.linli.analysis.GridTown.with;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.layer.Audience;

/** What class a building is in, at the edges of the definitions. */
class PatrolClassesTest {
  private final GridTown town = new GridTown();

  static PatrolParameters parameters(String... namesAndValues) {
    Map<String, String> given = new HashMap<>(Map.of("asOf", AS_OF));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return PatrolParameters.of(PatrolAnalysis.DEFINITION.values(given, Audience.STAFF));
  }

  static DutyReview review(GridTown town, String... namesAndValues) {
    return DutyReview.of(town.inputs(), parameters(namesAndValues), Cancellation.NONE);
  }

  private Standing standing(String building, String... namesAndValues) {
    DutyReview review = review(town, namesAndValues);
    return review.standing(review.watch().precinct().rows().indexOf(building));
  }

  private Standing seenAt(Instant at) {
    GridTown alone = new GridTown().home("A", 0, 0, 10).visit("v", "A", "daily_patrol", at);
    return review(alone).standing(0);
  }

  private static Instant hoursBefore(double hours) {
    return GridTown.time("06-15 18:00").minusMillis(Math.round(hours * 3_600_000));
  }

  @Test
  void exactlyTheIntervalIsInTimeAndASecondMoreIsLate() {
    assertThat(seenAt(hoursBefore(24))).isEqualTo(Standing.DUE);
    assertThat(seenAt(hoursBefore(24).minusSeconds(1))).isEqualTo(Standing.OVERDUE);
    assertThat(seenAt(hoursBefore(24).minusMillis(1))).isEqualTo(Standing.OVERDUE);
  }

  @Test
  void dueBeginsAtFourFifthsAndNeglectBeyondTwice() {
    // 0.8 × 24 h = 19.2 h.
    assertThat(seenAt(hoursBefore(19.2).plusMillis(1))).isEqualTo(Standing.FRESH);
    assertThat(seenAt(hoursBefore(19.2))).isEqualTo(Standing.DUE);
    assertThat(seenAt(hoursBefore(48))).isEqualTo(Standing.OVERDUE);
    assertThat(seenAt(hoursBefore(48).minusMillis(1))).isEqualTo(Standing.NEGLECTED);
  }

  @Test
  void aRecordAfterAsOfDoesNotExistYet() {
    assertThat(seenAt(hoursBefore(0))).isEqualTo(Standing.FRESH);
    assertThat(seenAt(hoursBefore(0).plusMillis(1))).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void aTrackReaches24MetresAnd90ButNot25And10() {
    // A street along y = 0; the buildings' near walls are at 24.9 m and 25.1 m from it.
    town.home("near", 50, 24.9, 1)
        .home("far", 100, 25.1, 1)
        .home("near, south", 50, -24.9 - 10, 1)
        .home("far, south", 100, -25.1 - 10, 1)
        .patrol("p", fix(0, 0, "06-15 10:00"), fix(200, 0, "06-15 10:03"));
    assertThat(standing("near")).isEqualTo(Standing.FRESH);
    assertThat(standing("near, south")).isEqualTo(Standing.FRESH);
    assertThat(standing("far")).isEqualTo(Standing.UNKNOWN);
    assertThat(standing("far, south")).isEqualTo(Standing.UNKNOWN);
    assertThat(standing("far", "reach", "25.11")).isEqualTo(Standing.FRESH);
  }

  @Test
  void aTrackThroughACourtyardIsNearAndOneInsideABlockIsThere() {
    // A block 200 m wide and deep with a court of 100 m in it; the walk keeps 40 m from the court's
    // walls, so it is within reach of none of them, nor of the outer ones.
    org.locationtech.jts.geom.Geometry block =
        GridTown.box(0, 0, 200, 200).difference(GridTown.box(50, 50, 150, 150));
    town.put("buildings", "block", block, with("patrol_interval_hours", 24.0))
        .patrol("court", fix(95, 95, "06-15 10:00"), fix(105, 105, "06-15 10:01"));
    assertThat(standing("block")).isEqualTo(Standing.UNKNOWN);
    GridTown solid =
        new GridTown()
            .put(
                "buildings",
                "block",
                GridTown.box(0, 0, 200, 200),
                with("patrol_interval_hours", 24.0))
            .patrol("court", fix(95, 95, "06-15 10:00"), fix(105, 105, "06-15 10:01"));
    assertThat(review(solid).standing(0)).isEqualTo(Standing.FRESH);
  }

  @Test
  void aHoleOfSixMinutesCoversNothingButItsEndsAndOneOfFiveIsAWalk() {
    // 300 m in 6 min past A, which lies half way; B stands at the hole's end.
    town.home("A", 145, 5, 1)
        .home("B", 295, 5, 1)
        .patrol(
            "p", fix(0, 0, "06-15 10:00"), fix(300, 0, "06-15 10:06"), fix(500, 0, "06-15 10:10"));
    assertThat(standing("A")).isEqualTo(Standing.UNKNOWN);
    assertThat(standing("B")).isEqualTo(Standing.FRESH);
    assertThat(standing("A", "holeMinutes", "6")).isEqualTo(Standing.FRESH);
    GridTown five =
        new GridTown()
            .home("A", 145, 5, 1)
            .patrol("p", fix(0, 0, "06-15 10:00"), fix(300, 0, "06-15 10:05"));
    assertThat(review(five).standing(0)).isEqualTo(Standing.FRESH);
  }

  @Test
  void aStepFasterThan15MetresASecondIsAHole() {
    // 900 m in 60 s is 15 m/s; in 59 s it is more.
    GridTown slow =
        new GridTown()
            .home("A", 445, 5, 1)
            .patrol("p", fix(0, 0, "06-15 10:00"), fix(899.9, 0, "06-15 10:01"));
    GridTown fast =
        new GridTown()
            .home("A", 445, 5, 1)
            .patrol("p", fix(0, 0, "06-15 10:00"), fix(900, 0, "06-15 10:00:59"));
    assertThat(review(slow).standing(0)).isEqualTo(Standing.FRESH);
    assertThat(review(fast).standing(0)).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void standingThereEightHoursIsNoGapAtAll() {
    // A fix every five minutes would be a walk; one stays below the hole's limit.
    GridTown.Fix[] stand = new GridTown.Fix[97];
    for (int i = 0; i < stand.length; i++) {
      stand[i] = new GridTown.Fix(5, -5, GridTown.time("06-15 10:00").plusSeconds(300L * i));
    }
    town.home("A", 0, 0, 1).patrol("p", stand);
    DutyReview review = review(town);
    // 10:00 to 18:00, still there at asOf.
    assertThat(review.watch().elapsed(0, review.watch().parameters().asOf())).isZero();
    assertThat(new PresenceMeasures(review.watch()).minutes(0)).isEqualTo(480);
    assertThat(new PresenceMeasures(review.watch()).passes(0)).isEqualTo(1);
  }

  @Test
  void nineMinutesApartIsOnePassAndElevenAreTwo() {
    town.home("A", 0, 0, 1)
        .seen("A", "06-15 09:00")
        .seen("A", "06-15 09:09")
        .home("B", 100, 0, 1)
        .seen("B", "06-15 09:00")
        .seen("B", "06-15 09:11")
        .home("C", 200, 0, 1)
        .seen("C", "06-15 09:00")
        .seen("C", "06-15 09:10");
    PresenceMeasures measures = new PresenceMeasures(review(town).watch());
    assertThat(measures.passes(0)).isEqualTo(1);
    assertThat(measures.passes(1)).isEqualTo(2);
    assertThat(measures.passes(2)).as("ten minutes are not less than ten").isEqualTo(2);
  }

  @Test
  void withoutADutyOrLongEnoughWatchedNobodyIsBlamed() {
    // The first record of all is at B, 23 h before: C is watched for less than its 24 h.
    town.building("A", 0, 0, with("residents", 5L))
        .home("B", 100, 0, 1)
        .home("C", 200, 0, 1)
        .seen("B", "06-14 19:00");
    assertThat(standing("A")).isEqualTo(Standing.NO_DUTY);
    assertThat(standing("B")).isEqualTo(Standing.DUE);
    assertThat(standing("C")).isEqualTo(Standing.UNKNOWN);
    assertThat(standing("C", "watchedFrom", "2026-06-14T18:00:00+08:00")).isEqualTo(Standing.NEVER);
    assertThat(standing("C", "watchedFrom", "2026-06-14T18:00:01+08:00"))
        .isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void whatTheCommunityDeclaresCountsForAllBelowIt() {
    town.community(
            "T",
            GridTown.box(-500, -500, 500, 500),
            with("watched_from", java.time.LocalDate.of(2026, 6, 1)))
        .community("T1", GridTown.box(-500, -500, 0, 500), with("parent_code", "T"))
        .home("A", -100, 0, 1)
        .home("B", 1000, 0, 1)
        .layer("visits");
    assertThat(standing("A")).isEqualTo(Standing.NEVER);
    assertThat(standing("B")).as("outside, and no record at all").isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void walkingPastIsNoHomeVisitAndAMonthlyVisitIsNoRound() {
    town.building(
            "A",
            0,
            0,
            with("residents", 5L),
            with("patrol_interval_hours", 24.0),
            with("visit_interval_days", 30.0))
        .patrol("p", fix(0, -5, "06-15 10:00"), fix(100, -5, "06-15 10:02"))
        .visit("v", "A", "monthly_visit", GridTown.time("05-16 17:59:59"));
    assertThat(standing("A")).isEqualTo(Standing.FRESH);
    // 30 d and one second before asOf.
    assertThat(standing("A", "duty", "monthly_visit")).isEqualTo(Standing.OVERDUE);
  }

  @Test
  void theRequestsIntervalIsForLayersWithoutOne() {
    town.home("A", 0, 0, 1).seen("A", "06-15 06:00");
    assertThat(standing("A", "interval", "6"))
        .as("the building says 24 h")
        .isEqualTo(Standing.FRESH);
    org.linli.layer.LayerDefinition houses =
        new GridTown().layer("green_spaces").inputs().get("green_spaces").definition();
    GridTown plain =
        new GridTown()
            .define(houses.withId("buildings"))
            .put("buildings", "A", GridTown.box(0, 0, 10, 10))
            .seen("A", "06-15 06:00");
    assertThat(review(plain, "interval", "12").standing(0)).isEqualTo(Standing.DUE);
    assertThat(review(plain, "interval", "6").standing(0)).isEqualTo(Standing.OVERDUE);
  }
}
