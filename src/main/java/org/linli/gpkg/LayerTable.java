package org.linli.gpkg;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * A layer as a table of a GeoPackage: row number, {@code code}, revision if wanted, geometry if it
 * has one, then its fields. Holds buffers: used by one thread.
 */
public final class LayerTable {
  private final LayerDefinition definition;
  private final boolean revisioned;
  private final String fidColumn;
  private final String geometryColumn;
  private final String revisionColumn;
  private final int srsId;
  private final GeometryBlobWriter blobs;
  private final GeometryBlobReader geometries =
      new GeometryBlobReader(
          new GeometryFactory(
              new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY));

  /**
   * @param revisioned whether rows carry their revision
   */
  public LayerTable(LayerDefinition definition, boolean revisioned) {
    this(definition, revisioned, StandardTables.WGS84_SRS_ID);
  }

  /**
   * @param revisioned whether rows carry their revision
   * @param srsId the system of the geometries, as {@code gpkg_spatial_ref_sys} numbers it
   */
  LayerTable(LayerDefinition definition, boolean revisioned, int srsId) {
    this.definition = definition;
    this.revisioned = revisioned;
    this.srsId = srsId;
    this.fidColumn = free("fid");
    this.geometryColumn = free("geom");
    this.revisionColumn = free("revision");
    this.blobs = new GeometryBlobWriter(srsId, isPromoting(), isMeasured(definition.geometry()));
  }

  /** A name for a column of ours that no field has. */
  private String free(String wanted) {
    String name = wanted;
    while (isTaken(name)) {
      name += "_";
    }
    return name;
  }

  private boolean isTaken(String name) {
    return definition.fields().stream().anyMatch(field -> field.name().equalsIgnoreCase(name));
  }

  /** Lines and polygons come single and multiple in one file; one column type holds them all. */
  private boolean isPromoting() {
    return definition.geometry() == GeometryType.LINE
        || definition.geometry() == GeometryType.POLYGON;
  }

  private static boolean isMeasured(GeometryType type) {
    return type == GeometryType.TRACK;
  }

  public LayerDefinition definition() {
    return definition;
  }

  public String name() {
    return definition.id();
  }

  public String fidColumn() {
    return fidColumn;
  }

  public String revisionColumn() {
    return revisionColumn;
  }

  public String geometryColumn() {
    return geometryColumn;
  }

  int srsId() {
    return srsId;
  }

  /** A writer of geometries that are not JTS's, as this table holds them. */
  FlatBlobWriter flatBlobs() {
    return new FlatBlobWriter(srsId, isPromoting(), hasMeasures());
  }

  boolean hasMeasures() {
    return isMeasured(definition.geometry());
  }

  /** The geometry type's name in the standard. */
  String geometryTypeName() {
    return switch (definition.geometry()) {
      case POINT -> "POINT";
      case LINE -> "MULTILINESTRING";
      case POLYGON -> "MULTIPOLYGON";
      case TRACK -> "LINESTRING";
      case ANY, NONE -> "GEOMETRY";
    };
  }

  /** What declares each column but the row number's, by its name, without constraints. */
  public Map<String, String> columnTypes() {
    Map<String, String> types = new LinkedHashMap<>();
    if (definition.hasGeometry()) {
      types.put(geometryColumn, geometryTypeName());
    }
    types.put(LayerDefinition.KEY, "TEXT");
    definition.fields().forEach(f -> types.put(f.name(), ColumnType.declared(f.type())));
    if (revisioned) {
      types.put(revisionColumn, "INTEGER DEFAULT 1");
    }
    return types;
  }

  String createSql() {
    List<String> columns = new ArrayList<>();
    columns.add(SqlText.quoted(fidColumn) + " INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    columnTypes()
        .forEach(
            (name, type) -> {
              String unique = name.equals(LayerDefinition.KEY) ? " UNIQUE" : "";
              columns.add(SqlText.quoted(name) + " " + type + unique);
            });
    return "CREATE TABLE " + SqlText.quoted(name()) + " (" + String.join(", ", columns) + ")";
  }

  /** Columns that {@link #bind} fills, in its order. */
  private List<String> boundColumns() {
    List<String> columns = new ArrayList<>(List.of("code"));
    if (definition.hasGeometry()) {
      columns.add(geometryColumn);
    }
    definition.fields().forEach(field -> columns.add(field.name()));
    return columns;
  }

  /** An INSERT of the row number, then what {@link #bind} fills from parameter 2 on. */
  public String insertSql() {
    List<String> columns = new ArrayList<>(List.of(fidColumn));
    columns.addAll(boundColumns());
    return "INSERT INTO "
        + SqlText.quoted(name())
        + columns.stream().map(SqlText::quoted).collect(Collectors.joining(", ", " (", ")"))
        + columns.stream().map(column -> "?").collect(Collectors.joining(", ", " VALUES (", ")"));
  }

  /** {@link #insertSql}, but a row of the same code is replaced, with its revision counted up. */
  public String upsertSql() {
    return boundColumns().stream()
        .map(SqlText::quoted)
        .map(column -> column + " = excluded." + column)
        .collect(
            Collectors.joining(
                ", ",
                insertSql() + " ON CONFLICT (\"code\") DO UPDATE SET ",
                ", %1$s = %1$s + 1".formatted(SqlText.quoted(revisionColumn))));
  }

  /**
   * An UPDATE of what {@link #bind} fills from parameter 1 on, up to the WHERE clause, with the
   * revision counted up.
   */
  public String updateSql() {
    return boundColumns().stream()
        .map(column -> SqlText.quoted(column) + " = ?")
        .collect(
            Collectors.joining(
                ", ",
                "UPDATE " + SqlText.quoted(name()) + " SET ",
                ", %1$s = %1$s + 1".formatted(SqlText.quoted(revisionColumn))));
  }

  /**
   * Fills the parameters of a feature.
   *
   * @param from the first of them
   * @return the first parameter after them
   * @throws IllegalArgumentException if a value is not of its field's type
   */
  public int bind(PreparedStatement statement, int from, Feature feature) throws SQLException {
    byte[] blob = feature.shape() == null ? null : blobs.write(feature.shape());
    return bind(statement, from, feature.code(), blob, feature.values());
  }

  /**
   * Fills the parameters of a row.
   *
   * @param from the first of them
   * @param blob null where the row has no place
   * @return the first parameter after them
   * @throws IllegalArgumentException if a value is not of its field's type
   */
  int bind(PreparedStatement statement, int from, String code, byte[] blob, Object[] values)
      throws SQLException {
    int at = from;
    statement.setString(at++, code);
    if (definition.hasGeometry()) {
      statement.setBytes(at++, blob);
    }
    for (int i = 0; i < values.length; i++) {
      Field field = definition.fields().get(i);
      try {
        ColumnType.bind(statement, at++, field.type(), values[i]);
      } catch (ClassCastException wrong) {
        throw new IllegalArgumentException(
            "Feature %s: «%s» is no %s, as the field %s wants."
                .formatted(
                    code, values[i], field.type().name().toLowerCase(Locale.ROOT), field.name()),
            wrong);
      }
    }
    return at;
  }

  /** A SELECT of what {@link #read} reads, up to the WHERE clause. */
  public String selectSql() {
    return boundColumns().stream()
        .map(SqlText::quoted)
        .collect(
            Collectors.joining(
                ", ",
                "SELECT " + (revisioned ? SqlText.quoted(revisionColumn) : "1") + ", ",
                " FROM " + SqlText.quoted(name())));
  }

  /** A geometry as its column holds it. */
  public byte[] blob(Geometry shape) {
    return blobs.write(shape);
  }

  /** A row as it is stored. */
  public record StoredRow(Feature feature, int revision) {}

  /**
   * The result set's present row.
   *
   * @throws MalformedGeometryException if its geometry is unreadable, which only another program
   *     can bring about
   */
  public StoredRow read(ResultSet rows) throws SQLException, MalformedGeometryException {
    int at = 3;
    Geometry shape = null;
    if (definition.hasGeometry()) {
      byte[] blob = rows.getBytes(at++);
      shape = blob == null ? null : GeometryBlobWriter.simplest(geometries.read(blob));
    }
    Object[] values = new Object[definition.fields().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ColumnType.read(definition.fields().get(i).type(), rows.getObject(at++));
    }
    return new StoredRow(new Feature(rows.getString(2), shape, values), rows.getInt(1));
  }
}
