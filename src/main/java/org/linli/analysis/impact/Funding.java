package org.linli.analysis.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.analysis.Series;

/** Who paid: public money first, then the others. */
final class Funding {
  private static final List<String> SOURCES =
      List.of("public", "match", "crowdfunding", "donation", "in_kind");

  /** Money is not told of fewer givers, nor when one gives more than this part. */
  private static final int LEAST_GIVERS = 3;

  private static final double MOST_OF_ONE = 0.8;

  private final Built built;
  private final double[][] bySource;
  private final double[] givers;
  private final double[] largestPercent;

  Funding(Built built) {
    this.built = built;
    this.bySource =
        SOURCES.stream()
            .map(source -> built.projects().numbers("funding_" + source))
            .toArray(double[][]::new);
    this.givers = built.projects().numbers("givers");
    this.largestPercent = built.projects().numbers("largest_giver_percent");
  }

  boolean isKnown(int project) {
    return Arrays.stream(bySource).noneMatch(money -> Double.isNaN(money[project]));
  }

  private double publicMoney(int project) {
    return bySource[0][project];
  }

  private double otherMoney(int project) {
    return Arrays.stream(bySource).skip(1).mapToDouble(money -> money[project]).sum();
  }

  /** Whether everybody may know who paid for it, and if not, why. */
  enum Telling {
    TOLD,
    WITHHELD,
    UNKNOWN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Withheld says only that there were few givers or a large one: which of them would tell of one.
   */
  Telling telling(int project) {
    if (!isKnown(project)) {
      return Telling.UNKNOWN;
    }
    boolean many = givers[project] >= LEAST_GIVERS && part(largestPercent[project]) <= MOST_OF_ONE;
    return many || otherMoney(project) == 0 ? Telling.TOLD : Telling.WITHHELD;
  }

  /** What each source but the public one gave, by its name; empty unless it may be told. */
  Map<String, Double> given(int project) {
    Map<String, Double> given = new LinkedHashMap<>();
    for (int i = 1; i < SOURCES.size() && telling(project) == Telling.TOLD; i++) {
      given.put(SOURCES.get(i), bySource[i][project]);
    }
    return given;
  }

  /** Other money for each yuan of public money; empty where there is none, or it is not known. */
  OptionalDouble leverage(int project) {
    return isKnown(project) && publicMoney(project) > 0
        ? OptionalDouble.of(otherMoney(project) / publicMoney(project))
        : OptionalDouble.empty();
  }

  boolean isWithoutPublicMoney(int project) {
    return isKnown(project) && publicMoney(project) == 0;
  }

  List<Metric> metrics() {
    RowSet known = built.where(this::isKnown);
    RowSet own = built.where(this::isWithoutPublicMoney);
    Exclusion unknown = built.without("funding_unknown", project -> !isKnown(project));
    Metric.Draft leverage = built.draft("funding.leverage", known, unknown);
    Metric.Draft without = built.draft("funding.no_public", own, unknown);
    return List.of(
        known.isEmpty()
            ? leverage.absent("funding_unknown")
            : leverage.quotient(
                known.rows().mapToDouble(this::otherMoney).sum(),
                known.rows().mapToDouble(this::publicMoney).sum(),
                "no_public_money"),
        without.quotient(own.size(), known.size(), "funding_unknown"));
  }

  /** The stack for staff, and for everybody unless it would tell what one gave. */
  List<Series> series() {
    RowSet known = built.where(this::isKnown);
    boolean tellable = isTellable(known);
    List<Series.Point> all = new ArrayList<>();
    List<Series.Point> told = new ArrayList<>();
    for (int i = 0; i < SOURCES.size(); i++) {
      double[] money = bySource[i];
      double sum = known.rows().mapToDouble(project -> money[project]).sum();
      all.add(Series.Point.of(SOURCES.get(i), known.isEmpty() ? Double.NaN : sum));
      told.add(Series.Point.of(SOURCES.get(i), tellable ? sum : Double.NaN));
    }
    return List.of(
        new Series(ImpactAnalysis.DEFINITION.getSeries("funding.stack"), all),
        new Series(ImpactAnalysis.DEFINITION.getSeries("funding.stack.told"), told));
  }

  /** A giver of several projects may be counted as several, but never more than once in each. */
  private boolean isTellable(RowSet known) {
    double all = known.rows().mapToDouble(this::otherMoney).sum();
    double most =
        known
            .rows()
            .filter(project -> otherMoney(project) > 0)
            .mapToDouble(project -> otherMoney(project) * part(largestPercent[project]))
            .sum();
    int least =
        (int)
            known.rows().mapToDouble(project -> givers[project]).filter(n -> n > 0).max().orElse(0);
    return all > 0 && least >= LEAST_GIVERS && most <= MOST_OF_ONE * all;
  }

  /** What is not known may be everything. */
  private static double part(double percent) {
    return Double.isNaN(percent) ? 1 : percent / 100;
  }
}
