package org.linli.catalogue.harvest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.layer.LocalText;

/**
 * An object of a JSON document being made; members keep their order, and what is empty is left out.
 */
final class Node {
  private final Map<String, Object> members = new LinkedHashMap<>();

  static Node ofType(String type) {
    return new Node().with("@type", type);
  }

  /** A thing that is named only. */
  static Map<String, Object> reference(String id) {
    return Map.of("@id", id);
  }

  static Map<String, Object> typed(Object value, String type) {
    return new Node().with("@value", value.toString()).with("@type", type).end();
  }

  /** A text in each language, tagged; one that is the same in two stands once. */
  static List<Map<String, Object>> texts(LocalText text) {
    Map<String, Map<String, Object>> tagged = new LinkedHashMap<>();
    for (String language : List.of("zh", "en", "bo")) {
      String words = text.asMap().get(language);
      tagged.putIfAbsent(words, new Node().with("@value", words).with("@language", language).end());
    }
    return List.copyOf(tagged.values());
  }

  Node with(String name, Object value) {
    members.put(name, value);
    return this;
  }

  Node with(String name, List<?> values) {
    if (!values.isEmpty()) {
      members.put(name, values);
    }
    return this;
  }

  Node with(String name, Optional<?> value) {
    value.ifPresent(known -> members.put(name, known));
    return this;
  }

  Map<String, Object> end() {
    return Collections.unmodifiableMap(members);
  }
}
