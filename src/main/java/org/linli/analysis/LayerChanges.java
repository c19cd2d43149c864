package org.linli.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/**
 * The rows of a made layer that would be otherwise: by the class that the map shows, where there is
 * one, since a time that runs on changes every row; else by any of their values.
 *
 * @param count how many rows change, come or go
 * @param rows the first {@value #MOST_ROWS} of them by code
 */
public record LayerChanges(LayerDefinition definition, int count, List<Row> rows) {
  /** More changed rows than this are counted, not told. */
  public static final int MOST_ROWS = 1_000;

  public LayerChanges {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param before empty where it comes
   * @param after empty where it goes
   */
  public record Row(String code, Optional<Feature> before, Optional<Feature> after) {}

  /** The rows that differ between all those of a layer. */
  public static LayerChanges between(DerivedLayer was, DerivedLayer is) {
    return between(was.definition(), was.list(), is.list());
  }

  /** The rows that differ between some of a layer before and after. */
  public static LayerChanges between(
      LayerDefinition definition, List<Feature> was, List<Feature> is) {
    Map<String, Feature> before = byCode(was);
    Map<String, Feature> after = byCode(is);
    TreeMap<String, Feature> all = new TreeMap<>(before);
    all.putAll(after);
    List<String> changed =
        all.keySet().stream()
            .filter(code -> differ(definition, before.get(code), after.get(code)))
            .toList();
    return of(
        definition,
        changed,
        code ->
            new Row(
                code, Optional.ofNullable(before.get(code)), Optional.ofNullable(after.get(code))));
  }

  /**
   * @param changed what stands for each changed row, in the order of their codes
   * @param row makes one of them; only asked for those that are told
   */
  public static <T> LayerChanges of(
      LayerDefinition definition, List<T> changed, Function<T, Row> row) {
    List<Row> rows = new ArrayList<>();
    changed.stream().limit(MOST_ROWS).map(row).forEach(rows::add);
    return new LayerChanges(definition, changed.size(), rows);
  }

  private static Map<String, Feature> byCode(List<Feature> features) {
    return features.stream().collect(Collectors.toMap(Feature::code, feature -> feature));
  }

  private static boolean differ(LayerDefinition layer, Feature was, Feature is) {
    if (was == null || is == null) {
      return true;
    }
    return layer.styleField().isPresent()
        ? differ(layer.getIndex(layer.styleField().get()), was, is)
        : !was.equals(is);
  }

  private static boolean differ(int field, Feature was, Feature is) {
    return !Objects.equals(was.value(field), is.value(field));
  }
}
