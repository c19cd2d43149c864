package org.linli.analysis.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.time;
import static org.linli.analysis.GridTown.with;
import static org.linli.analysis.hazard.HazardTown.assertQuotient;
import static org.linli.analysis.hazard.HazardTown.hazard;
import static org.linli.analysis.hazard.HazardTown.result;
import static org.linli.analysis.hazard.HazardTown.town;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;
import org.linli.layer.Feature;

/** What happened over time and where, worked out by hand. */
class HazardCourseTest {
  private final AnalysisResult result = result(town(), "window", "30", "step", "day");

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

  private static OptionalDouble number(AnalysisResult result, String series, int i) {
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

  /** Each step's stock is what is open at its end, counted one by one, on seeded casebooks. */
  @Test
  void theStockEqualsAPlainCount() {
    for (long seed = 1; seed <= 5; seed++) {
      Random random = new Random(seed);
      GridTown town = new GridTown();
      long[] reported = new long[60];
      long[] ended = new long[60];
      for (int i = 0; i < reported.length; i++) {
        reported[i] = time("05-10 00:00").toEpochMilli() + 21_600_000L * random.nextInt(160);
        // Some end before they were reported, some never.
        long end = reported[i] + 21_600_000L * (random.nextInt(60) - 4);
        ended[i] = random.nextInt(4) == 0 ? Long.MAX_VALUE : end;
        town.put(
            "hazards",
            "h" + i,
            null,
            with("reported_at", Instant.ofEpochMilli(reported[i])),
            with(
                random.nextBoolean() ? "resolved_at" : "rejected_at",
                ended[i] == Long.MAX_VALUE ? null : Instant.ofEpochMilli(ended[i])));
      }
      List<Series.Point> days =
          result(town, "window", "30", "step", "day").getSeries("stock.open").points();
      for (Series.Point day : days.subList(0, days.size() - 1)) {
        long end = CommunityTime.startOf(LocalDate.parse(day.key()).plusDays(1));
        long open =
            IntStream.range(0, reported.length)
                .filter(i -> reported[i] < end && ended[i] >= end)
                .count();
        assertThat(day.value()).as("seed %d, %s", seed, day.key()).hasValue(open);
      }
    }
  }
}
