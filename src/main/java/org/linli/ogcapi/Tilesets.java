package org.linli.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.encode.Link;
import org.linli.encode.VectorTileEncoder;
import org.linli.geo.Bounds;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;

/** The documents that describe a layer's vector tiles (OGC 20-057, and TileJSON 3.0). */
final class Tilesets {
  /** The one tile matrix set (OGC 17-083r4, annex D.1). */
  static final String MATRIX_SET = TileMatrixSets.WEB_MERCATOR_QUAD;

  static final String TILING_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

  static final String MVT = "application/vnd.mapbox-vector-tile";

  /** At this zoom a unit of a tile is 2 mm: there is no more detail to show. */
  private static final int MAX_ZOOM = 22;

  private static final String JSON = "application/json";

  private Tilesets() {}

  /** {@code tileSetsList}: what tilesets a collection has. */
  record TilesetList(List<Link> links, List<TilesetItem> tilesets) {}

  /** {@code tileSet-item}. */
  record TilesetItem(
      String title, String dataType, String crs, String tileMatrixSetURI, List<Link> links) {}

  /** {@code tileSet}. */
  record Tileset(
      String title,
      String description,
      String dataType,
      String crs,
      String tileMatrixSetURI,
      List<TilesetLayer> layers,
      Optional<BoundingBox> boundingBox,
      List<Link> links) {}

  /** A layer of a tileset; 0 are points, 1 lines, 2 polygons, absent when they are mixed. */
  record TilesetLayer(
      String id,
      String title,
      String dataType,
      Optional<Integer> geometryDimension,
      Map<String, Object> propertiesSchema) {}

  /** Degrees, lon-lat. */
  record BoundingBox(List<Double> lowerLeft, List<Double> upperRight, String crs) {}

  /** TileJSON 3.0. */
  record TileJson(
      String tilejson,
      String name,
      String description,
      Optional<String> attribution,
      String scheme,
      List<String> tiles,
      int minzoom,
      int maxzoom,
      Optional<List<Double>> bounds,
      List<VectorLayer> vector_layers) {}

  /** One of a TileJSON's layers: its fields with a word about each. */
  record VectorLayer(String id, String description, Map<String, String> fields) {}

  static TilesetList list(LayerView view, Asked asked) {
    String self = tileset(view, asked);
    List<Link> links =
        List.of(
            new Link(asked.other(self, "f", "json"), "self", JSON),
            new Link(asked.other(self, "f", "tilejson"), "alternate", JSON),
            tilingScheme(asked));
    TilesetItem only =
        new TilesetItem(
            title(view, asked), "vector", TileMatrixSets.CRS, TileMatrixSets.URI, links);
    return new TilesetList(
        List.of(new Link(asked.other(asked.url(), "f", "json"), "self", JSON)), List.of(only));
  }

  private static String tileset(LayerView view, Asked asked) {
    return asked.place().tiles(view.definition().id()) + "/" + MATRIX_SET;
  }

  private static Link tilingScheme(Asked asked) {
    return new Link(asked.other(asked.place().tileMatrixSet(), "f", "json"), TILING_SCHEME, JSON);
  }

  private static String title(LayerView view, Asked asked) {
    return view.definition().title().in(asked.language());
  }

  static Tileset tileset(LayerView view, Asked asked, String edition) {
    String self = tileset(view, asked);
    List<Link> links = new ArrayList<>();
    links.add(new Link(asked.other(self, "f", "json"), "self", JSON));
    links.add(new Link(asked.other(self, "f", "tilejson"), "alternate", JSON));
    links.add(
        new Link(
            asked.other(asked.place().collection(view.definition().id())),
            "http://www.opengis.net/def/rel/ogc/1.0/geodata",
            JSON));
    links.add(tilingScheme(asked));
    String tile = asked.other(self + "/{tileMatrix}/{tileRow}/{tileCol}", "v", edition);
    links.add(Link.template(tile, "item", MVT));
    return new Tileset(
        title(view, asked),
        view.definition().description().in(asked.language()),
        "vector",
        TileMatrixSets.CRS,
        TileMatrixSets.URI,
        List.of(layer(view, asked)),
        box(view.extent()).map(Tilesets::boundingBox),
        links);
  }

  private static TilesetLayer layer(LayerView view, Asked asked) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(LayerDefinition.KEY, Map.of("type", "string"));
    for (Field field : view.definition().fields()) {
      properties.put(
          field.name(),
          Map.of("type", jsonType(field.type()), "title", field.title().in(asked.language())));
    }
    properties.put(VectorTileEncoder.COUNT, Map.of("type", "integer"));
    return new TilesetLayer(
        view.definition().id(),
        title(view, asked),
        "vector",
        dimension(view.definition().geometry()),
        Map.of("type", "object", "properties", properties));
  }

  private static String jsonType(FieldType type) {
    return switch (type) {
      case INTEGER -> "integer";
      case REAL -> "number";
      case BOOLEAN -> "boolean";
      case TEXT, DATE, INSTANT -> "string";
    };
  }

  private static Optional<Integer> dimension(GeometryType type) {
    return switch (type) {
      case POINT -> Optional.of(0);
      case LINE, TRACK -> Optional.of(1);
      case POLYGON -> Optional.of(2);
      case ANY, NONE -> Optional.empty();
    };
  }

  private static Optional<List<Double>> box(Bounds box) {
    return box.isEmpty()
        ? Optional.empty()
        : Optional.of(List.of(box.minX(), box.minY(), box.maxX(), box.maxY()));
  }

  private static BoundingBox boundingBox(List<Double> box) {
    return new BoundingBox(
        box.subList(0, 2), box.subList(2, 4), "http://www.opengis.net/def/crs/OGC/1.3/CRS84");
  }

  static TileJson tileJson(LayerView view, Asked asked, String edition) {
    LayerDefinition definition = view.definition();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(LayerDefinition.KEY, "String");
    definition.fields().forEach(f -> fields.put(f.name(), f.title().in(asked.language())));
    fields.put(VectorTileEncoder.COUNT, Words.COUNT_FIELD.in(asked.language()));
    return new TileJson(
        "3.0.0",
        title(view, asked),
        definition.description().in(asked.language()),
        definition.licence(),
        "xyz",
        List.of(asked.other(tileset(view, asked) + "/{z}/{y}/{x}", "v", edition)),
        0,
        MAX_ZOOM,
        box(view.extent()),
        List.of(new VectorLayer(definition.id(), title(view, asked), fields)));
  }
}
