package org.linli.ingest.osm;

import java.util.Map;
import org.linli.ingest.source.SourceColumn;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;

/** Lines with {@code highway=*}. */
final class OsmPaths extends OsmKind {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("primary", "main_street"),
          Map.entry("primary_link", "main_street"),
          Map.entry("secondary", "main_street"),
          Map.entry("secondary_link", "main_street"),
          Map.entry("tertiary", "street"),
          Map.entry("tertiary_link", "street"),
          Map.entry("unclassified", "street"),
          Map.entry("residential", "street"),
          Map.entry("living_street", "street"),
          Map.entry("pedestrian", "street"),
          Map.entry("road", "street"),
          Map.entry("service", "lane"),
          Map.entry("footway", "footway"),
          Map.entry("corridor", "footway"),
          Map.entry("platform", "footway"),
          Map.entry("path", "path"),
          Map.entry("bridleway", "path"),
          Map.entry("steps", "steps"),
          Map.entry("cycleway", "cycleway"),
          Map.entry("track", "track"));

  OsmPaths() {
    super(
        GeometryType.LINE,
        SourceColumn.of("kind", FieldType.TEXT),
        SourceColumn.of("surface", FieldType.TEXT),
        SourceColumn.of("lit", FieldType.BOOLEAN));
  }

  @Override
  boolean isMeant(Map<String, String> tags) {
    return tags.containsKey("highway");
  }

  /** Motorways, and what is only planned, are among the others: nobody walks there. */
  @Override
  Object[] own(TagReader tags) {
    return new Object[] {
      KINDS.getOrDefault(tags.word("highway"), "other"), tags.first("surface"), tags.truth("lit")
    };
  }
}
