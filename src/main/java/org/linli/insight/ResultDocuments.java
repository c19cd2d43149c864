package org.linli.insight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;
import org.linli.analysis.publication.Publication;
import org.linli.catalogue.analyses.Question;
import org.linli.layer.Audience;
import org.linli.layer.LocalText;

/** A result as an audience gets it, with where to ask on. */
final class ResultDocuments {
  private final Audience audience;
  private final Question question;
  private final AnalysisDefinition definition;
  private final Addresses addresses;
  private final AreaNames names;

  private ResultDocuments(Question question, Audience audience) {
    this.question = question;
    this.audience = audience;
    this.definition = question.analysis().definition();
    this.addresses = new Addresses(audience);
    this.names = AreaNames.of(question, audience);
  }

  /**
   * @param self the address of this very result, whenever it is asked for
   * @param parameters all of them, by name, the standard ones filled in
   */
  record ResultDocument(
      String analysis,
      LocalText titles,
      String audience,
      String self,
      Instant asOf,
      Map<String, Object> parameters,
      Map<String, Source> roles,
      DataState data,
      List<MetricDocument> metrics,
      List<AreaDocument> areas,
      List<SeriesDocument> series,
      List<LayerDocument> layers) {}

  record Source(String layer, long version) {}

  /**
   * @param until the latest record; for the public the day of it
   * @param stale whether "no records since" must be said first
   */
  record DataState(Optional<Instant> until, boolean stale) {}

  /**
   * @param value null where a reason says why
   * @param atLeast whether the value is only a lower bound
   * @param counted the rows behind the number; for staff, where it counts rows
   */
  record MetricDocument(
      String id,
      LocalText titles,
      LocalText formula,
      String unit,
      Double value,
      Reason reason,
      boolean atLeast,
      Double numerator,
      Double denominator,
      Optional<RowsDocument> counted,
      List<ExclusionDocument> exclusions,
      Instant asOf) {}

  record Reason(String id, LocalText titles) {}

  record RowsDocument(int count, String href) {}

  /**
   * @param href the rows; for staff
   */
  record ExclusionDocument(String reason, LocalText titles, int count, Optional<String> href) {}

  /**
   * The numbers of one community, for bars and tables by community.
   *
   * @param titles its name in each language; its code where it has none
   * @param level such as {@code compound}; null where nobody says
   * @param parent the code of the one above; null at the top
   */
  record AreaDocument(
      String area,
      LocalText titles,
      Optional<String> level,
      Optional<String> parent,
      List<AreaMetric> metrics) {}

  record AreaMetric(
      String id,
      Double value,
      Reason reason,
      Double numerator,
      Double denominator,
      List<AreaExclusion> exclusions) {}

  record AreaExclusion(String reason, int count) {}

  record SeriesDocument(String id, LocalText titles, String unit, List<Point> points) {}

  record Point(String key, Double value) {}

  /**
   * @param tiles TileJSON, whose template names the very same layer
   */
  record LayerDocument(
      String id, LocalText titles, String collection, String items, String tiles, String geojson) {}

  static ResultDocument of(Question question, AnalysisResult result, Audience audience) {
    return new ResultDocuments(question, audience).document(result);
  }

  private ResultDocument document(AnalysisResult result) {
    return new ResultDocument(
        definition.id(),
        definition.title(),
        audience.name().toLowerCase(java.util.Locale.ROOT),
        Addresses.with(addresses.analysis(definition.id()), question.given()),
        result.asOf(),
        new TreeMap<>(question.values().asMap()),
        sources(),
        new DataState(result.dataUntil(), result.stale()),
        metrics(result.metrics()),
        result.areas().stream().map(this::area).toList(),
        result.series().stream().map(ResultDocuments::series).toList(),
        result.layers().stream().map(this::layer).toList());
  }

  private Map<String, Source> sources() {
    Map<String, Source> sources = new TreeMap<>();
    question
        .layers()
        .forEach(
            (role, layer) ->
                sources.put(role, new Source(layer.definition().id(), layer.version())));
    return sources;
  }

  List<MetricDocument> metrics(List<Metric> metrics) {
    return metrics.stream().map(this::metric).toList();
  }

  private MetricDocument metric(Metric metric) {
    return new MetricDocument(
        metric.id(),
        metric.definition().title(),
        metric.definition().formula(),
        metric.definition().unit(),
        number(metric.value()),
        reason(metric),
        metric.atLeast(),
        number(metric.numerator()),
        number(metric.denominator()),
        counted(metric),
        metric.exclusions().stream().map(exclusion -> exclusion(metric, exclusion)).toList(),
        metric.asOf());
  }

  private Optional<RowsDocument> counted(Metric metric) {
    return audience == Audience.STAFF && metric.counted().layer().isPresent()
        ? Optional.of(
            new RowsDocument(metric.counted().size(), rows(metric, "set", RowsAsked.COUNTED)))
        : Optional.empty();
  }

  private ExclusionDocument exclusion(Metric metric, Exclusion exclusion) {
    Optional<String> href =
        audience == Audience.STAFF
            ? Optional.of(rows(metric, "set", RowsAsked.EXCLUDED, "reason", exclusion.reason()))
            : Optional.empty();
    return new ExclusionDocument(
        exclusion.reason(), text(exclusion.reason()), exclusion.count(), href);
  }

  private String rows(Metric metric, String... own) {
    return Addresses.with(addresses.rows(definition.id(), metric.id()), question.given(), own);
  }

  private Reason reason(Metric metric) {
    return metric.absence().map(id -> new Reason(id, text(id))).orElse(null);
  }

  private LocalText text(String reason) {
    return Publication.findReason(reason).orElseGet(() -> definition.getReason(reason));
  }

  static Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private AreaDocument area(AreaMetrics area) {
    return new AreaDocument(
        area.area(),
        names.of(area.area()),
        names.level(area.area()),
        area.parent(),
        area.metrics().stream().map(this::areaMetric).toList());
  }

  private AreaMetric areaMetric(Metric metric) {
    return new AreaMetric(
        metric.id(),
        number(metric.value()),
        reason(metric),
        number(metric.numerator()),
        number(metric.denominator()),
        metric.exclusions().stream()
            .map(exclusion -> new AreaExclusion(exclusion.reason(), exclusion.count()))
            .toList());
  }

  private static SeriesDocument series(Series series) {
    return new SeriesDocument(
        series.id(),
        series.definition().title(),
        series.definition().unit(),
        series.points().stream().map(p -> new Point(p.key(), number(p.value()))).toList());
  }

  private LayerDocument layer(DerivedLayer layer) {
    String id = layer.definition().id();
    String collection = addresses.collection(id);
    return new LayerDocument(
        id,
        layer.definition().title(),
        Addresses.with(collection, question.given()),
        Addresses.with(collection + "/items", question.given()),
        Addresses.with(collection + "/tiles/WebMercatorQuad", question.given(), "f", "tilejson"),
        Addresses.with(addresses.file(id), question.given()));
  }
}
