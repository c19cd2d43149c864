package org.linli.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.DerivedLayer;
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
  /** More changed rows than this are counted, not told. */
  private static final int MOST_ROWS = 1_000;

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

  static WhatIf of(Finding before, Finding after) {
    AnalysisResult was = before.result(Audience.STAFF);
    AnalysisResult is = after.result(Audience.STAFF);
    return new WhatIf(
        was.analysis(),
        was.asOf(),
        new TreeMap<>(before.question().values().asMap()),
        was.metrics().stream().map(metric -> of(metric, is.getMetric(metric.id()))).toList(),
        was.layers().stream()
            .map(layer -> of(layer, is.getLayer(layer.definition().id())))
            .toList());
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

  private static ChangedLayer of(DerivedLayer was, DerivedLayer is) {
    LayerDefinition definition = was.definition();
    Map<String, Feature> before = byCode(was);
    Map<String, Feature> after = byCode(is);
    TreeMap<String, Feature> all = new TreeMap<>(before);
    all.putAll(after);
    List<ChangedRow> rows = new ArrayList<>();
    int count = 0;
    for (String code : all.keySet()) {
      if (differ(definition, before.get(code), after.get(code))) {
        count++;
        if (rows.size() < MOST_ROWS) {
          rows.add(row(definition, code, before.get(code), after.get(code)));
        }
      }
    }
    return new ChangedLayer(
        definition.id(), definition.title(), definition.styleField().orElse(null), count, rows);
  }

  private static Map<String, Feature> byCode(DerivedLayer layer) {
    return layer.list().stream().collect(Collectors.toMap(Feature::code, feature -> feature));
  }

  /** By the class that the map shows, where there is one: a time that runs on changes every row. */
  private static boolean differ(LayerDefinition layer, Feature was, Feature is) {
    if (was == null || is == null) {
      return true;
    }
    return layer.styleField().isPresent()
        ? differ(layer.getIndex(layer.styleField().get()), was, is)
        : !was.equals(is);
  }

  private static boolean differ(int field, Feature was, Feature is) {
    return !java.util.Objects.equals(was.value(field), is.value(field));
  }

  private static ChangedRow row(LayerDefinition layer, String code, Feature was, Feature is) {
    return new ChangedRow(code, values(layer, was, is), values(layer, is, was));
  }

  private static Map<String, Object> values(LayerDefinition layer, Feature one, Feature other) {
    if (one == null) {
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    List<Field> fields = layer.fields();
    for (int i = 0; i < fields.size(); i++) {
      if (other == null || differ(i, one, other)) {
        values.put(fields.get(i).name(), one.value(i));
      }
    }
    return values;
  }
}
