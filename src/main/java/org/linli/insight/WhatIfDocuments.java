package org.linli.insight;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.linli.analysis.Alternative;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.LayerChanges;
import org.linli.analysis.Metric;
import org.linli.catalogue.analyses.Finding;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;

/**
 * What would be otherwise: each number before and after, and the rows that are not as they were.
 */
final class WhatIfDocuments {
  private WhatIfDocuments() {}

  record WhatIf(
      String analysis,
      Instant asOf,
      Map<String, Object> parameters,
      List<Difference> metrics,
      List<ChangedLayer> changed) {}

  /**
   * @param difference after less before; null where one of them is not known
   */
  record Difference(
      String id, LocalText titles, String unit, Double before, Double after, Double difference) {}

  /**
   * @param by the field whose change counts; null where any counts
   * @param count how many rows changed, came or went
   */
  record ChangedLayer(
      String layer, LocalText titles, String by, int count, List<ChangedRow> rows) {}

  /**
   * @param before the fields that are not the same; null where the row was not there
   * @param after likewise
   */
  record ChangedRow(String code, Map<String, Object> before, Map<String, Object> after) {}

  static WhatIf of(Finding before, Alternative after) {
    AnalysisResult was = before.result(Audience.STAFF);
    return new WhatIf(
        was.analysis(),
        was.asOf(),
        new TreeMap<>(before.question().values().asMap()),
        was.metrics().stream().map(metric -> of(metric, after.getMetric(metric.id()))).toList(),
        after.changes().stream().map(WhatIfDocuments::of).toList());
  }

  private static Difference of(Metric was, Metric is) {
    return new Difference(
        was.id(),
        was.definition().title(),
        was.definition().unit(),
        ResultDocuments.number(was.value()),
        ResultDocuments.number(is.value()),
        ResultDocuments.number(difference(was.value(), is.value())));
  }

  private static OptionalDouble difference(OptionalDouble was, OptionalDouble is) {
    return was.isPresent() && is.isPresent()
        ? OptionalDouble.of(is.getAsDouble() - was.getAsDouble())
        : OptionalDouble.empty();
  }

  private static ChangedLayer of(LayerChanges changes) {
    LayerDefinition definition = changes.definition();
    return new ChangedLayer(
        definition.id(),
        definition.title(),
        definition.styleField().orElse(null),
        changes.count(),
        changes.rows().stream().map(row -> row(definition, row)).toList());
  }

  private static ChangedRow row(LayerDefinition layer, LayerChanges.Row row) {
    Feature was = row.before().orElse(null);
    Feature is = row.after().orElse(null);
    return new ChangedRow(row.code(), values(layer, was, is), values(layer, is, was));
  }

  private static Map<String, Object> values(LayerDefinition layer, Feature one, Feature other) {
    if (one == null) {
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    List<Field> fields = layer.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (other == null || !Objects.equals(one.value(i), other.value(i))) {
        values.put(fields.get(i).name(), one.value(i));
      }
    }
    return values;
  }
}
