package org.linli.ingest.format;

import java.util.Map;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceRow;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One feature while it is read, and the first thing that is wrong with it. */
final class GeoJsonRow {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int LONGEST_LONG = 18;

  private final long number;
  private final GeoJsonWatcher watcher;
  private final Object[] values;
  private String key;
  private Geometry shape;
  private ImportIssue issue;
  private boolean droppedZ;
  private boolean closedRing;
  private boolean badBbox;

  GeoJsonRow(long number, int columns, GeoJsonWatcher watcher) {
    this.number = number;
    this.watcher = watcher;
    this.values = new Object[columns];
  }

  void geometry(JsonParser json, JsonToken value, GeoJsonGeometry reader) {
    if (value == JsonToken.START_OBJECT) {
      try {
        shape = reader.read(json);
        droppedZ = reader.droppedZ();
        closedRing = reader.closedRing();
        badBbox = reader.badBbox();
      } catch (ShapeFault fault) {
        wrong(fault.at(number, "geometry"));
      }
    } else if (value != JsonToken.VALUE_NULL) {
      wrong(ImportIssue.ofValue(IssueKind.NOT_A_GEOMETRY, number, "geometry"));
      json.skipChildren();
    }
  }

  void properties(JsonParser json, JsonToken value, Map<String, Integer> indexes) {
    if (value == JsonToken.START_OBJECT) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        Object read = value(json, json.nextToken(), name);
        Integer index = indexes.get(name);
        watcher.member(name, index, read);
        if (index != null) {
          values[index] = read;
        }
      }
    } else if (value != JsonToken.VALUE_NULL) {
      wrong(ImportIssue.ofValue(IssueKind.NOT_A_FEATURE, number, "properties"));
      json.skipChildren();
    }
  }

  private Object value(JsonParser json, JsonToken token, String name) {
    return switch (token) {
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT -> integer(json);
      case VALUE_NUMBER_FLOAT -> real(json, name);
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case START_OBJECT, START_ARRAY -> copied(json, name);
      default -> null;
    };
  }

  private static Object integer(JsonParser json) {
    return json.getStringLength() <= LONGEST_LONG ? json.getLongValue() : json.getString();
  }

  private Object real(JsonParser json, String name) {
    double value = json.getDoubleValue();
    if (!Double.isFinite(value)) {
      wrong(ImportIssue.ofValue(IssueKind.NOT_FINITE, number, name));
    }
    return value;
  }

  /** A value with members of its own stays the JSON that it is. */
  private String copied(JsonParser json, String name) {
    BoundedText text = new BoundedText(StrictJson.LONGEST_TEXT);
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      out.copyCurrentStructure(json);
    }
    if (text.isCut()) {
      wrong(ImportIssue.ofValue(IssueKind.LONG_VALUE, number, name, StrictJson.LONGEST_TEXT));
    }
    return text.toString();
  }

  void id(JsonParser json, JsonToken value) {
    if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
      key = json.getString();
      watcher.id(key);
    } else if (value != JsonToken.VALUE_NULL) {
      wrong(ImportIssue.ofValue(IssueKind.NOT_A_FEATURE, number, "id"));
      json.skipChildren();
    }
  }

  private void wrong(ImportIssue found) {
    issue = issue == null ? found : issue;
  }

  /** Gives the row, or what is wrong with it, to the sink. */
  boolean hand(GeoJsonFeatures.Shape parts, RowSink sink) {
    if (!parts.typed || !parts.properties || !parts.geometry) {
      String lacking = !parts.typed ? "type" : parts.geometry ? "properties" : "geometry";
      wrong(ImportIssue.ofValue(IssueKind.NOT_A_FEATURE, number, lacking));
    }
    if (issue != null) {
      watcher.fault();
      sink.issue(issue);
      return true;
    }
    watcher.feature(shape);
    if (droppedZ) {
      sink.issue(ImportIssue.ofRow(IssueKind.Z_DROPPED, number));
    }
    if (badBbox) {
      sink.issue(ImportIssue.ofValue(IssueKind.BAD_BBOX, number, "geometry.bbox"));
    }
    if (closedRing) {
      sink.issue(ImportIssue.ofRow(IssueKind.RING_CLOSED, number));
    }
    return sink.row(new SourceRow(number, key, shape, values));
  }
}
