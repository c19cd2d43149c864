package org.linli.analysis.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.hazard.HazardTown.assertQuotient;
import static org.linli.analysis.hazard.HazardTown.hazard;
import static org.linli.analysis.hazard.HazardTown.result;
import static org.linli.analysis.hazard.HazardTown.town;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Exclusion;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;

/** Every number of a hazard result, worked out by hand. Seen from Monday, 15 June 2026, 18:00. */
class HazardMetricsTest {
  private static final double EXACT = 1e-9;

  private final AnalysisResult result = result(town(), "window", "30", "step", "day");

  private double value(String metric) {
    return result.getMetric(metric).value().orElseThrow();
  }

  private void assertMetric(String metric, double numerator, double denominator) {
    assertQuotient(result.getMetric(metric), numerator, denominator);
  }

  private List<String> counted(String metric) {
    return result.getMetric(metric).counted().codes();
  }

  private List<String> excluded(String metric, String reason) {
    return result.getMetric(metric).exclusions().stream()
        .filter(exclusion -> exclusion.reason().equals(reason))
        .flatMap(exclusion -> exclusion.rows().codes().stream())
        .toList();
  }

  @Test
  void whatIsReportedAndNotEndedIsOpen() {
    assertThat(counted("hazards.open")).containsExactly("d", "e", "h", "i", "j");
    assertThat(value("hazards.open")).isEqualTo(5);
    assertThat(excluded("hazards.open", "reported_unknown")).containsExactly("l");
    assertThat(excluded("hazards.open", "end_unknown")).containsExactly("m");
    // d 4, e 1, i 2, j 1; nobody knows how severe h is.
    assertThat(value("hazards.open.weighted")).isEqualTo(8);
    assertThat(excluded("hazards.open.weighted", "severity_unknown")).containsExactly("h");
    // Weights of 1, 10 and 100: d 100, e 1, i 10, j 1.
    assertThat(
            result(town(), "weightMedium", "10", "weightHigh", "100")
                .getMetric("hazards.open.weighted")
                .value())
        .hasValue(112);
  }

  @Test
  void aBuildingWithoutKnownResidentsLeavesWithItsHazards() {
    // d, e, j for A's 500; h is at B, i says so.
    assertMetric("hazards.open.per_1000", 3000, 500);
    assertThat(excluded("hazards.open.per_1000", "at_residents_unknown")).containsExactly("h", "i");
    assertThat(excluded("hazards.open.per_1000", "residents_unknown")).containsExactly("B");
    // a, b, c, d, e, f, g, m, n.
    assertMetric("hazards.reported.per_1000", 9000, 500);
  }

  @Test
  void theOverdueAreOldAndLate() {
    assertThat(counted("backlog.overdue")).containsExactly("d", "i");
    assertThat(value("backlog.overdue")).isEqualTo(2);
    assertThat(excluded("backlog.overdue", "deadline_unknown")).containsExactly("h");
    // d 12 d, i 75 d 10 h.
    assertThat(value("backlog.age")).isCloseTo((12 + 75 + 10 / 24.0) / 2, within(EXACT));
    // d 2 d, i 66 d 10 h.
    assertThat(value("backlog.late")).isCloseTo((2 + 66 + 10 / 24.0) / 2, within(EXACT));
    assertThat(result.getSeries("backlog.late_by").points())
        .containsExactly(
            Series.Point.of("0", 1),
            Series.Point.of("7", 0),
            Series.Point.of("30", 1),
            Series.Point.of("90", 0),
            Series.Point.of("365", 0));
  }

  @Test
  void theWindowCountsWhatCameAndWent() {
    assertThat(counted("hazards.reported"))
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "m", "n");
    assertThat(counted("hazards.resolved")).containsExactly("a", "b", "c", "g", "n");
    assertThat(counted("hazards.rejected")).containsExactly("f");
    // d, e, ... have no finder; a and b in the five minutes that are no hole and the last one.
    assertMetric("hazards.per_patrol_hour", 2, 0.1);
    assertThat(excluded("hazards.per_patrol_hour", "finder_unknown"))
        .containsExactly("d", "e", "f", "g", "h", "m", "n");
    assertMetric("completeness.deadlines", 6, 10);
    assertMetric("completeness.places", 10, 10);
  }

  @Test
  void closureCountsTheDueAndTheClosed() {
    // a, b, c, g, n of those and d, which is due.
    assertMetric("closure.rate", 5, 6);
    assertThat(excluded("closure.rate", "rejected")).containsExactly("f");
    assertThat(excluded("closure.rate", "deadline_unknown")).containsExactly("h");
    assertThat(excluded("closure.rate", "not_due_yet")).containsExactly("e");
    assertThat(excluded("closure.rate", "end_unknown")).containsExactly("m");
    // a, b on its deadline, n; not c, a second late, nor d. g has no deadline.
    assertMetric("closure.on_time", 3, 5);
    assertThat(excluded("closure.on_time", "deadline_unknown")).containsExactly("g", "h");
    // n is closed but not due yet: it does not count before its peers do.
    assertMetric("closure.due", 2, 4);
    assertThat(excluded("closure.due", "not_due_yet")).containsExactly("e", "n");
  }

  /** The worked case of the definition: of 972 due, 911 resolved, 737 of them on time. */
  @Test
  void theWorkedCaseIsMet() {
    GridTown office = new GridTown();
    for (int i = 0; i < 972; i++) {
      String code = "w%03d".formatted(i);
      String end = i < 737 ? "06-05 12:00" : "06-12 12:00";
      if (i < 911) {
        hazard(
            office,
            code,
            "reported_at",
            "06-01 12:00",
            "deadline_at",
            "06-08 12:00",
            "resolved_at",
            end);
      } else {
        hazard(office, code, "reported_at", "06-01 12:00", "deadline_at", "06-08 12:00");
      }
    }
    AnalysisResult worked = result(office);
    assertQuotient(worked.getMetric("closure.rate"), 911, 972);
    assertQuotient(worked.getMetric("closure.on_time"), 737, 972);
    assertQuotient(worked.getMetric("closure.due"), 737, 972);
    assertThat(worked.getMetric("closure.rate").value().orElseThrow())
        .isCloseTo(0.9372, within(0.00005));
    assertThat(worked.getMetric("closure.on_time").value().orElseThrow())
        .isCloseTo(0.7582, within(0.00005));
  }

  /**
   * Eight are followed: n ends at 2 (7/8), g at 3 (6/8), a at 4 (5/8); e and h are still open after
   * 5 and 6; b ends at 10, one of three left (5/12), c a second later.
   */
  @Test
  void halfAreClosedAfterTenDays() {
    assertThat(counted("days.to_close.median"))
        .containsExactly("a", "b", "c", "d", "e", "g", "h", "n");
    assertThat(value("days.to_close.median")).isEqualTo(10);
    assertThat(excluded("days.to_close.median", "rejected")).containsExactly("f");
    assertThat(excluded("days.to_close.median", "end_unknown")).containsExactly("m");
    List<Series.Point> curve = result.getSeries("survival.open").points();
    assertThat(curve.stream().map(Series.Point::key))
        .containsExactly("0", "2", "3", "4", "10", "10.000012");
    double[] shares = {1, 7 / 8.0, 6 / 8.0, 5 / 8.0, 5 / 12.0, 5 / 24.0};
    for (int i = 0; i < shares.length; i++) {
      assertThat(curve.get(i).value().orElseThrow()).isCloseTo(shares[i], within(EXACT));
    }
  }

  /** Nine: a at 0.5 (8/9), b at 1 (7/9), d, f and n at 2 (4/9). */
  @Test
  void halfAreActedOnAfterTwoDays() {
    assertThat(counted("days.to_act.median"))
        .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "n");
    assertThat(value("days.to_act.median")).isEqualTo(2);
  }

  @Test
  void aMedianThatIsNotReachedIsNotGiven() {
    GridTown waiting = new GridTown();
    hazard(waiting, "x", "reported_at", "06-01 08:00");
    hazard(waiting, "y", "reported_at", "06-02 08:00");
    AnalysisResult censored = result(waiting);
    for (String number : List.of("median", "lower", "upper")) {
      assertThat(censored.getMetric("days.to_close." + number).absence()).hasValue("not_reached");
    }
    assertThat(censored.getSeries("survival.open").points())
        .containsExactly(Series.Point.of("0", 1));
  }

  @Test
  void aHazardActedOnBeforeItWasReportedLeaves() {
    GridTown odd = new GridTown();
    hazard(odd, "x", "reported_at", "06-02 08:00", "resolved_at", "06-01 08:00");
    hazard(odd, "y", "reported_at", "06-02 08:00", "resolved_at", "06-05 08:00");
    Metric median = result(odd).getMetric("days.to_close.median");
    assertThat(median.value()).hasValue(3);
    assertThat(median.exclusions())
        .extracting(Exclusion::reason)
        .containsExactly("ended_before_reported");
  }

  @Test
  void eachCommunityHasItsOwnNumbers() {
    assertThat(result.areas()).extracting(AreaMetrics::area).containsExactly("T", "U");
    assertThat(ofArea(0, "hazards.open").counted().codes()).containsExactly("d", "e", "i", "j");
    assertThat(ofArea(1, "hazards.open").counted().codes()).containsExactly("h");
    assertThat(ofArea(1, "hazards.open.per_1000").absence()).hasValue("no_residents");
    assertQuotient(ofArea(0, "closure.rate"), 5, 6);
    assertThat(ofArea(1, "closure.rate").absence()).hasValue("nothing_to_count");
    assertThat(ofArea(1, "hazards.rejected").value()).as("it is known to be none").hasValue(0);
  }

  private Metric ofArea(int area, String id) {
    return result.areas().get(area).metrics().stream()
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
