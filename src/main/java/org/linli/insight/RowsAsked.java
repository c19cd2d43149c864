package org.linli.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.catalogue.analyses.Question;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.snapshot.Block;
import org.linli.snapshot.LayerView;

/** Which rows behind a number are asked for: {@code set}, and {@code reason} for those left out. */
final class RowsAsked {
  static final String COUNTED = "counted";
  static final String EXCLUDED = "excluded";
  static final Set<String> PARAMETERS = Set.of("set", "reason");

  private RowsAsked() {}

  /**
   * @throws InvalidParameterException if the metric has no such rows
   */
  static RowSet of(Metric metric, Parameters asked) {
    String set = asked.oneOf("set", List.of(COUNTED, EXCLUDED)).orElse(COUNTED);
    Optional<String> reason = asked.find("reason");
    if (set.equals(COUNTED)) {
      reason.ifPresent(
          none -> {
            throw onlyForExcluded();
          });
      return metric.counted();
    }
    List<String> reasons = metric.exclusions().stream().map(Exclusion::reason).toList();
    String chosen = asked.oneOf("reason", reasons).orElseGet(() -> only(reasons));
    return metric.exclusions().stream()
        .filter(exclusion -> exclusion.reason().equals(chosen))
        .map(Exclusion::rows)
        .findFirst()
        .orElse(RowSet.NONE);
  }

  private static InvalidParameterException onlyForExcluded() {
    return new InvalidParameterException(
        "reason",
        new LocalText(
            "参数「reason」只用于 set=excluded。",
            "A reason is for set=excluded only.",
            "«reason» ནི་ set=excluded ལ་ཁོ་ན་སྤྱོད།"));
  }

  /** Rows of different reasons may be of different layers. */
  private static String only(List<String> reasons) {
    if (reasons.size() > 1) {
      throw new InvalidParameterException(
          "reason",
          new LocalText(
              "请用参数「reason」说明要哪一类：" + String.join(", ", reasons) + "。",
              "Say by the parameter reason which rows: " + String.join(", ", reasons) + ".",
              "«reason» ཡིས་གང་དགོས་སྟོན་རོགས། " + String.join(", ", reasons)),
          reasons);
    }
    return reasons.isEmpty() ? "" : reasons.get(0);
  }

  /**
   * The rows as a layer for staff; empty when there are none, nor a layer that they would be of.
   */
  static Optional<LayerView> view(RowSet rows, Question question) {
    return rows.layer()
        .map(layer -> LayerView.of(layer.definition(), Audience.STAFF, features(layer, rows)))
        .map(view -> view.madeOf(question.key(), question.committedAt()));
  }

  private static List<Feature> features(LayerRows layer, RowSet rows) {
    List<Feature> features = new ArrayList<>(rows.size());
    rows.rows().forEach(row -> features.add(feature(layer, row)));
    return features;
  }

  private static Feature feature(LayerRows layer, int row) {
    Block block = layer.block(row);
    int at = layer.blockRow(row);
    Object[] values = new Object[layer.definition().fields().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = block.column(i).value(at);
    }
    return new Feature(layer.code(row), block.geometries().geometry(at).orElse(null), values);
  }
}
