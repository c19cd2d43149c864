package org.linli.ingest.format;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Walks a GeoJSON text: a FeatureCollection, a Feature, a bare geometry, or a sequence of any one
 * of them, members in any order. Subclasses say what is done with the parts of a feature.
 */
abstract class GeoJsonFeatures {
  /** What the text's roots are. */
  enum Root {
    COLLECTION,
    FEATURE,
    GEOMETRY
  }

  /** What a feature turned out to have. */
  static final class Shape {
    boolean typed;
    boolean geometry;
    boolean properties;
  }

  private boolean enough;

  /** A feature begins. */
  abstract void begin();

  /** The parser is on the first token of the member's value and is left on its last. */
  abstract void geometry(JsonParser json, JsonToken value);

  abstract void properties(JsonParser json, JsonToken value);

  abstract void id(JsonParser json, JsonToken value);

  abstract void bbox(JsonParser json, JsonToken value);

  /**
   * @return whether more features are wanted
   */
  abstract boolean end(JsonParser json, Shape shape);

  /** An element of {@code features} that is no object. */
  abstract void notAFeature(JsonParser json);

  final void stop(boolean stop) {
    enough = stop;
  }

  final boolean isEnough() {
    return enough;
  }

  final void feature(JsonParser json) {
    begin();
    Shape shape = new Shape();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      member(json, name, json.nextToken(), shape);
    }
    enough = !end(json, shape);
  }

  /** One member of a feature. */
  final void member(JsonParser json, String name, JsonToken value, Shape shape) {
    switch (name) {
      case "type" -> shape.typed = json.getValueAsString("").equals("Feature");
      case "geometry" -> {
        shape.geometry = true;
        geometry(json, value);
      }
      case "properties" -> {
        shape.properties = true;
        properties(json, value);
      }
      case "id" -> id(json, value);
      case "bbox" -> bbox(json, value);
      default -> {
        // A foreign member, RFC 7946 section 6.1.
      }
    }
    json.skipChildren();
  }

  /** The elements of the {@code features} array, whose opening bracket the parser is on. */
  final void features(JsonParser json) {
    while (!enough && json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        feature(json);
      } else {
        notAFeature(json);
        json.skipChildren();
      }
    }
  }
}
