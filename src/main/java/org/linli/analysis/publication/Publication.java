package org.linli.analysis.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.analysis.Series;
import org.linli.analysis.publication.Withholding.Cell;
import org.linli.layer.Audience;
import org.linli.layer.LocalText;

/**
 * The public's result of a whole one: the metrics, series and layers that are meant for it, people
 * in tens and shares of them in whole percent, nothing of few people or of one or two things, no
 * money of few givers, no rows.
 */
public final class Publication {
  /** Why a number is not told. */
  public static final String SUPPRESSED = "suppressed";

  /** Why a sum of money is not told. */
  public static final String FEW_GIVERS = "few_givers";

  private static final Map<String, LocalText> REASONS =
      Map.of(
          SUPPRESSED,
          new LocalText(
              "涉及的人或楼太少（或能由此推出），不公布",
              "Not published: it tells of few people or buildings, or would let that be worked out",
              "མི་དང་ཁང་བརྩེགས་ཉུང་དྲགས་པས་ཁྱབ་བསྒྲགས་མི་བྱེད།"),
          FEW_GIVERS,
          new LocalText(
              "出资人不足三人，或一人占八成以上，不公布",
              "Not published: fewer than three givers, or one gave more than 80 %",
              "མ་དངུལ་འབུལ་མཁན་གསུམ་མ་ལོངས་པའམ་གཅིག་གིས་བརྒྱ་ཆ་བརྒྱད་ཅུ་ལྷག་ཕུལ་བས་ཁྱབ་བསྒྲགས་མི་བྱེད།"));

  /** An area with fewer things than this is as good as one of them. */
  private static final int FEWEST_ROWS = 3;

  private static final double TENS = 10;
  private static final double PERCENT = 100;

  private final AnalysisResult whole;
  private final Set<String> fewPeople;
  private final Set<String> fewRows;

  private Publication(AnalysisResult whole) {
    this.whole = whole;
    List<Metric> people = everywhere().filter(m -> m.definition().countsPeople()).toList();
    PeopleCounts counts = new PeopleCounts(people);
    this.fewPeople = withheld(counts::of, counts::tellOfFew);
    this.fewRows = tellsOfThings() ? withheld(this::rows, Publication::areFew) : Set.of();
  }

  /**
   * Whether what the analysis says of single things is for staff, so that areas must not say it.
   */
  private boolean tellsOfThings() {
    return whole.layers().stream().anyMatch(l -> l.definition().audience() == Audience.STAFF);
  }

  /** In words, a reason that publication gives; empty for one of an analysis. */
  public static Optional<LocalText> findReason(String reason) {
    return Optional.ofNullable(REASONS.get(reason));
  }

  /** What the public gets of a result. */
  public static AnalysisResult of(AnalysisResult whole) {
    return new Publication(whole).published();
  }

  private static boolean isPublic(Metric metric) {
    return metric.definition().audience() == Audience.PUBLIC;
  }

  private Stream<Metric> everywhere() {
    return Stream.concat(
            whole.metrics().stream(), whole.areas().stream().flatMap(a -> a.metrics().stream()))
        .filter(Publication::isPublic);
  }

  /** What an area's metrics are as numbers that add up. */
  private interface Sums {
    double[] of(List<Metric> metrics);
  }

  private Set<String> withheld(Sums sums, Predicate<double[]> unfit) {
    List<Cell> areas =
        whole.areas().stream()
            .map(area -> new Cell(area.area(), area.parent(), sums.of(published(area))))
            .toList();
    return Withholding.of(sums.of(published(whole.metrics())), areas, unfit);
  }

  /** How many rows each metric counts that is told by area and not of people. */
  private double[] rows(List<Metric> metrics) {
    List<String> ids =
        whole.areas().stream()
            .flatMap(area -> published(area).stream())
            .filter(metric -> !metric.definition().countsPeople())
            .map(Metric::id)
            .distinct()
            .toList();
    double[] rows = new double[ids.size()];
    for (Metric metric : metrics) {
      int i = ids.indexOf(metric.id());
      if (i >= 0) {
        rows[i] = metric.counted().size();
      }
    }
    return rows;
  }

  private static boolean areFew(double[] rows) {
    for (double some : rows) {
      if (some > 0 && some < FEWEST_ROWS) {
        return true;
      }
    }
    return false;
  }

  private static List<Metric> published(AreaMetrics area) {
    return published(area.metrics());
  }

  private static List<Metric> published(List<Metric> metrics) {
    return metrics.stream().filter(Publication::isPublic).toList();
  }

  private AnalysisResult published() {
    return new AnalysisResult(
        whole.analysis(),
        whole.asOf(),
        whole.dataUntil().map(PublicMoment::day),
        whole.stale(),
        told(Withholding.WHOLE, whole.metrics()),
        whole.areas().stream()
            .map(area -> new AreaMetrics(area.area(), area.parent(), told(area)))
            .filter(area -> !area.metrics().isEmpty())
            .toList(),
        whole.series().stream()
            .filter(series -> series.definition().audience() == Audience.PUBLIC)
            .map(Publication::told)
            .toList(),
        whole.layers().stream()
            .filter(layer -> layer.definition().audience() == Audience.PUBLIC)
            .map(this::told)
            .toList());
  }

  private DerivedLayer told(DerivedLayer layer) {
    return PublicSquares.isOne(layer)
        ? PublicSquares.of(layer, whole, area -> fewPeople.contains(area) && fewRows.contains(area))
        : layer;
  }

  private List<Metric> told(AreaMetrics area) {
    return told(area.area(), area.metrics());
  }

  private List<Metric> told(String area, List<Metric> metrics) {
    List<Metric> told = new ArrayList<>();
    published(metrics).forEach(metric -> told.add(told(area, metric)));
    return told;
  }

  private Metric told(String area, Metric metric) {
    boolean people = metric.definition().countsPeople();
    if (metric.value().isEmpty()) {
      return with(metric, OptionalDouble.empty(), metric.absence());
    }
    if ((people ? fewPeople : fewRows).contains(area)) {
      return without(metric, SUPPRESSED);
    }
    if (Givers.areFew(metric)) {
      return without(metric, FEW_GIVERS);
    }
    return people ? ofPeople(metric) : with(metric, shareInPercent(metric), Optional.empty());
  }

  private static Metric without(Metric metric, String reason) {
    return Metric.of(metric.definition(), metric.asOf()).absent(reason);
  }

  private static Metric with(Metric metric, OptionalDouble value, Optional<String> absence) {
    return new Metric(
        metric.definition(),
        metric.numerator(),
        metric.denominator(),
        value,
        absence,
        metric.atLeast(),
        RowSet.NONE,
        metric.exclusions(),
        metric.asOf());
  }

  /** A rate follows from its denominator in tens, or that could be worked out from the two. */
  private static Metric ofPeople(Metric metric) {
    OptionalDouble all = inTens(metric.denominator());
    return new Metric(
        metric.definition(),
        metric.isPerPerson() ? metric.numerator() : inTens(metric.numerator()),
        all,
        metric.isPerPerson() ? perTens(metric, all) : countOrShare(metric),
        Optional.empty(),
        metric.atLeast(),
        RowSet.NONE,
        metric.exclusions(),
        metric.asOf());
  }

  private static OptionalDouble countOrShare(Metric metric) {
    return isShare(metric.definition().unit()) ? inPercent(metric.value()) : inTens(metric.value());
  }

  private static OptionalDouble perTens(Metric metric, OptionalDouble all) {
    double exact = metric.value().getAsDouble() * metric.denominator().getAsDouble();
    return OptionalDouble.of(exact / all.getAsDouble());
  }

  private static OptionalDouble inTens(OptionalDouble people) {
    return people.stream().map(count -> Math.round(count / TENS) * TENS).findFirst();
  }

  private static OptionalDouble shareInPercent(Metric metric) {
    return isShare(metric.definition().unit()) ? inPercent(metric.value()) : metric.value();
  }

  private static Series told(Series series) {
    return isShare(series.definition().unit())
        ? new Series(
            series.definition(),
            series.points().stream()
                .map(point -> new Series.Point(point.key(), inPercent(point.value())))
                .toList())
        : series;
  }

  private static boolean isShare(String unit) {
    return unit.equals("share");
  }

  private static OptionalDouble inPercent(OptionalDouble share) {
    return share.stream().map(part -> Math.round(part * PERCENT) / PERCENT).findFirst();
  }
}
