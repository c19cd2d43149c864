package org.linli.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.linli.layer.LocalText;

/** What an analysis takes and gives: data, not code. */
public record AnalysisDefinition(
    String id,
    LocalText title,
    LocalText description,
    List<Parameter> parameters,
    List<MetricDefinition> metrics) {

  /**
   * @throws NoSuchElementException if the analysis has no such metric
   */
  public MetricDefinition getMetric(String metricId) {
    return metrics.stream()
        .filter(metric -> metric.id().equals(metricId))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(id + " defines no metric " + metricId));
  }

  /**
   * Checks what was given, by parameter name, and fills in the rest.
   *
   * @throws ParameterException if a name is unknown, a value out of range, or a required one
   *     missing
   */
  public ParameterValues values(Map<String, String> given) {
    for (String name : given.keySet()) {
      requireKnown(name);
    }
    Map<String, Object> values = new HashMap<>();
    for (Parameter parameter : parameters) {
      String text = given.getOrDefault(parameter.name(), parameter.standard().orElse(null));
      if (text != null) {
        values.put(parameter.name(), parameter.parse(text));
      } else if (parameter.required()) {
        throw new ParameterException(
            parameter.name(), "Analysis " + id + " needs the parameter " + parameter.name() + ".");
      }
    }
    return new ParameterValues(values);
  }

  private void requireKnown(String name) {
    if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
      throw new ParameterException(
          name,
          "Analysis "
              + id
              + " has no parameter «"
              + name
              + "»: it takes "
              + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "))
              + ".");
    }
  }
}
