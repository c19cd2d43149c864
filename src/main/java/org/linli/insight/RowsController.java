package org.linli.insight;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.snapshot.Block;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rows that a number counts, or leaves out. They are for staff only. */
@Controller
final class RowsController {
  /** Which of the metric's exclusions to give, from 0; the rows counted when it is not given. */
  static final String EXCLUSION = "exclusion";

  private final Snapshots snapshots;
  private final Results results;
  private final Clock clock;

  RowsController(Snapshots snapshots, Results results, Clock clock) {
    this.snapshots = snapshots;
    this.results = results;
    this.clock = clock;
  }

  @GetMapping("/staff/api/analyses/{id}/rows/{metric}.geojson")
  Representation rows(
      @PathVariable String id,
      @PathVariable String metric,
      Audience audience,
      Parameters parameters) {
    Question question =
        Question.of(Analyses.get(id), without(parameters), audience, snapshots.current(), clock);
    AnalysisResult result = results.answer(question);
    Metric found =
        result.metrics().stream()
            .filter(one -> one.id().equals(metric))
            .findFirst()
            .orElseThrow(() -> absent(metric));
    RowSet rows =
        parameters
            .find(EXCLUSION)
            .map(text -> found.exclusions().get(index(text, found.exclusions().size())).rows())
            .orElse(found.counted());
    return GeoJson.of(question, view(rows, metric));
  }

  private static Parameters without(Parameters parameters) {
    Map<String, List<String>> others = new LinkedHashMap<>();
    for (String name : parameters.names()) {
      Optional<String> value = parameters.find(name);
      if (!name.equals(EXCLUSION)) {
        others.put(name, value.stream().toList());
      }
    }
    return new Parameters(others);
  }

  private static int index(String text, int size) {
    if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) >= size) {
      String allowed = size == 0 ? "—" : "0 – " + (size - 1);
      throw new InvalidParameterException(
          EXCLUSION,
          new LocalText(
              "参数「exclusion」不可用。可用：" + allowed + "。",
              "There is no such exclusion. Allowed: " + allowed + ".",
              "«exclusion» སྤྱོད་མི་རུང་། སྤྱོད་ཆོག་པ། " + allowed));
    }
    return Integer.parseInt(text);
  }

  private static LayerView view(RowSet rows, String metric) {
    LayerRows layer = rows.layer().orElseThrow(() -> absent(metric));
    List<Feature> features = new ArrayList<>();
    rows.rows().forEach(row -> features.add(feature(layer, row)));
    return LayerView.of(layer.definition(), Audience.STAFF, features);
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

  private static NotFoundException absent(String metric) {
    String shown = Parameters.shown(metric);
    return new NotFoundException(
        new LocalText(
            "指标「" + shown + "」不存在，或它不计行。",
            "There is no metric «" + shown + "», or it counts no rows.",
            "ཚད་གཞི་ «" + shown + "» མེད། ཡང་ན་གྲལ་མི་རྩི།"));
  }
}
