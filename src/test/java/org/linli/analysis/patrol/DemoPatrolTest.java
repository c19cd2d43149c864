package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Cancellation;
import org.linli.analysis.DemoInputs;
import org.linli.analysis.Metric;
import org.linli.demo.DemoManifest;
import org.linli.layer.Audience;
import org.linli.layer.Feature;

/** The truths that src/docs/demo.md says are planted, found by the analysis. */
class DemoPatrolTest {
  private static final Map<String, String> NOW = Map.of("asOf", DemoInputs.AS_OF);
  private static final long DAY_MILLIS = 24 * 3_600_000L;
  private final DutyReview review =
      DutyReview.of(
          DemoInputs.all(),
          PatrolParameters.of(PatrolAnalysis.DEFINITION.values(NOW, Audience.STAFF)),
          Cancellation.NONE);
  private final Watch watch = review.watch();

  private static final class Now {
    static final AnalysisResult RESULT = DemoInputs.result(new PatrolAnalysis(), NOW);
  }

  private static List<String> planted(String id) throws IOException {
    return DemoManifest.load().planted().stream()
        .filter(truth -> truth.id().equals(id))
        .findFirst()
        .orElseThrow()
        .codes();
  }

  private List<String> codes(int... buildings) {
    return IntStream.of(buildings).mapToObj(watch.precinct().rows()::code).toList();
  }

  @Test
  void theNeglectedCornerIsTheFirstGapZone() throws IOException {
    GapZones.Zone first = new GapZones(watch).zones().get(0);
    assertThat(codes(first.buildings()))
        .containsExactlyInAnyOrderElementsOf(planted("neglected_corner"));
    AnalysisResult result = Now.RESULT;
    Feature zone = result.getLayer("gap_zones").list().get(0);
    assertThat(zone.code()).isEqualTo("DJ-43");
    assertThat(result.getLayer("gap_zones").definition().audience()).isEqualTo(Audience.STAFF);
  }

  @Test
  void everyClassIsWhereItWasPlanted() throws IOException {
    Map<String, TreeSet<Standing>> byGrid = new TreeMap<>();
    String[] grids = watch.precinct().rows().texts("community_code");
    List<String> corner = planted("neglected_corner");
    for (int b = 0; b < grids.length; b++) {
      String code = watch.precinct().rows().code(b);
      if (watch.interval(b) == DAY_MILLIS) {
        String where = corner.contains(code) ? "corner" : grids[b];
        byGrid.computeIfAbsent(where, key -> new TreeSet<>()).add(review.standing(b));
      }
    }
    assertThat(byGrid.get("corner")).containsExactly(Standing.NEGLECTED, Standing.NEVER);
    assertThat(byGrid.get("DJ-G3")).containsExactly(Standing.OVERDUE);
    // Yesterday evening's round left DJ-38 and DJ-39 out: the last one there was in the morning.
    assertThat(byGrid.get("DJ-G5")).containsExactly(Standing.DUE, Standing.OVERDUE);
    assertThat(standing("DJ-38")).isEqualTo(Standing.OVERDUE);
    assertThat(standing("DJ-39")).isEqualTo(Standing.OVERDUE);
    for (String grid : List.of("DJ-G1", "DJ-G2", "DJ-G4", "DJ-G6")) {
      assertThat(byGrid.get(grid)).as(grid).containsExactly(Standing.FRESH);
    }
    // Every twelve hours is due there: not out today is more than twice too long.
    assertThat(standing("DJ-20")).isEqualTo(Standing.NEGLECTED);
    assertThat(byGrid.keySet()).as("nobody patrols in the sub-district").hasSize(7);
    assertThat(standing("DJ-46")).isEqualTo(Standing.NEVER);
  }

  private Standing standing(String building) {
    return review.standing(watch.precinct().rows().indexOf(building));
  }

  @Test
  void theNightBlindSpotShows() throws IOException {
    AnalysisResult result = Now.RESULT;
    Map<String, Double> unseenNights =
        result.areas().stream()
            .filter(area -> area.area().startsWith("DJ-G"))
            .collect(Collectors.toMap(AreaMetrics::area, DemoPatrolTest::nights));
    assertThat(unseenNights).hasSize(6);
    unseenNights.forEach(
        (grid, share) -> {
          if (isPlanted(grid)) {
            assertThat(share).as(grid).isEqualTo(1);
          } else {
            assertThat(share).as(grid).isLessThan(1);
          }
        });
    assertThat(planted("night_blind_spot")).hasSize(2);
    // Nobody at all is out between 02:00 and 08:00.
    assertThat(result.getSeries("blind.hours").points())
        .filteredOn(point -> point.key().substring(2).matches("0[2-7]"))
        .hasSize(7 * 6)
        .allSatisfy(point -> assertThat(point.value()).hasValue(0));
  }

  private static boolean isPlanted(String grid) {
    try {
      return planted("night_blind_spot").contains(grid);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static double nights(AreaMetrics area) {
    return area.metrics().stream()
        .filter(metric -> metric.id().equals("blind.nights"))
        .map(Metric::value)
        .findFirst()
        .orElseThrow()
        .orElseThrow();
  }

  /**
   * An hour at an easy pace is enough; whoever walks it is at each of them, or passes within reach.
   */
  @Test
  void theSuggestedNextRoundComesByTheNeglectedCorner() throws IOException {
    AnalysisResult round = DemoInputs.result(new NextRoundAnalysis(), NOW);
    List<String> stops =
        round.getLayer("next_round_stops").list().stream().map(Feature::code).toList();
    assertThat(stops).containsAll(planted("neglected_corner"));
    Feature way = round.getLayer("next_round").list().get(0);
    int minutes = round.getLayer("next_round").definition().getIndex("minutes");
    assertThat((Double) way.value(minutes)).isLessThanOrEqualTo(60);
  }

  @Test
  void whatIsFarAwayAndOwedNothingDoesNotWidenTheEmptyCircle() {
    // The estate is 640 m wide; the sub-district, owed no round, lies 1,500 km to the east. In the
    // fortnight that the corner saw nobody, the circle is there.
    AnalysisResult result =
        DemoInputs.result(new PatrolAnalysis(), Map.of("asOf", DemoInputs.AS_OF, "window", "14"));
    assertThat(result.getMetric("empty_circle.radius").value().orElseThrow())
        .isBetween(33.0, 320.0);
    assertThat(result.getMetric("empty_circle.residents").value().orElseThrow()).isPositive();
    assertThat(result.getMetric("effort.swept").value().orElseThrow()).isLessThan(640 * 500);
  }

  @Test
  void theCornerHadNoMonthlyVisitEither() throws IOException {
    AnalysisResult result =
        DemoInputs.result(
            new PatrolAnalysis(), Map.of("asOf", DemoInputs.AS_OF, "duty", "monthly_visit"));
    List<String> late =
        result.getLayer("patrol_gaps").list().stream()
            .filter(row -> List.of("overdue", "neglected", "never").contains(row.value(0)))
            .map(Feature::code)
            .toList();
    assertThat(late).containsAll(planted("neglected_corner"));
  }
}
