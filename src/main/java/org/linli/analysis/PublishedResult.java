package org.linli.analysis;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;

/**
 * What the public gets of a result: the numbers, series and layers that are for it; people rounded
 * to ten and shares to a whole percent; nothing that rests on fewer than ten people or three rows,
 * nor that from which it could be worked out; and no rows.
 */
public final class PublishedResult {
  /** The reason for a number that there is, but not for the public. */
  public static final String SUPPRESSED = "suppressed";

  private PublishedResult() {}

  /** The latest moment that the public may look from. */
  public static Instant latestAsOf(Instant now) {
    return PublishingRules.latest(now);
  }

  /**
   * @throws InvalidParameterException if the public may not look from the moment
   */
  public static void requireAsOf(Instant asOf, Instant now) {
    PublishingRules.requireLooksFrom(asOf, now);
  }

  public static AnalysisResult of(AnalysisResult whole) {
    Map<String, Set<String>> hidden = new HashMap<>();
    whole.metrics().stream()
        .filter(PublishedResult::isPublic)
        .forEach(metric -> hidden.put(metric.id(), hiddenAreas(metric, whole.areas())));
    return new AnalysisResult(
        whole.analysis(),
        whole.asOf(),
        whole.dataUntil().map(PublishedResult::day),
        whole.stale(),
        published(whole.metrics(), Suppression.WHOLE, hidden),
        whole.areas().stream()
            .map(
                area ->
                    new AreaMetrics(
                        area.area(), area.parent(), published(area.metrics(), area.area(), hidden)))
            .toList(),
        whole.series().stream()
            .filter(series -> series.definition().audience() == Audience.PUBLIC)
            .map(PublishedResult::rounded)
            .toList(),
        whole.layers().stream()
            .filter(layer -> layer.definition().audience() == Audience.PUBLIC)
            .toList());
  }

  /** To the day: the very moment of a record is nobody's business. */
  private static Instant day(Instant record) {
    long millis = record.toEpochMilli();
    return Instant.ofEpochMilli(CommunityTime.startOf(CommunityTime.dayOf(millis)));
  }

  private static boolean isPublic(Metric metric) {
    return metric.definition().audience() == Audience.PUBLIC;
  }

  private static Set<String> hiddenAreas(Metric whole, List<AreaMetrics> areas) {
    Suppression suppression = new Suppression();
    suppression.add(Suppression.WHOLE, Optional.empty(), Suppression.Part.of(whole));
    Set<String> codes = areas.stream().map(AreaMetrics::area).collect(Collectors.toSet());
    for (AreaMetrics area : areas) {
      Optional<String> parent = area.parent().filter(codes::contains);
      area.metrics().stream()
          .filter(metric -> metric.id().equals(whole.id()))
          .forEach(metric -> suppression.add(area.area(), parent, Suppression.Part.of(metric)));
    }
    return suppression.hidden();
  }

  private static List<Metric> published(
      List<Metric> metrics, String area, Map<String, Set<String>> hidden) {
    return metrics.stream()
        .filter(PublishedResult::isPublic)
        .map(
            metric ->
                hidden.getOrDefault(metric.id(), Set.of()).contains(area)
                    ? Metric.of(metric.definition(), metric.asOf()).absent(SUPPRESSED)
                    : rounded(metric))
        .toList();
  }

  private static Metric rounded(Metric metric) {
    boolean people = metric.definition().countsPeople();
    boolean share = metric.definition().unit().equals("share");
    return new Metric(
        metric.definition(),
        people ? rounded(metric.numerator()) : metric.numerator(),
        people ? rounded(metric.denominator()) : metric.denominator(),
        share ? percent(metric.value()) : people ? ofPeople(metric) : metric.value(),
        metric.absence(),
        metric.atLeast(),
        RowSet.NONE,
        List.of(),
        metric.asOf());
  }

  /** Per person what the rounded numbers give, or the exact ones could be worked back. */
  private static OptionalDouble ofPeople(Metric metric) {
    return metric.isPerPerson() && metric.value().isPresent()
        ? OptionalDouble.of(
            rounded(metric.numerator()).getAsDouble() / rounded(metric.denominator()).getAsDouble())
        : rounded(metric.value());
  }

  private static Series rounded(Series series) {
    return series.definition().unit().equals("share")
        ? new Series(
            series.definition(),
            series.points().stream()
                .map(point -> new Series.Point(point.key(), percent(point.value())))
                .toList())
        : series;
  }

  private static OptionalDouble rounded(OptionalDouble people) {
    return people.stream().map(PublishingRules::rounded).findFirst();
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return share.stream().map(PublishingRules::wholePercent).findFirst();
  }
}
