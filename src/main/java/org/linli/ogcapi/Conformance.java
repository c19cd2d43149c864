package org.linli.ogcapi;

import java.util.List;

/** The conformance classes that are implemented whole, each with its tests. */
final class Conformance {
  private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
  private static final String CRS = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/";

  static final List<String> CLASSES = List.of(FEATURES + "core", FEATURES + "geojson", CRS + "crs");

  private Conformance() {}

  /** The document of {@code /conformance}. */
  record ConformanceDocument(List<String> conformsTo) {}
}
