package org.linli.ingest.format;

import java.util.ArrayList;
import java.util.List;
import org.linli.geo.GeometryRepair;
import org.linli.ingest.source.IssueKind;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the geometry objects of RFC 7946, section 3.1. Members may come in any order; a third
 * ordinate is dropped. Whatever is wrong inside one, the parser is left behind it, so that the next
 * feature can be read.
 */
final class GeoJsonGeometry {
  private static final int DEEPEST = 3;
  private static final int EMPTY = -1;
  private final CoordinateBuffer buffer = new CoordinateBuffer();
  private boolean droppedZ;
  private boolean closedRing;
  private boolean badBbox;
  private long positions;
  private long members;
  private ShapeFault fault;

  /** Whether a position of the geometry read last had more than two ordinates. */
  boolean droppedZ() {
    return droppedZ;
  }

  /** Whether a ring of the geometry read last did not end where it began. */
  boolean closedRing() {
    return closedRing;
  }

  /** Whether the geometry read last, or a part of it, had a {@code bbox} that is none. */
  boolean badBbox() {
    return badBbox;
  }

  /**
   * Reads one geometry object; the parser stands on its opening brace, and then on its closing one.
   *
   * @throws ShapeFault if it is no geometry
   */
  Geometry read(JsonParser json) {
    droppedZ = false;
    closedRing = false;
    badBbox = false;
    positions = 0;
    members = 0;
    return geometry(json);
  }

  private Geometry geometry(JsonParser json) {
    String type = null;
    int height = Integer.MIN_VALUE;
    List<Geometry> parts = null;
    ShapeFault first = null;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String member = json.currentName();
      JsonToken value = json.nextToken();
      fault = null;
      if (member.equals("type")) {
        type = json.getValueAsString("");
      } else if (member.equals("coordinates")) {
        height = coordinates(json, value);
      } else if (member.equals("geometries") && value == JsonToken.START_ARRAY) {
        parts = parts(json);
      } else if (member.equals("bbox")) {
        badBbox |= !GeoJsonBbox.isRight(json);
      }
      json.skipChildren();
      first = first == null ? fault : first;
    }
    if (first != null) {
      throw first;
    }
    return parts == null ? shape(type, height) : collection(type, parts);
  }

  private Geometry collection(String type, List<Geometry> parts) {
    if (!"GeometryCollection".equals(type)) {
      throw new ShapeFault(IssueKind.UNKNOWN_GEOMETRY, String.valueOf(type));
    }
    return Shapes.FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
  }

  /** The members of a collection; those after a faulty one are skipped. */
  private List<Geometry> parts(JsonParser json) {
    List<Geometry> parts = new ArrayList<>();
    ShapeFault first = null;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (first == null && ++members > GeometryRepair.MOST_VERTICES) {
        first = new ShapeFault(IssueKind.TOO_MANY_VERTICES, GeometryRepair.MOST_VERTICES);
      }
      if (first == null && json.currentToken() == JsonToken.START_OBJECT) {
        try {
          parts.add(geometry(json));
        } catch (ShapeFault inPart) {
          first = inPart;
        }
      } else {
        first = first == null ? new ShapeFault(IssueKind.NOT_A_GEOMETRY) : first;
        json.skipChildren();
      }
    }
    fault = first;
    return parts;
  }

  private int coordinates(JsonParser json, JsonToken value) {
    buffer.clear();
    if (value != JsonToken.START_ARRAY) {
      fault = new ShapeFault(IssueKind.NOT_A_POSITION, json.getValueAsString("{…}"));
      return EMPTY;
    }
    return array(json, 0);
  }

  /**
   * Reads an array into the buffer.
   *
   * @return 0 for a position, 1 for positions, 2 for lines or rings, 3 for polygons, {@link #EMPTY}
   */
  private int array(JsonParser json, int depth) {
    JsonToken token = json.nextToken();
    if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      position(json);
      return 0;
    }
    int height = EMPTY;
    boolean empty = false;
    for (; token != JsonToken.END_ARRAY; token = json.nextToken()) {
      int child = child(json, token, depth);
      empty |= child == EMPTY;
      if (child != EMPTY && height != EMPTY && height != child + 1) {
        fault(IssueKind.UNEVEN_COORDINATES);
      }
      height = child == EMPTY ? height : child + 1;
    }
    // An empty polygon among others is nothing; an empty position or ring would hide a loss.
    if (empty && (height == 1 || height == 2)) {
      fault(IssueKind.NOT_A_POSITION, "[]");
    }
    end(height);
    return height;
  }

  private int child(JsonParser json, JsonToken token, int depth) {
    if (token == JsonToken.START_ARRAY && depth < DEEPEST) {
      return array(json, depth + 1);
    }
    fault(
        token == JsonToken.START_ARRAY ? IssueKind.UNEVEN_COORDINATES : IssueKind.NOT_A_POSITION,
        json.getValueAsString("{…}"));
    json.skipChildren();
    return EMPTY;
  }

  private void end(int height) {
    if (height == 1) {
      buffer.endLine();
    } else if (height == 2) {
      buffer.endPolygon();
    }
  }

  private void position(JsonParser json) {
    double x = json.getDoubleValue();
    JsonToken second = json.nextToken();
    if (second != JsonToken.VALUE_NUMBER_FLOAT && second != JsonToken.VALUE_NUMBER_INT) {
      fault(IssueKind.NOT_A_POSITION, "[" + x + "]");
      closeArray(json, second);
      return;
    }
    double y = json.getDoubleValue();
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      fault(IssueKind.NOT_FINITE);
    }
    if (++positions > GeometryRepair.MOST_VERTICES) {
      fault(IssueKind.TOO_MANY_VERTICES, GeometryRepair.MOST_VERTICES);
    } else {
      buffer.addPosition(x, y);
    }
    JsonToken third = json.nextToken();
    droppedZ |= third != JsonToken.END_ARRAY;
    closeArray(json, third);
  }

  private void closeArray(JsonParser json, JsonToken token) {
    for (JsonToken t = token; t != JsonToken.END_ARRAY; t = json.nextToken()) {
      if (!t.isNumeric()) {
        fault(IssueKind.NOT_A_POSITION, json.getValueAsString("[…]"));
        json.skipChildren();
      }
    }
  }

  private void fault(IssueKind kind, Object... details) {
    fault = fault == null ? new ShapeFault(kind, details) : fault;
  }

  private Geometry shape(String type, int height) {
    if (height == Integer.MIN_VALUE) {
      throw type == null
          ? new ShapeFault(IssueKind.NOT_A_GEOMETRY)
          : new ShapeFault(IssueKind.NO_COORDINATES, type);
    }
    return switch (String.valueOf(type)) {
      case "Point" -> height == 0 ? point() : needs(height, 0, type);
      case "MultiPoint" ->
          height == 1 ? Shapes.FACTORY.createMultiPoint(buffer.all()) : needs(height, 1, type);
      case "LineString" -> height == 1 ? Shapes.line(buffer.all()) : needs(height, 1, type);
      case "MultiLineString" -> height == 2 ? lines() : needs(height, 2, type);
      case "Polygon" -> height == 2 ? polygon(0) : needs(height, 2, type);
      case "MultiPolygon" -> height == 3 ? polygons() : needs(height, 3, type);
      default -> throw new ShapeFault(IssueKind.UNKNOWN_GEOMETRY, String.valueOf(type));
    };
  }

  private Geometry needs(int height, int needed, String type) {
    if (height == EMPTY) {
      return Shapes.FACTORY.createEmpty(needed == 0 ? 0 : Math.min(needed, 2));
    }
    throw new ShapeFault(IssueKind.WRONG_NESTING, type, needed + 1, height + 1);
  }

  private Geometry point() {
    return Shapes.FACTORY.createPoint(buffer.all());
  }

  private Geometry lines() {
    LineString[] lines = new LineString[buffer.lines()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = Shapes.line(buffer.line(i));
    }
    return Shapes.FACTORY.createMultiLineString(lines);
  }

  private Polygon polygon(int index) {
    List<LinearRing> rings = new ArrayList<>(buffer.endLineOf(index) - buffer.firstLineOf(index));
    for (int i = buffer.firstLineOf(index); i < buffer.endLineOf(index); i++) {
      CoordinateSequence ring = buffer.line(i);
      closedRing |= Shapes.isOpen(ring);
      rings.add(Shapes.ring(ring));
    }
    return Shapes.polygon(rings);
  }

  private Geometry polygons() {
    Polygon[] polygons = new Polygon[buffer.polygons()];
    for (int i = 0; i < polygons.length; i++) {
      polygons[i] = polygon(i);
    }
    return Shapes.FACTORY.createMultiPolygon(polygons);
  }
}
