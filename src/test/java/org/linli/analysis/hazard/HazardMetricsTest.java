package org.linli.analysis.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.fix;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.time;
import static org.linli.analysis.GridTown.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Exclusion;
import org.linli.analysis.GridTown;
import org.linli.analysis.GridTown.Value;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;
import org.linli.layer.Audience;
import org.linli.layer.Feature;

/** Every number of a hazard result, worked out by hand. Seen from Monday, 15 June 2026, 18:00. */
class HazardMetricsTest {
  private static final double EXACT = 1e-9;

  static AnalysisResult result(GridTown town, String... namesAndValues) {
    Map<String, String> given = new java.util.HashMap<>(Map.of("asOf", GridTown.AS_OF));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new HazardAnalysis()
        .result(
            town.inputs(),
            HazardAnalysis.DEFINITION.values(given, Audience.STAFF),
            Cancellation.NONE);
  }

  /** A hazard at the first home, with pairs of a field and its time, or its text. */
  private static void hazard(GridTown town, String code, String... fields) {
    hazard(town, code, 5, 5, fields);
  }

  static void hazard(GridTown town, String code, double x, double y, String... fields) {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      boolean isTime = fields[i].endsWith("_at");
      values.add(with(fields[i], isTime ? time(fields[i + 1]) : fields[i + 1]));
    }
    town.put("hazards", code, point(x, y), values.toArray(Value[]::new));
  }

  /**
   * The town's hazards; the window is the 30 days from 16 May 18:00.
   *
   * <pre>
   *     reported     severity first action     deadline     end
   *  a  06-01 08:00  low      0.5 d            06-10 08:00  resolved after 4 d
   *  b  06-02 08:00  high     1 d              06-12 08:00  resolved then: 10 d
   *  c  06-02 08:00  medium   the end          06-12 08:00  resolved a second later
   *  d  06-03 18:00  high     2 d              06-13 18:00  open for 12 d
   *  e  06-10 18:00  low      none             06-25 18:00  open for 5 d
   *  f  06-04 18:00           the end          none         rejected after 2 d
   *  g  06-05 18:00  low      the end          none         resolved after 3 d
   *  h  06-09 18:00  unknown  none             none         open for 6 d, at B
   *  i  04-01 08:00  medium   none             04-10 08:00  open, at B as it says
   *  j  06-15 18:00  low      none             06-30 18:00  open, after the window
   *  k  06-15 18:00:01                                      not yet reported
   *  l  unknown
   *  m  06-01 08:00                                         resolved, nobody knows when
   *  n  06-12 18:00  low      the end          06-20 18:00  resolved after 2 d
   * </pre>
   *
   * A has 500 residents; nobody knows how many live in B, 1 km east.
   */
  private static GridTown town() {
    GridTown town =
        new GridTown()
            .community("T", box(-50, -50, 900, 50))
            .community("U", box(900, -50, 1100, 50))
            .building("A", 0, 0, with("residents", 500L))
            .building("B", 1000, 0)
            .patrol(
                "p",
                fix(0, 0, "06-10 10:00"),
                fix(10, 0, "06-10 10:05"),
                fix(20, 0, "06-10 10:11"),
                fix(20, 0, "06-10 10:12"));
    hazard(
        town,
        "a",
        "reported_at",
        "06-01 08:00",
        "severity",
        "low",
        "verified_at",
        "06-01 20:00",
        "deadline_at",
        "06-10 08:00",
        "resolved_at",
        "06-05 08:00",
        "found_by",
        "patrol");
    hazard(
        town,
        "b",
        "reported_at",
        "06-02 08:00",
        "severity",
        "high",
        "assigned_at",
        "06-03 08:00",
        "deadline_at",
        "06-12 08:00",
        "resolved_at",
        "06-12 08:00",
        "found_by",
        "patrol");
    hazard(
        town,
        "c",
        "reported_at",
        "06-02 08:00",
        "severity",
        "medium",
        "deadline_at",
        "06-12 08:00",
        "resolved_at",
        "06-12 08:00:01",
        "found_by",
        "resident");
    hazard(
        town,
        "d",
        "reported_at",
        "06-03 18:00",
        "severity",
        "high",
        "verified_at",
        "06-05 18:00",
        "deadline_at",
        "06-13 18:00");
    hazard(
        town, "e", "reported_at", "06-10 18:00", "severity", "low", "deadline_at", "06-25 18:00");
    hazard(town, "f", "reported_at", "06-04 18:00", "rejected_at", "06-06 18:00");
    hazard(
        town, "g", "reported_at", "06-05 18:00", "severity", "low", "resolved_at", "06-08 18:00");
    hazard(town, "h", 1005, 5, "reported_at", "06-09 18:00");
    hazard(
        town,
        "i",
        "reported_at",
        "04-01 08:00",
        "severity",
        "medium",
        "deadline_at",
        "04-10 08:00",
        "building_code",
        "B");
    hazard(
        town, "j", "reported_at", "06-15 18:00", "severity", "low", "deadline_at", "06-30 18:00");
    hazard(town, "k", "reported_at", "06-15 18:00:01", "deadline_at", "06-15 18:00:02");
    hazard(town, "l", "severity", "low");
    hazard(town, "m", "reported_at", "06-01 08:00", "status", "resolved");
    hazard(
        town,
        "n",
        "reported_at",
        "06-12 18:00",
        "severity",
        "low",
        "deadline_at",
        "06-20 18:00",
        "resolved_at",
        "06-14 18:00");
    return town;
  }

  private final AnalysisResult result = result(town(), "window", "30", "step", "day");

  private double value(String metric) {
    return result.getMetric(metric).value().orElseThrow();
  }

  private void assertQuotient(String metric, double numerator, double denominator) {
    assertQuotient(result.getMetric(metric), numerator, denominator);
  }

  private static void assertQuotient(Metric metric, double numerator, double denominator) {
    assertThat(metric.numerator()).as("numerator of " + metric.id()).hasValue(numerator);
    assertThat(metric.denominator()).as("denominator of " + metric.id()).hasValue(denominator);
    assertThat(metric.value()).hasValue(numerator / denominator);
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
    assertQuotient("hazards.open.per_1000", 3000, 500);
    assertThat(excluded("hazards.open.per_1000", "at_residents_unknown")).containsExactly("h", "i");
    assertThat(excluded("hazards.open.per_1000", "residents_unknown")).containsExactly("B");
    // a, b, c, d, e, f, g, m, n.
    assertQuotient("hazards.reported.per_1000", 9000, 500);
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
    assertQuotient("hazards.per_patrol_hour", 2, 0.1);
    assertThat(excluded("hazards.per_patrol_hour", "finder_unknown"))
        .containsExactly("d", "e", "f", "g", "h", "m", "n");
    assertQuotient("completeness.deadlines", 6, 10);
    assertQuotient("completeness.places", 10, 10);
  }

  @Test
  void closureCountsTheDueAndTheClosed() {
    // a, b, c, g, n of those and d, which is due.
    assertQuotient("closure.rate", 5, 6);
    assertThat(excluded("closure.rate", "rejected")).containsExactly("f");
    assertThat(excluded("closure.rate", "deadline_unknown")).containsExactly("h");
    assertThat(excluded("closure.rate", "not_due_yet")).containsExactly("e");
    assertThat(excluded("closure.rate", "end_unknown")).containsExactly("m");
    // a, b on its deadline, n; not c, a second late, nor d. g has no deadline.
    assertQuotient("closure.on_time", 3, 5);
    assertThat(excluded("closure.on_time", "deadline_unknown")).containsExactly("g", "h");
    // n is closed but not due yet: it does not count before its peers do.
    assertQuotient("closure.due", 2, 4);
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
        .containsExactly("0", "2", "3", "4", "10", "10");
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

  /** On 5 June a was resolved and g reported; b, c, d, f, g, i were open when it ended. */
  @Test
  void theStockMovesWithTheFlow() {
    assertThat(at("stock.open", "2026-06-05")).isEqualTo(6);
    // b 4, c 2, d 4, g 1, i 2; f does not say.
    assertThat(at("stock.weighted", "2026-06-05")).isEqualTo(13);
    assertThat(at("flow.reported", "2026-06-05")).isEqualTo(1);
    assertThat(at("flow.resolved", "2026-06-05")).isEqualTo(1);
    assertThat(at("flow.rejected", "2026-06-06")).isEqualTo(1);
    assertThat(at("stock.open", "2026-06-15")).isEqualTo(5);
  }

  private double at(String series, String key) {
    return result.getSeries(series).points().stream()
        .filter(point -> point.key().equals(key))
        .findFirst()
        .orElseThrow()
        .value()
        .orElseThrow();
  }

  @Test
  void eachStepsStockIsTheLastOnesAndTheFlowOnDaysWeeksAndMonths() {
    for (String step : List.of("day", "week", "month")) {
      GridTown town = new GridTown();
      hazard(town, "x", "reported_at", "05-31 08:00");
      hazard(town, "y", "reported_at", "06-01 00:00", "resolved_at", "06-02 00:00");
      hazard(town, "z", "reported_at", "06-03 08:00", "rejected_at", "06-08 00:00");
      AnalysisResult flow = result(town, "window", "30", "step", step);
      double stock = 0;
      int count = flow.getSeries("stock.open").points().size();
      for (int i = 0; i < count; i++) {
        if (number(flow, "stock.open", i).isPresent()) {
          stock +=
              number(flow, "flow.reported", i).getAsDouble()
                  - number(flow, "flow.resolved", i).getAsDouble()
                  - number(flow, "flow.rejected", i).getAsDouble();
          assertThat(number(flow, "stock.open", i)).as("%s %d", step, i).hasValue(stock);
        }
      }
      assertThat(stock).isEqualTo(1);
      assertThat(count).isEqualTo(Map.of("day", 31, "week", 6, "month", 2).get(step));
    }
  }

  private static java.util.OptionalDouble number(AnalysisResult result, String series, int i) {
    return result.getSeries(series).points().get(i).value();
  }

  @Test
  void beforeTheFirstReportNobodyKnowsTheStock() {
    GridTown town = new GridTown();
    hazard(town, "x", "reported_at", "06-10 08:00");
    List<Series.Point> stock =
        result(town, "window", "10", "step", "day").getSeries("stock.open").points();
    assertThat(stock.get(0).key()).isEqualTo("2026-06-05");
    assertThat(stock.get(4).value()).isEmpty();
    assertThat(stock.get(5).value()).hasValue(1);
  }

  @Test
  void aHazardThatLeftTheResolvedStateWasReopened() {
    GridTown town = town();
    event(town, 1, "a", "06-05 08:00", "resolved");
    event(town, 2, "b", "06-12 08:00", "resolved");
    // Resolved, opened again, resolved: once is enough.
    event(town, 3, "g", "06-06 18:00", "resolved");
    event(town, 5, "g", "06-08 18:00", "resolved");
    event(town, 4, "g", "06-07 18:00", "assigned");
    // Before the window, and after the moment.
    event(town, 6, "i", "04-20 08:00", "resolved");
    event(town, 7, "i", "06-01 08:00", "assigned");
    event(town, 8, "b", "06-15 18:00:01", "assigned");
    event(town, 9, "nowhere", "06-01 08:00", "resolved");
    Metric reopened = result(town, "window", "30").getMetric("reopened");
    assertQuotient(reopened, 1, 3);
    assertThat(reopened.counted().codes()).containsExactly("a", "b", "g");
    assertThat(reopened.exclusions())
        .singleElement()
        .satisfies(left -> assertThat(left.reason()).isEqualTo("hazard_unknown"));
  }

  private static void event(GridTown town, int number, String hazard, String at, String to) {
    town.put(
        "hazard_events",
        "e" + number,
        null,
        with("hazard_code", hazard),
        with("at", time(at)),
        with("to", to));
  }

  @Test
  void withoutAHistoryNobodyKnowsWhatWasReopened() {
    assertThat(result.getMetric("reopened").absence()).hasValue("no_history");
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

  /**
   * Two hazards in each of the seven cells about the post, which is the middle of the data and so
   * of a cell; the next centres are 173.2 m away. The middle sums 14, those around it 8 of four
   * cells, and the next at most 4, which 2 of 7 random cells have often enough.
   */
  @Test
  void aCrowdInSevenCellsIsHotInSeven() {
    GridTown town = new GridTown().community("T", box(-1000, -1000, 1000, 1000));
    for (int i = 0; i < 7; i++) {
      double angle = Math.toRadians(60 * i);
      double metres = i == 6 ? 0 : 173.2;
      for (String twice : List.of("x", "y")) {
        hazard(
            town,
            twice + i,
            metres * Math.cos(angle),
            metres * Math.sin(angle),
            "reported_at",
            "06-01 08:00");
      }
    }
    hazard(town, "east", 1500, 0, "reported_at", "06-01 08:00");
    hazard(town, "west", -1500, 0, "reported_at", "06-01 08:00");
    hazard(town, "not", 0, 0, "reported_at", "06-01 08:00", "rejected_at", "06-02 08:00");
    AnalysisResult crowd = result(town);
    List<Feature> cells = crowd.getLayer("hazard_hotspots").list();
    List<Feature> hot = cells.stream().filter(cell -> "hot".equals(cell.value(0))).toList();
    assertThat(hot).hasSize(7);
    assertThat(hot).allSatisfy(cell -> assertThat(cell.value(2)).isEqualTo(2L));
    assertThat(hot.stream().map(cell -> (Long) cell.value(4))).containsOnly(14L, 8L);
    assertQuotient(crowd.getMetric("hotspots.hot"), 7, cells.size());
    assertThat(crowd.getMetric("hotspots.hot").counted().size()).isEqualTo(14);
    assertThat(crowd.getMetric("hotspots.hot").exclusions())
        .extracting(left -> left.reason() + left.rows().codes())
        .containsExactly("rejected[not]", "outside[east, west]");
    // Nobody is known to live anywhere: it cannot be held against residents.
    assertThat(crowd.getMetric("hotspots.unexplained").absence()).hasValue("no_residents_around");
    assertThat(cells).allSatisfy(cell -> assertThat(cell.value(1)).isNull());
  }
}
