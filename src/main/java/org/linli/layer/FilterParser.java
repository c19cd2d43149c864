package org.linli.layer;

import java.util.List;
import java.util.Optional;

/**
 * Reads {@code filter} in the language that {@code filter-lang} names, {@code cql2-text} if not
 * given, with geometries in the system that {@code filter-crs} names, CRS84 if not given (OGC
 * 19-079r2).
 */
final class FilterParser {
  static final String FILTER = Cql2Fault.FILTER;
  static final String LANGUAGE = "filter-lang";
  static final String SYSTEM = "filter-crs";
  private static final String JSON = "cql2-json";

  /** The last is what the drafts of the standard called the first: GDAL before 3.9 says so. */
  static final List<String> LANGUAGES = List.of("cql2-text", JSON, "cql-text");

  private FilterParser() {}

  static Optional<Expression> parse(Parameters given, LayerDefinition layer, Systems systems) {
    boolean json = given.oneOf(LANGUAGE, LANGUAGES).filter(JSON::equals).isPresent();
    FilterCheck check = new FilterCheck(layer, systems.named(given, SYSTEM));
    return given.find(FILTER).map(text -> check.filter(tree(text, json)));
  }

  /** A filter's tree, whatever its names are of. */
  static Expression tree(String text, boolean json) {
    if (text.length() > Cql2Bounds.LENGTH) {
      throw Cql2Fault.tooMuch(new LocalText("字符", "characters", "ཡིག་རྟགས།"), Cql2Bounds.LENGTH);
    }
    return json ? Cql2Json.parse(text) : Cql2Text.parse(text);
  }
}
