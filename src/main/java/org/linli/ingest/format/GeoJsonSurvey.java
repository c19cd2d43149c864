package org.linli.ingest.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.ingest.source.GeometryKinds;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.Watch;
import org.linli.ingest.values.KeyWatch;
import org.linli.layer.GeometryType;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The first pass over a GeoJSON text: which columns of which types, which kinds of geometry, how
 * many features, and whether it is GeoJSON to its last byte. Coordinates are passed over.
 */
final class GeoJsonSurvey extends GeoJsonFeatures {
  private static final Set<String> GEOMETRIES =
      Set.of(
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection");

  private final Watch watch;
  private final long most;
  private final Map<String, GeoJsonColumn> columns = new LinkedHashMap<>();
  private final GeometryKinds kinds = new GeometryKinds();
  private final KeyWatch ids = new KeyWatch();
  private CountingStream bytes;
  private Root root;
  private Optional<String> crs = Optional.empty();
  private boolean crsSeen;
  private boolean isCollection;
  private long features;

  private GeoJsonSurvey(Watch watch, long most) {
    this.watch = watch;
    this.most = most;
  }

  static GeoJsonSurvey ofAll(Watch watch) {
    return new GeoJsonSurvey(watch, Long.MAX_VALUE);
  }

  /** One that stops after so many features. */
  static GeoJsonSurvey ofFirst(long features, Watch watch) {
    return new GeoJsonSurvey(watch, features);
  }

  /** Whether it stopped before the end of the text. */
  boolean isPartial() {
    return isEnough();
  }

  /** Whether a partial one met the head of a collection before its features. */
  boolean isCollection() {
    return isCollection;
  }

  Root root() {
    return root;
  }

  long features() {
    return features;
  }

  GeometryType geometry() {
    return kinds.type();
  }

  /** True if each feature has an id of its own. */
  boolean isKeyed() {
    return ids.isKey(features);
  }

  /** The name in the {@code crs} member that GeoJSON had until 2016. */
  Optional<String> crs() {
    return crs;
  }

  boolean hasUnreadableCrs() {
    return crsSeen && crs.isEmpty();
  }

  List<SourceColumn> columns() {
    return columns.values().stream().map(column -> column.toColumn(features)).toList();
  }

  /** What is to be said of columns that are nearly of a type, as far as the survey went. */
  List<ImportIssue> notes() {
    return columns.values().stream().flatMap(column -> column.note().stream()).toList();
  }

  void walk(JsonParser json, CountingStream counted) {
    bytes = counted;
    for (JsonToken token = json.nextToken(); token != null; token = next(json)) {
      if (token != JsonToken.START_OBJECT) {
        throw notGeoJson(json, token.asString() == null ? "…" : token.asString());
      }
      root(json);
    }
    if (root == null && !isPartial()) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.EMPTY_FILE));
    }
  }

  private JsonToken next(JsonParser json) {
    return isEnough() ? null : json.nextToken();
  }

  private void root(JsonParser json) {
    String type = null;
    boolean hasFeatures = false;
    Shape shape = new Shape();
    while (!isEnough() && json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        hasFeatures = true;
        features(json);
      } else if (name.equals("crs")) {
        legacyCrs(json, value);
      } else if (name.equals("geometries") && value == JsonToken.START_ARRAY) {
        parts(json);
      } else {
        if (name.equals("type")) {
          type = json.getValueAsString("");
        }
        member(json, name, value, shape);
      }
    }
    finish(json, type, hasFeatures);
  }

  private void finish(JsonParser json, String type, boolean hasFeatures) {
    if (isPartial()) {
      isCollection = "FeatureCollection".equals(type);
    } else if ("FeatureCollection".equals(type) && hasFeatures) {
      settle(json, Root.COLLECTION);
    } else if ("Feature".equals(type)) {
      settle(json, Root.FEATURE);
      count();
    } else if (type != null && GEOMETRIES.contains(type)) {
      settle(json, Root.GEOMETRY);
      kinds.add(type);
      count();
    } else if ("FeatureCollection".equals(type)) {
      throw new SourceException(
          ImportIssue.ofField(
              IssueKind.NO_FEATURES, "features", StrictJson.place(json.currentLocation())));
    } else {
      throw notGeoJson(json, String.valueOf(type));
    }
  }

  private void settle(JsonParser json, Root found) {
    if (root != null && root != found) {
      throw notGeoJson(json, root + " + " + found);
    }
    root = found;
  }

  private static SourceException notGeoJson(JsonParser json, String type) {
    return new SourceException(
        ImportIssue.ofField(
            IssueKind.NOT_GEOJSON, "type", StrictJson.place(json.currentLocation()), type));
  }

  /** {@code {"type":"name","properties":{"name":"urn:…"}}}; see the 2008 specification. */
  private void legacyCrs(JsonParser json, JsonToken value) {
    crsSeen = value != JsonToken.VALUE_NULL;
    if (value != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    int depth = 1;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
        crs = Optional.of(json.getString());
      }
    }
  }

  private void count() {
    features++;
    watch.at(features, bytes.bytes());
  }

  @Override
  void begin() {
    // A survey keeps nothing of the feature before.
  }

  @Override
  void geometry(JsonParser json, JsonToken value) {
    if (value == JsonToken.START_OBJECT) {
      geometryMembers(json);
    }
  }

  private void geometryMembers(JsonParser json) {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("type")) {
        kinds.add(json.getValueAsString(""));
      } else if (name.equals("geometries") && value == JsonToken.START_ARRAY) {
        parts(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void parts(JsonParser json) {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        geometryMembers(json);
      } else {
        json.skipChildren();
      }
    }
  }

  @Override
  void properties(JsonParser json, JsonToken value) {
    if (value != JsonToken.START_OBJECT) {
      return;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      GeoJsonColumn column = column(json.currentName());
      column.see(json, json.nextToken(), features + 1);
      json.skipChildren();
    }
  }

  private GeoJsonColumn column(String name) {
    GeoJsonColumn column = columns.get(name);
    if (column == null) {
      if (columns.size() == SourceLimits.MOST_COLUMNS) {
        throw new SourceException(
            ImportIssue.ofField(IssueKind.TOO_MANY_COLUMNS, name, SourceLimits.MOST_COLUMNS));
      }
      column = new GeoJsonColumn(name);
      columns.put(name, column);
    }
    return column;
  }

  @Override
  void id(JsonParser json, JsonToken value) {
    if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
      ids.see(json.getString());
    }
  }

  @Override
  void bbox(JsonParser json, JsonToken value) {
    json.skipChildren();
  }

  @Override
  boolean end(JsonParser json, Shape shape) {
    count();
    return features < most;
  }

  @Override
  void notAFeature(JsonParser json) {
    count();
  }
}
