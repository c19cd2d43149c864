package org.linli.analysis;

import java.util.List;
import java.util.NoSuchElementException;

/**
 * What would be otherwise.
 *
 * @param metrics all numbers as they would be
 * @param series all series as they would be
 * @param changes for each layer that the analysis makes, the rows that would be otherwise
 */
public record Alternative(List<Metric> metrics, List<Series> series, List<LayerChanges> changes) {
  public Alternative {
    metrics = List.copyOf(metrics);
    series = List.copyOf(series);
    changes = List.copyOf(changes);
  }

  /** What two results differ in. */
  public static Alternative of(AnalysisResult was, AnalysisResult is) {
    return new Alternative(
        is.metrics(),
        is.series(),
        was.layers().stream()
            .map(layer -> LayerChanges.between(layer, is.getLayer(layer.definition().id())))
            .toList());
  }

  /**
   * @throws NoSuchElementException if the analysis has no such metric
   */
  public Metric getMetric(String id) {
    return metrics.stream()
        .filter(metric -> metric.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("There is no metric " + id));
  }
}
