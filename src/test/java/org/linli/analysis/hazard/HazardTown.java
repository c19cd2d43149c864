package org.linli.analysis.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.fix;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.time;
import static org.linli.analysis.GridTown.with;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.GridTown.Value;
import org.linli.analysis.Metric;
import org.linli.layer.Audience;

/** A town of hazards to predict from, seen from Monday, 15 June 2026, 18:00. */
final class HazardTown {
  private HazardTown() {}

  static AnalysisResult result(GridTown town, String... namesAndValues) {
    Map<String, String> given = new HashMap<>(Map.of("asOf", GridTown.AS_OF));
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
  static void hazard(GridTown town, String code, String... fields) {
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
  static GridTown town() {
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

  static void assertQuotient(Metric metric, double numerator, double denominator) {
    assertThat(metric.numerator()).as("numerator of " + metric.id()).hasValue(numerator);
    assertThat(metric.denominator()).as("denominator of " + metric.id()).hasValue(denominator);
    assertThat(metric.value()).hasValue(numerator / denominator);
  }
}
