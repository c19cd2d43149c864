package org.linli.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.linli.gpkg.GeometryBlobReader;
import org.linli.gpkg.GeometryBlobWriter;
import org.linli.gpkg.MalformedGeometryException;
import org.linli.gpkg.StandardTables;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.store.FeatureStore.RevisionedConsumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/** A layer's features as rows of a {@link PostgisTable}. Holds buffers: used by one thread. */
final class PostgisRows {
  private final LayerDefinition definition;
  private final GeometryBlobWriter shapes;
  private final GeometryBlobReader geometries =
      new GeometryBlobReader(
          new GeometryFactory(
              new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY));

  PostgisRows(LayerDefinition definition) {
    this.definition = definition;
    GeometryType type = definition.geometry();
    this.shapes =
        new GeometryBlobWriter(
            StandardTables.WGS84_SRS_ID,
            type == GeometryType.LINE || type == GeometryType.POLYGON,
            type == GeometryType.TRACK);
  }

  LayerDefinition definition() {
    return definition;
  }

  /**
   * Fills the parameters of a feature from 1 on.
   *
   * @return the first parameter after them
   */
  int bind(PreparedStatement statement, Feature feature) throws SQLException {
    int at = 1;
    statement.setString(at++, feature.code());
    if (definition.hasGeometry()) {
      statement.setBytes(at++, feature.geometry().map(shapes::writeWkb).orElse(null));
    }
    for (int i = 0; i < definition.fields().size(); i++) {
      bind(statement, at++, feature, i);
    }
    return at;
  }

  private void bind(PreparedStatement statement, int at, Feature feature, int field)
      throws SQLException {
    Object value = checked(feature, field);
    FieldType type = definition.fields().get(field).type();
    if (value == null) {
      statement.setNull(at, sqlType(type));
    } else if (type == FieldType.INSTANT) {
      statement.setObject(at, OffsetDateTime.ofInstant((Instant) value, ZoneOffset.UTC));
    } else {
      statement.setObject(at, value, sqlType(type));
    }
  }

  private static int sqlType(FieldType type) {
    return switch (type) {
      case TEXT -> Types.VARCHAR;
      case INTEGER -> Types.BIGINT;
      case REAL -> Types.DOUBLE;
      case BOOLEAN -> Types.BOOLEAN;
      case DATE -> Types.DATE;
      case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
    };
  }

  /**
   * A feature's value of a field.
   *
   * @throws IllegalArgumentException if it is not of the field's type, or a text that PostgreSQL
   *     cannot hold
   */
  Object checked(Feature feature, int index) {
    Object value = feature.value(index);
    Field field = definition.fields().get(index);
    if (value != null && !javaType(field.type()).isInstance(value)) {
      throw new IllegalArgumentException(
          "Feature %s: «%s» is no %s, as the field %s wants."
              .formatted(
                  feature.code(),
                  value,
                  field.type().name().toLowerCase(Locale.ROOT),
                  field.name()));
    }
    if (value instanceof String text && text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "Feature %s: the field %s holds a NUL character (U+0000), which PostgreSQL cannot keep: remove it."
              .formatted(feature.code(), field.name()));
    }
    return value;
  }

  private static Class<?> javaType(FieldType type) {
    return switch (type) {
      case TEXT -> String.class;
      case INTEGER -> Long.class;
      case REAL -> Double.class;
      case BOOLEAN -> Boolean.class;
      case DATE -> LocalDate.class;
      case INSTANT -> Instant.class;
    };
  }

  /** The feature's shape as well-known binary, of the kind that the column wants. */
  byte[] wkb(Geometry shape) {
    return shapes.writeWkb(shape);
  }

  /** Hands over every row of a {@link #selectSql}. */
  void drain(ResultSet rows, RevisionedConsumer consumer) throws SQLException {
    RowGate gate = new RowGate(definition, consumer);
    while (rows.next()) {
      pass(rows, gate);
    }
    gate.end();
  }

  private void pass(ResultSet rows, RowGate gate) throws SQLException {
    Feature feature;
    try {
      feature = read(rows);
    } catch (MalformedGeometryException curved) {
      gate.leaveOut(rows.getString(2), curved.getMessage());
      return;
    }
    gate.pass(feature, rows.getInt(1));
  }

  private Feature read(ResultSet rows) throws SQLException, MalformedGeometryException {
    int at = 3;
    Geometry shape = null;
    if (definition.hasGeometry()) {
      shape = shape(rows.getBytes(at++));
    }
    Object[] values = new Object[definition.fields().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(rows, at++, definition.fields().get(i).type());
    }
    return new Feature(rows.getString(2), shape, values);
  }

  private Geometry shape(byte[] wkb) throws MalformedGeometryException {
    return wkb == null ? null : GeometryBlobWriter.simplest(geometries.readWkb(wkb));
  }

  private static Object value(ResultSet rows, int at, FieldType type) throws SQLException {
    return switch (type) {
      case TEXT -> rows.getString(at);
      case INTEGER -> rows.getObject(at, Long.class);
      case REAL -> finite(rows.getObject(at, Double.class));
      case BOOLEAN -> rows.getObject(at, Boolean.class);
      case DATE -> rows.getObject(at, LocalDate.class);
      case INSTANT -> instant(rows.getObject(at, OffsetDateTime.class));
    };
  }

  private static Double finite(Double stored) {
    return stored == null || !Double.isFinite(stored) ? null : stored;
  }

  private static Instant instant(OffsetDateTime stored) {
    return stored == null ? null : stored.toInstant();
  }
}
