package org.linli.catalogue.analyses;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.linli.analysis.Analysis;
import org.linli.analysis.ParameterValues;
import org.linli.snapshot.LayerView;

/**
 * What is asked of an analysis, all of it known and checked: two equal questions have one answer.
 *
 * @param layers the layers by role, as staff see them
 * @param given the parameters as a request has to give them to ask this again, {@code asOf} always
 *     among them
 */
public record Question(
    Analysis analysis,
    SortedMap<String, LayerView> layers,
    ParameterValues values,
    Map<String, String> given) {
  /** Changes whenever an analysis gives other numbers or files for the same layers. */
  private static final int REVISION = 2;

  public Question {
    layers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(layers));
    given = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  public Instant asOf() {
    return values.asOf();
  }

  /** The moment of the newest change that the answer rests on. */
  public Instant committedAt() {
    return layers.values().stream()
        .map(LayerView::committedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** Names the answer: the analysis, the layers with their versions, the values. */
  public String key() {
    return REVISION + " " + material() + " " + new TreeMap<>(values.asMap());
  }

  /** Names what is asked about, whatever its versions. */
  String subject() {
    return analysis.definition().id()
        + layers.entrySet().stream()
            .map(role -> " " + role.getKey() + "=" + role.getValue().definition().id())
            .collect(Collectors.joining());
  }

  /** Names what is asked about at its versions. */
  String material() {
    return subject()
        + layers.values().stream()
            .map(layer -> "@" + layer.version())
            .collect(Collectors.joining());
  }
}
