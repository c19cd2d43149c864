package org.linli.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;

/**
 * What an analysis takes and gives: data, not code.
 *
 * @param roles the layers that it reads
 * @param layers the layers that it makes
 * @param reasons in words, each reason it gives for a missing number or a row left out
 */
public record AnalysisDefinition(
    String id,
    LocalText title,
    LocalText description,
    List<LayerRole> roles,
    List<Parameter> parameters,
    List<MetricDefinition> metrics,
    List<SeriesDefinition> series,
    List<LayerDefinition> layers,
    Map<String, LocalText> reasons) {

  /** Whether it has anything to tell an audience. */
  public boolean isFor(Audience audience) {
    return metrics.stream().anyMatch(metric -> audience.sees(metric.audience()));
  }

  /**
   * @throws NoSuchElementException if the analysis has no such metric
   */
  public MetricDefinition getMetric(String metricId) {
    return get(metrics.stream().filter(metric -> metric.id().equals(metricId)), metricId);
  }

  /**
   * @throws NoSuchElementException if the analysis has no such series
   */
  public SeriesDefinition getSeries(String seriesId) {
    return get(series.stream().filter(one -> one.id().equals(seriesId)), seriesId);
  }

  /**
   * @throws NoSuchElementException if the analysis makes no such layer
   */
  public LayerDefinition getLayer(String layerId) {
    return get(layers.stream().filter(layer -> layer.id().equals(layerId)), layerId);
  }

  /**
   * @throws NoSuchElementException if the analysis gives no such reason
   */
  public LocalText getReason(String reason) {
    return get(Stream.ofNullable(reasons.get(reason)), reason);
  }

  private <T> T get(Stream<T> found, String name) {
    return found
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(id + " does not define " + name));
  }

  /**
   * Checks what an audience gave, by parameter name, and fills in the rest.
   *
   * @throws InvalidParameterException if a name is unknown, a value out of range or not one for
   *     this audience, or a required one missing
   */
  public ParameterValues values(Map<String, String> given, Audience audience) {
    given.keySet().forEach(this::requireKnown);
    Map<String, Object> values = new HashMap<>();
    for (Parameter parameter : parameters) {
      Optional.ofNullable(given.get(parameter.name()))
          .or(parameter::standard)
          .map(text -> parameter.parse(text, audience))
          .ifPresentOrElse(
              value -> values.put(parameter.name(), value), () -> requireOptional(parameter));
    }
    return new ParameterValues(values);
  }

  private void requireKnown(String name) {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    if (!names.contains(name)) {
      String list = String.join(", ", names);
      throw new InvalidParameterException(
          name,
          new LocalText(
              "分析「" + id + "」没有参数「" + name + "」。可用的参数：" + list + "。",
              "Analysis " + id + " has no parameter «" + name + "». It takes: " + list + ".",
              "དབྱེ་ཞིབ་ «" + id + "» ལ་ཞུགས་གྲངས་ «" + name + "» མེད། སྤྱོད་ཆོག་པ། " + list),
          names);
    }
  }

  private void requireOptional(Parameter parameter) {
    String name = parameter.name();
    if (parameter.required()) {
      throw new InvalidParameterException(
          name,
          new LocalText(
              "分析「" + id + "」需要参数「" + name + "」。",
              "Analysis " + id + " needs the parameter " + name + ".",
              "དབྱེ་ཞིབ་ «" + id + "» ལ་ཞུགས་གྲངས་ «" + name + "» དགོས།"));
    }
  }
}
