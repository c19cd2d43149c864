package org.linli.geo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One {@code KEYWORD["text", 1.0, CHILD[…]]} of a well-known text.
 *
 * @param keyword in capitals
 * @param texts the quoted and bare words, in order; the first is the node's name
 */
record WktNode(String keyword, List<String> texts, List<Double> numbers, List<WktNode> children) {

  String name() {
    return texts.isEmpty() ? "" : texts.get(0);
  }

  Stream<WktNode> all(String childKeyword) {
    return children.stream().filter(child -> child.keyword.equals(childKeyword));
  }

  Optional<WktNode> find(String childKeyword) {
    return all(childKeyword).findFirst();
  }

  /** The name in small letters and digits only, so that ESRI's and EPSG's spellings meet. */
  String plainName() {
    return plain(name());
  }

  /** The first number, or a default if there is none. */
  double number(double otherwise) {
    return numbers.isEmpty() ? otherwise : numbers.get(0);
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
