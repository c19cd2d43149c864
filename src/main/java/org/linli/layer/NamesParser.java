package org.linli.layer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads parameters that list fields by name: {@code sortby} and {@code properties}. */
final class NamesParser {
  static final String SORT = "sortby";
  static final String PROPERTIES = "properties";
  private static final int MOST_KEYS = 10;

  private final LayerDefinition layer;

  NamesParser(LayerDefinition layer) {
    this.layer = layer;
  }

  /** The names by which features can be put in order. */
  static List<String> sortables(LayerDefinition layer) {
    List<String> names = new ArrayList<>(List.of(LayerDefinition.KEY));
    layer.fields().forEach(field -> names.add(field.name()));
    return names;
  }

  /** Names with {@code -} before those that descend; {@code +}, which a form makes a space. */
  List<SortKey> sort(Parameters given) {
    List<SortKey> keys = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (String part : given.find(SORT).map(NamesParser::parts).orElse(List.of())) {
      boolean descending = part.startsWith("-");
      boolean signed = descending || part.startsWith("+") || part.startsWith(" ");
      String name = signed ? part.substring(1) : part;
      requireKnown(SORT, name, sortables(layer));
      if (!names.add(name) || names.size() > MOST_KEYS) {
        throw twice(name);
      }
      keys.add(new SortKey(name, descending));
    }
    return keys;
  }

  private static List<String> parts(String list) {
    return List.of(list.split(",", 1000));
  }

  private static void requireKnown(String parameter, String name, List<String> known) {
    if (!known.contains(name)) {
      String list = String.join(", ", known);
      String shown = Parameters.shown(name);
      throw new InvalidParameterException(
          parameter,
          new LocalText(
              "参数「" + parameter + "」中的「" + shown + "」不是字段。可用的字段：" + list + "。",
              "«" + shown + "» in «" + parameter + "» is no field. The fields are: " + list + ".",
              "«" + parameter + "» ནང་གི་ «" + shown + "» ལྗོངས་མིན། སྤྱོད་ཆོག་པ། " + list),
          known);
    }
  }

  private static InvalidParameterException twice(String name) {
    String shown = Parameters.shown(name);
    return new InvalidParameterException(
        SORT,
        new LocalText(
            "参数「sortby」不可用：最多 " + MOST_KEYS + " 个字段，每个只写一次（「" + shown + "」）。",
            "The sortby is not usable: give at most "
                + MOST_KEYS
                + " fields, each once («"
                + shown
                + "»).",
            "«sortby» སྤྱོད་མི་རུང་། «" + shown + "» ཐེངས་གཅིག་ལས་བྲིས་མི་ཆོག"));
  }

  /** The fields that are asked for, in the layer's order, none by an empty list; empty for all. */
  Optional<List<String>> properties(Parameters given) {
    Optional<String> list = given.find(PROPERTIES);
    List<String> known = ValueType.names(layer);
    List<String> asked =
        list.filter(text -> !text.isEmpty()).map(NamesParser::parts).orElse(List.of());
    asked.forEach(name -> requireKnown(PROPERTIES, name, known));
    return list.map(
        text -> layer.fields().stream().map(Field::name).filter(asked::contains).toList());
  }
}
