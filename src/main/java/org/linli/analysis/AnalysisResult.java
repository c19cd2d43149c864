package org.linli.analysis;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What an analysis found.
 *
 * @param dataUntil the time of the latest record it rests on; empty when there is none
 * @param stale whether that record is so old that "no records since …" must be said first
 * @param areas numbers by community, where they make sense
 */
public record AnalysisResult(
    String analysis,
    Instant asOf,
    Optional<Instant> dataUntil,
    boolean stale,
    List<Metric> metrics,
    List<AreaMetrics> areas,
    List<Series> series,
    List<DerivedLayer> layers) {
  public AnalysisResult {
    metrics = List.copyOf(metrics);
    areas = List.copyOf(areas);
    series = List.copyOf(series);
    layers = List.copyOf(layers);
  }

  /** The same with other numbers. */
  public AnalysisResult with(List<Metric> others) {
    return new AnalysisResult(analysis, asOf, dataUntil, stale, others, areas, series, layers);
  }

  /**
   * @throws NoSuchElementException if the analysis has no such metric
   */
  public Metric getMetric(String id) {
    return metrics.stream()
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(analysis + " has no metric " + id));
  }

  /**
   * @throws NoSuchElementException if the analysis has no such series
   */
  public Series getSeries(String id) {
    return series.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(analysis + " has no series " + id));
  }

  /**
   * @throws NoSuchElementException if the analysis makes no such layer
   */
  public DerivedLayer getLayer(String id) {
    return layers.stream()
        .filter(layer -> layer.definition().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(analysis + " makes no layer " + id));
  }
}
