package org.linli.ingest.osm;

import java.util.Map;
import java.util.Set;

/** Tells whether a way that ends where it began goes around an area or is a circular line. */
final class AreaRule {
  /** Things that are areas if their outline is closed, as most programs agree. */
  private static final Set<String> AREA_KEYS =
      Set.of(
          "aeroway",
          "amenity",
          "boundary",
          "building",
          "craft",
          "geological",
          "historic",
          "landuse",
          "leisure",
          "military",
          "natural",
          "office",
          "place",
          "shop",
          "sport",
          "tourism");

  private AreaRule() {}

  static boolean isArea(OsmWay way) {
    Map<String, String> tags = way.tags();
    if (!way.isClosed() || "no".equals(tags.get("area"))) {
      return false;
    }
    return "yes".equals(tags.get("area"))
        || "platform".equals(tags.get("highway"))
        || "platform".equals(tags.get("public_transport"))
        || tags.keySet().stream().anyMatch(AREA_KEYS::contains);
  }
}
