package org.linli.ingest.osm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.ingest.source.SourceColumn;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;

/** Areas that are green by their {@code leisure}, {@code landuse} or {@code natural}. */
final class OsmGreenSpaces extends OsmKind {
  private static final List<String> KEYS = List.of("leisure", "landuse", "natural");
  private static final Map<String, Map<String, String>> KINDS =
      Map.of(
          "leisure",
          Map.of(
              "park", "park",
              "garden", "garden",
              "playground", "playground",
              "pitch", "pitch",
              "nature_reserve", "nature_reserve"),
          "landuse",
          Map.of(
              "grass", "lawn",
              "meadow", "meadow",
              "forest", "forest",
              "recreation_ground", "recreation_ground",
              "village_green", "lawn",
              "allotments", "allotments"),
          "natural",
          Map.of("wood", "forest", "grassland", "meadow", "scrub", "scrub"));

  private static final Set<String> OPEN = Set.of("yes", "public", "permissive", "designated");
  private static final Set<String> CLOSED = Set.of("private", "no", "customers", "permit");

  OsmGreenSpaces() {
    super(
        GeometryType.POLYGON,
        SourceColumn.of("kind", FieldType.TEXT),
        SourceColumn.of("access", FieldType.TEXT));
  }

  private static Optional<String> kind(String key, String value) {
    return Optional.ofNullable(value).map(KINDS.get(key)::get);
  }

  @Override
  boolean isMeant(Map<String, String> tags) {
    return KEYS.stream().anyMatch(key -> kind(key, tags.get(key)).isPresent());
  }

  @Override
  Object[] own(TagReader tags) {
    String kind =
        KEYS.stream().flatMap(key -> kind(key, tags.first(key)).stream()).findFirst().orElse(null);
    return new Object[] {kind, access(tags.word("access"))};
  }

  private static String access(String word) {
    if (word.equals("residents")) {
      return word;
    }
    return OPEN.contains(word) ? "everyone" : CLOSED.contains(word) ? "private" : null;
  }
}
