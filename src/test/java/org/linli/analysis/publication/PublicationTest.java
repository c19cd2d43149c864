package org.linli.analysis.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.Metric;
import org.linli.analysis.MetricDefinition;
import org.linli.analysis.Series;
import org.linli.analysis.SeriesDefinition;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;

class PublicationTest {
  private static final Instant AS_OF = Instant.parse("2026-06-07T16:00:00Z");
  private static final MetricDefinition COVERED = metric("covered", "share", Audience.PUBLIC, true);
  private static final MetricDefinition MISSED = metric("missed", "people", Audience.PUBLIC, true);
  private static final MetricDefinition STRICT = metric("strict", "share", Audience.PUBLIC, true);
  private static final MetricDefinition GAP = metric("gap", "days", Audience.STAFF, false);
  private static final MetricDefinition MONEY = metric("money", "CNY", Audience.PUBLIC, false);

  private static MetricDefinition metric(
      String id, String unit, Audience audience, boolean people) {
    return new MetricDefinition(id, LocalText.same(id), LocalText.same(id), unit, audience, people);
  }

  private static Metric covered(double part, double whole) {
    return Metric.of(COVERED, AS_OF).quotient(part, whole, "nothing_to_count");
  }

  private static AreaMetrics area(String code, String parent, Metric... metrics) {
    Optional<String> above = parent.isEmpty() ? Optional.empty() : Optional.of(parent);
    return new AreaMetrics(code, above, List.of(metrics));
  }

  private static AnalysisResult result(List<Metric> metrics, AreaMetrics... areas) {
    Instant last = Instant.parse("2026-06-07T03:17:45Z");
    return new AnalysisResult(
        "test",
        AS_OF,
        Optional.of(last),
        false,
        metrics,
        List.of(areas),
        List.of(
            new Series(
                new SeriesDefinition("hours", LocalText.same(""), "1", Audience.STAFF), List.of())),
        List.of());
  }

  private static Metric told(AnalysisResult published, String area) {
    return published.areas().stream()
        .filter(each -> each.area().equals(area))
        .findFirst()
        .orElseThrow()
        .metrics()
        .get(0);
  }

  @Test
  void peopleAreToldInTensAndSharesInWholePercent() {
    Metric told = Publication.of(result(List.of(covered(123, 456)))).getMetric("covered");
    assertThat(told.numerator()).hasValue(120);
    assertThat(told.denominator()).hasValue(460);
    // 123 ÷ 456 = 0.2697…
    assertThat(told.value()).hasValue(0.27);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 40, true",
    "40, 40, true",
    "10, 20, true",
    "1, 40, false",
    "9, 40, false",
    "31, 40, false",
    "39, 40, false",
    "5, 5, false",
    "0, 9, false"
  })
  void aPartAndWhatIsLeftAreEachNothingOrAtLeastTen(double part, double whole, boolean told) {
    Metric metric = Publication.of(result(List.of(covered(part, whole)))).getMetric("covered");
    assertThat(metric.value().isPresent()).isEqualTo(told);
    assertThat(metric.numerator().isPresent()).isEqualTo(told);
    assertThat(metric.absence()).isEqualTo(told ? Optional.empty() : Optional.of("suppressed"));
  }

  /**
   * 100 people of whom 60 are reached, and the same 60 of 103: three are missing from the first.
   */
  @Test
  void theDifferenceOfTwoDenominatorsIsNotOfFewEither() {
    Metric strict = Metric.of(STRICT, AS_OF).quotient(60, 103, "nothing_to_count");
    AnalysisResult published = Publication.of(result(List.of(covered(60, 100), strict)));
    assertThat(published.getMetric("covered").value()).isEmpty();
    assertThat(published.getMetric("strict").value()).isEmpty();
  }

  @Test
  void aCountBesideItsShareIsToldWithItOrNotAtAll() {
    Metric missed = Metric.of(MISSED, AS_OF).value(95);
    AnalysisResult few = Publication.of(result(List.of(covered(5, 100), missed)));
    assertThat(few.getMetric("missed").value()).isEmpty();
    AnalysisResult enough =
        Publication.of(result(List.of(covered(55, 100), Metric.of(MISSED, AS_OF).value(45))));
    assertThat(enough.getMetric("missed").value()).hasValue(50);
  }

  /** T 100 of 150 less X 60 of 80 and Y 36 of 50 leaves Z: 4 of 20. So the smallest beside it. */
  @Test
  void whatWouldFollowFromTheOthersIsWithheldWithOneOfThem() {
    AnalysisResult published =
        Publication.of(
            result(
                List.of(covered(100, 150)),
                area("T", "", covered(100, 150)),
                area("X", "T", covered(60, 80)),
                area("Y", "T", covered(36, 50)),
                area("Z", "T", covered(4, 20))));
    assertThat(told(published, "T").value()).hasValue(0.67);
    assertThat(told(published, "X").value()).hasValue(0.75);
    assertThat(told(published, "Y").absence()).contains("suppressed");
    assertThat(told(published, "Z").absence()).contains("suppressed");
  }

  /** T has 100 people, X 52 and Y 45: three live in neither. */
  @Test
  void whoeverLivesInNoneOfTheAreasBelowIsNotToldByThem() {
    AnalysisResult published =
        Publication.of(
            result(
                List.of(covered(50, 100)),
                area("T", "", covered(50, 100)),
                area("X", "T", covered(26, 52)),
                area("Y", "T", covered(24, 45))));
    assertThat(told(published, "Y").value()).isEmpty();
    assertThat(told(published, "X").value()).hasValue(0.5);
  }

  @Test
  void whatIsForStaffIsNotThereAtAll() {
    AnalysisResult published =
        Publication.of(
            result(
                List.of(Metric.of(GAP, AS_OF).value(7)),
                area("T", "", Metric.of(GAP, AS_OF).value(7))));
    assertThat(published.metrics()).isEmpty();
    assertThat(published.areas()).isEmpty();
    assertThat(published.series()).isEmpty();
  }

  @Test
  void theLastRecordIsToldByItsDay() {
    assertThat(Publication.of(result(List.of())).dataUntil())
        .contains(Instant.parse("2026-06-06T16:00:00Z"));
  }

  @Test
  void moneyWhoseGiversAreNotKnownIsNotTold() {
    Metric told =
        Publication.of(result(List.of(Metric.of(MONEY, AS_OF).value(5000)))).getMetric("money");
    assertThat(told.absence()).contains("few_givers");
  }

  @Test
  void thePublicLooksFromTheEndOfADayThatIsAWeekOld() {
    Instant now = Instant.parse("2026-06-15T10:00:00Z");
    assertThat(PublicMoment.latest(now)).isEqualTo("2026-06-07T16:00:00Z");
    PublicMoment.require(Instant.parse("2026-06-07T16:00:00Z"), now);
    PublicMoment.require(Instant.parse("2026-05-01T16:00:00Z"), now);
    for (String refused : List.of("2026-06-08T16:00:00Z", "2026-06-07T15:59:59Z")) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> PublicMoment.require(Instant.parse(refused), now))
          .isInstanceOf(InvalidParameterException.class);
    }
  }

  @Test
  void theLastMomentOfThePublicIsToldAsEachLanguageWritesIt() {
    LocalText said =
        catchThrowableOfType(
                InvalidParameterException.class,
                () ->
                    PublicMoment.require(
                        Instant.parse("2026-06-08T16:00:00Z"),
                        Instant.parse("2026-06-15T10:00:00Z")))
            .detail();
    assertThat(said.zh()).contains("最晚为 2026年6月8日 00:00。");
    assertThat(said.en()).contains("seven days old: 8 June 2026, 00:00 at the latest.");
    assertThat(said.bo()).endsWith("2026 ལོའི་ཟླ་ 6 ཚེས་ 8 00:00");
  }

  /**
   * An attacker who gets every published count to the person, not to ten, and who knows how the
   * areas lie in each other, puts down an equation for each: it is the sum of those below it and of
   * whoever lives in none of them. No count that is not published follows from the equations, and
   * no sum of such counts that does is one of few people.
   */
  @Test
  void nothingThatIsWithheldFollowsFromWhatIsPublished() {
    int withheldInAll = 0;
    int toldInAll = 0;
    for (int seed = 0; seed < 400; seed++) {
      RandomTown town = new RandomTown(new Random(seed));
      AnalysisResult published = Publication.of(town.result());
      Set<String> told = new HashSet<>();
      published.areas().stream()
          .filter(area -> area.metrics().get(0).value().isPresent())
          .forEach(area -> told.add(area.area()));
      if (published.getMetric("covered").value().isPresent()) {
        told.add("");
      }
      toldInAll += told.size();
      withheldInAll += town.areas() + 1 - told.size();
      new Attack(town, told).requireNothingGained("seed " + seed);
    }
    assertThat(withheldInAll).isGreaterThan(500);
    assertThat(toldInAll).isGreaterThan(500);
  }

  /** Areas in areas, at most three deep, with people at the bottom and some in between. */
  private static final class RandomTown {
    private final Random random;
    private final List<AreaMetrics> areas = new ArrayList<>();
    final Map<String, List<String>> below = new HashMap<>();
    final Map<String, double[]> counts = new HashMap<>();

    RandomTown(Random random) {
      this.random = random;
      grow("", 0);
    }

    private double[] grow(String code, int depth) {
      double[] sum = new double[2];
      boolean leaf = depth == 3 || depth > 0 && random.nextInt(4) == 0;
      if (leaf || random.nextInt(3) == 0) {
        sum[1] = leaf ? random.nextInt(120) : random.nextInt(30);
        sum[0] = random.nextInt(3) == 0 ? sum[1] : Math.floor(sum[1] * random.nextDouble());
      }
      List<String> children = new ArrayList<>();
      for (int i = 0; !leaf && i < 1 + random.nextInt(4); i++) {
        String child = code + (char) ('a' + i);
        children.add(child);
        double[] part = grow(child, depth + 1);
        sum[0] += part[0];
        sum[1] += part[1];
      }
      below.put(code, children);
      counts.put(code, sum);
      if (!code.isEmpty()) {
        String parent = code.substring(0, code.length() - 1);
        areas.add(area(code, parent, covered(sum[0], sum[1])));
      }
      return sum;
    }

    int areas() {
      return areas.size();
    }

    AnalysisResult result() {
      double[] all = counts.get("");
      return PublicationTest.result(
          List.of(covered(all[0], all[1])), areas.toArray(AreaMetrics[]::new));
    }
  }

  /** Solves the equations of what is known by elimination. */
  private static final class Attack {
    private final RandomTown town;
    private final Set<String> told;
    private final List<String> unknown = new ArrayList<>();

    /** One column an unknown, then the sums that the equation gives: the part and the whole. */
    private final List<double[]> equations = new ArrayList<>();

    Attack(RandomTown town, Set<String> told) {
      this.town = town;
      this.told = told;
      town.counts.keySet().stream().filter(code -> !told.contains(code)).forEach(unknown::add);
      town.below.keySet().forEach(code -> unknown.add(rest(code)));
      town.below.forEach(this::add);
      eliminate();
    }

    /** Whoever lives in an area and in none below it. */
    private static String rest(String code) {
      return "rest of " + code;
    }

    private void add(String code, List<String> children) {
      double[] equation = new double[unknown.size() + 2];
      put(equation, code, 1);
      children.forEach(child -> put(equation, child, -1));
      if (!children.isEmpty()) {
        equation[unknown.indexOf(rest(code))] -= 1;
        equations.add(equation);
      }
    }

    /** A told count goes to the other side. */
    private void put(double[] equation, String code, int sign) {
      if (told.contains(code)) {
        equation[unknown.size()] -= sign * town.counts.get(code)[0];
        equation[unknown.size() + 1] -= sign * town.counts.get(code)[1];
      } else {
        equation[unknown.indexOf(code)] += sign;
      }
    }

    private void eliminate() {
      int row = 0;
      for (int column = 0; column < unknown.size() && row < equations.size(); column++) {
        int pivot = row;
        while (pivot < equations.size() && Math.abs(equations.get(pivot)[column]) < 1e-9) {
          pivot++;
        }
        if (pivot < equations.size()) {
          java.util.Collections.swap(equations, row, pivot);
          clear(row++, column);
        }
      }
    }

    private void clear(int row, int column) {
      double[] by = equations.get(row);
      double first = by[column];
      for (int i = 0; i < by.length; i++) {
        by[i] /= first;
      }
      for (double[] other : equations) {
        double times = other == by ? 0 : other[column];
        for (int i = 0; times != 0 && i < by.length; i++) {
          other[i] -= times * by[i];
        }
      }
    }

    void requireNothingGained(String seed) {
      for (double[] equation : equations) {
        List<String> in = new ArrayList<>();
        boolean sum = true;
        for (int i = 0; i < unknown.size(); i++) {
          if (Math.abs(equation[i]) > 1e-9) {
            in.add(unknown.get(i));
            sum &= equation[i] > 0;
          }
        }
        double part = Math.abs(equation[unknown.size()]);
        double whole = Math.abs(equation[unknown.size() + 1]);
        if (in.size() == 1 && !in.get(0).startsWith("rest of ")) {
          assertThat(in).as(seed + ": it follows").isEmpty();
        }
        if (sum) {
          assertThat(part).as(seed + " " + in).matches(PublicationTest::isFit);
          assertThat(whole - part).as(seed + " " + in).matches(PublicationTest::isFit);
        }
      }
    }
  }

  private static boolean isFit(double people) {
    return people < 1e-6 || people > 10 - 1e-6;
  }
}
