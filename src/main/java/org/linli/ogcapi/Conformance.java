package org.linli.ogcapi;

import java.util.List;

/** The conformance classes that are implemented whole, each with its tests. */
final class Conformance {
  private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
  private static final String CRS = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";

  private static final String TILES = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/";

  static final List<String> CLASSES =
      List.of(
          FEATURES + "core",
          FEATURES + "oas30",
          FEATURES + "html",
          FEATURES + "geojson",
          CRS + "crs",
          TILES + "core",
          TILES + "tileset",
          TILES + "tilesets-list",
          TILES + "geodata-tilesets",
          TILES + "mvt");

  private Conformance() {}

  /** The document of {@code /conformance}. */
  record ConformanceDocument(List<String> conformsTo) {}
}
