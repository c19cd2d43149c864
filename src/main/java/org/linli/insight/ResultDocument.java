package org.linli.insight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.layer.Audience;
import org.linli.layer.LocalText;

/** A result as JSON. What is missing is null, and says why. */
record ResultDocument(
    String analysis,
    Instant asOf,
    Optional<Instant> dataUntil,
    boolean stale,
    Map<String, String> parameters,
    List<Number> metrics,
    List<Area> areas,
    List<Line> series,
    List<Made> layers,
    String self) {

  /**
   * One number.
   *
   * @param atLeast whether the value is only a lower bound
   * @param counted how many rows it counts, and where they are; staff only
   */
  record Number(
      String id,
      LocalText titles,
      LocalText formula,
      String unit,
      OptionalDouble value,
      OptionalDouble numerator,
      OptionalDouble denominator,
      boolean atLeast,
      Optional<Reason> absence,
      Optional<RowsLink> counted,
      List<Left> excluded) {}

  /** Why there is no value. */
  record Reason(String id, LocalText text) {}

  /** Rows of a layer, to be had as GeoJSON. */
  record RowsLink(Optional<String> layer, int rows, String href) {}

  /** Rows left out, and why. */
  record Left(Reason reason, RowsLink rows) {}

  /** The numbers of one community, by metric. */
  record Area(String code, Optional<String> parent, List<AreaNumber> metrics) {}

  /** One number of a community. */
  record AreaNumber(
      String id,
      OptionalDouble value,
      OptionalDouble numerator,
      OptionalDouble denominator,
      Optional<Reason> absence) {}

  /** Numbers in a row, each a key and a value. */
  record Line(String id, LocalText titles, String unit, List<Point> points) {}

  /** One of them; null when it is not known. */
  record Point(String key, OptionalDouble value) {}

  /** A layer that came with the result. */
  record Made(String id, LocalText titles, String geojson) {}

  static ResultDocument of(Question question, AnalysisResult result, Address address) {
    AnalysisDefinition definition = question.analysis().definition();
    Writer writer = new Writer(definition, question, address);
    return new ResultDocument(
        result.analysis(),
        result.asOf(),
        result.dataUntil(),
        result.stale(),
        question.query(),
        result.metrics().stream().map(writer::number).toList(),
        result.areas().stream()
            .map(
                area ->
                    new Area(
                        area.area(),
                        area.parent(),
                        area.metrics().stream().map(writer::ofArea).toList()))
            .toList(),
        result.series().stream()
            .map(
                series ->
                    new Line(
                        series.id(),
                        series.definition().title(),
                        series.definition().unit(),
                        series.points().stream()
                            .map(point -> new Point(point.key(), point.value()))
                            .toList()))
            .toList(),
        result.layers().stream()
            .map(
                layer ->
                    new Made(
                        layer.definition().id(),
                        layer.definition().title(),
                        address.ofLayer(layer.definition().id(), question.query())))
            .toList(),
        address.of(question.query()));
  }

  /** Writes numbers with their reasons in words and their rows as links. */
  private record Writer(AnalysisDefinition definition, Question question, Address address) {

    private Number number(Metric metric) {
      boolean staff = question.audience() == Audience.STAFF;
      return new Number(
          metric.id(),
          metric.definition().title(),
          metric.definition().formula(),
          metric.definition().unit(),
          metric.value(),
          metric.numerator(),
          metric.denominator(),
          metric.atLeast(),
          metric.absence().map(this::reason),
          staff && metric.counted().layer().isPresent()
              ? Optional.of(
                  new RowsLink(
                      metric.counted().layer().map(Writer::layerId),
                      metric.counted().size(),
                      address.ofRows(metric.id(), question.query())))
              : Optional.empty(),
          metric.exclusions().stream().map(one -> left(metric, one)).toList());
    }

    private Left left(Metric metric, Exclusion exclusion) {
      return new Left(
          reason(exclusion.reason()),
          new RowsLink(
              exclusion.rows().layer().map(Writer::layerId),
              exclusion.count(),
              address.ofRowsLeftOut(
                  metric.id(), metric.exclusions().indexOf(exclusion), question.query())));
    }

    private static String layerId(LayerRows rows) {
      return rows.definition().id();
    }

    private AreaNumber ofArea(Metric metric) {
      return new AreaNumber(
          metric.id(),
          metric.value(),
          metric.numerator(),
          metric.denominator(),
          metric.absence().map(this::reason));
    }

    private Reason reason(String id) {
      return new Reason(id, definition.getReason(id));
    }
  }
}
