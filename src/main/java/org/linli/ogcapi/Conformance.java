package org.linli.ogcapi;

import java.util.List;
import java.util.stream.Stream;

/** The conformance classes that are implemented whole, each with its tests. */
final class Conformance {
  private static final String SPEC = "http://www.opengis.net/spec/";

  static final List<String> CLASSES =
      Stream.of(
              of("ogcapi-features-1/1.0", "core", "oas30", "html", "geojson"),
              of("ogcapi-features-2/1.0", "crs"),
              of(
                  "ogcapi-features-3/1.0",
                  "queryables",
                  "queryables-query-parameters",
                  "filter",
                  "features-filter"),
              of(
                  "cql2/1.0",
                  "cql2-text",
                  "cql2-json",
                  "basic-cql2",
                  "advanced-comparison-operators",
                  "case-insensitive-comparison",
                  "accent-insensitive-comparison",
                  "basic-spatial-functions",
                  "basic-spatial-functions-plus",
                  "spatial-functions",
                  "temporal-functions",
                  "property-property",
                  "arithmetic"),
              of(
                  "ogcapi-common-3/1.0",
                  "schemas",
                  "advanced-property-roles",
                  "queryables",
                  "sortables"),
              // The name that the same class had in the drafts, by which clients look for it.
              of("ogcapi-features-5/1.0", "schemas"),
              of(
                  "ogcapi-tiles-1/1.0",
                  "core",
                  "tileset",
                  "tilesets-list",
                  "geodata-tilesets",
                  "mvt"))
          .flatMap(List::stream)
          .toList();

  private Conformance() {}

  private static List<String> of(String standard, String... classes) {
    return Stream.of(classes).map(name -> SPEC + standard + "/conf/" + name).toList();
  }

  /** The document of {@code /conformance}. */
  record ConformanceDocument(List<String> conformsTo) {}
}
