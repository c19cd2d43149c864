package org.linli.ingest.osm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceException;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;

/** Which things are taken out of OpenStreetMap, and what their tags say in the layer's words. */
abstract class OsmKind {
  private static final List<SourceColumn> COMMON =
      List.of(
          SourceColumn.of("name", FieldType.TEXT),
          SourceColumn.of("name_en", FieldType.TEXT),
          SourceColumn.of("name_bo", FieldType.TEXT),
          SourceColumn.of(LayerDefinition.SOURCE, FieldType.TEXT),
          SourceColumn.of(LayerDefinition.UPDATED_AT, FieldType.INSTANT));

  private final GeometryType geometry;
  private final List<SourceColumn> columns;

  /**
   * @param own the columns of this kind, in the order of {@link #own}
   */
  OsmKind(GeometryType geometry, SourceColumn... own) {
    this.geometry = geometry;
    this.columns = Stream.concat(COMMON.stream(), Stream.of(own)).toList();
  }

  /**
   * @param layerId the built-in layer whose kind of things is wanted
   * @throws SourceException if it is none of those that OpenStreetMap has
   */
  static OsmKind of(Optional<String> layerId) {
    return switch (layerId.orElse("")) {
      case "buildings" -> new OsmBuildings();
      case "green_spaces" -> new OsmGreenSpaces();
      case "paths" -> new OsmPaths();
      default -> throw new SourceException(ImportIssue.ofFile(IssueKind.NEEDS_KIND));
    };
  }

  /** Whether an element with these tags is such a thing, whatever its shape. */
  abstract boolean isMeant(Map<String, String> tags);

  /** What the tags say, a value for each of the own columns. */
  abstract Object[] own(TagReader tags);

  /** Whether a closed way of such tags goes around an area. */
  boolean isOutline(OsmWay way) {
    return !"no".equals(way.tags().get("area"));
  }

  GeometryType geometry() {
    return geometry;
  }

  boolean isArea() {
    return geometry == GeometryType.POLYGON;
  }

  List<SourceColumn> columns() {
    return columns;
  }

  Object[] values(TagReader tags) {
    Object[] common = {
      tags.first("name", "name:zh", "name:en"),
      tags.first("name:en"),
      tags.first("name:bo"),
      tags.source(),
      tags.at()
    };
    return Stream.concat(Stream.of(common), Stream.of(own(tags))).toArray();
  }
}
