package org.linli.store;

import static org.linli.gpkg.SqlText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.layer.FieldType;
import org.linli.layer.LayerDefinition;

/**
 * A layer as a table of PostGIS, in SQL: {@code code}, geometry if it has one, its fields, and the
 * revision. {@link PostgisRows} carries the values.
 */
final class PostgisTable {
  private final LayerDefinition definition;
  private final String extensionSchema;
  private final PostgisColumns columns;

  /**
   * @param extensionSchema where PostGIS is installed; a layer may well be named {@code geometry}
   */
  PostgisTable(LayerDefinition definition, String extensionSchema) {
    this.definition = definition;
    this.extensionSchema = extensionSchema;
    this.columns = new PostgisColumns(definition);
  }

  LayerDefinition definition() {
    return definition;
  }

  /** The table's name, quoted. */
  String name() {
    return quoted(definition.id());
  }

  /** The name, quoted, of a table that is filled to become this one or to be merged into it. */
  String stagingName() {
    return quoted("linli_new_" + definition.id());
  }

  private List<String> boundColumns() {
    List<String> names = new ArrayList<>(List.of(quoted(LayerDefinition.KEY)));
    if (definition.hasGeometry()) {
      names.add(quoted(columns.geometry()));
    }
    columns.fields().forEach(name -> names.add(quoted(name)));
    return names;
  }

  /**
   * @param name the new table's, quoted
   */
  String createSql(String name) {
    List<String> parts = new ArrayList<>(List.of("\"code\" text COLLATE \"C\" NOT NULL"));
    if (definition.hasGeometry()) {
      parts.add(quoted(columns.geometry()) + " " + geometrySql());
    }
    for (int i = 0; i < columns.fields().size(); i++) {
      parts.add(quoted(columns.fields().get(i)) + " " + typeSql(definition.fields().get(i).type()));
    }
    parts.add(quoted(columns.revision()) + " integer NOT NULL DEFAULT 1");
    return "CREATE TABLE " + name + " (" + String.join(", ", parts) + ")";
  }

  /**
   * A column for one kind holds single and multiple geometries of it. Lines and polygons have a
   * type for both; points and tracks are seldom multiple, so their column stays open and is
   * checked.
   */
  private String geometrySql() {
    return switch (definition.geometry()) {
      case LINE -> typed("MultiLineString");
      case POLYGON -> typed("MultiPolygon");
      case POINT -> typed("Geometry") + checked("Point");
      case TRACK -> typed("GeometryM") + checked("LineString");
      case ANY, NONE -> typed("Geometry");
    };
  }

  private String typed(String type) {
    return quoted(extensionSchema) + ".geometry(" + type + ", 4326)";
  }

  private String checked(String part) {
    return " CHECK (%s.ST_GeometryType(%s) IN ('ST_%3$s', 'ST_Multi%3$s'))"
        .formatted(quoted(extensionSchema), quoted(columns.geometry()), part);
  }

  private static String typeSql(FieldType type) {
    return switch (type) {
      case TEXT -> "text";
      case INTEGER -> "bigint";
      case REAL -> "double precision";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case INSTANT -> "timestamp with time zone";
    };
  }

  /** What makes a filled table fast to read, its codes unique, and known what others write. */
  List<String> indexSql(String name) {
    List<String> statements =
        new ArrayList<>(List.of("ALTER TABLE " + name + " ADD PRIMARY KEY (\"code\")"));
    if (definition.hasGeometry()) {
      statements.add(
          "CREATE INDEX ON %s USING gist (%s)".formatted(name, quoted(columns.geometry())));
    }
    statements.add(PostgisOutside.triggerSql(name));
    return statements;
  }

  /** A COPY of what {@link PostgisCopy} writes into a table of a quoted name. */
  String copySql(String name) {
    return "COPY " + name + boundList() + " FROM STDIN (FORMAT binary)";
  }

  private String boundList() {
    return boundColumns().stream().collect(Collectors.joining(", ", " (", ")"));
  }

  /** A table of this session for rows that are to be merged, which keeps the order they came in. */
  String createStagingSql() {
    return "CREATE TEMP TABLE %s (LIKE %s INCLUDING DEFAULTS, %s bigserial) ON COMMIT DROP"
        .formatted(stagingName(), name(), quoted(columns.order()));
  }

  /**
   * Adds the rows of the staging table, or replaces those of their code; the last of a code wins.
   */
  String mergeSql() {
    String names = String.join(", ", boundColumns());
    String updates =
        boundColumns().stream()
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    return """
    INSERT INTO %1$s (%2$s)
    SELECT DISTINCT ON ("code") %2$s FROM %3$s ORDER BY "code", %4$s DESC
    ON CONFLICT ("code") DO UPDATE SET %5$s, %6$s = %1$s.%6$s + 1"""
        .formatted(
            name(),
            names,
            stagingName(),
            quoted(columns.order()),
            updates,
            quoted(columns.revision()));
  }

  /** An INSERT of what {@link PostgisRows#bind} fills. */
  String insertSql() {
    return "INSERT INTO "
        + name()
        + boundList()
        + boundColumns().stream().map(c -> "?").collect(Collectors.joining(", ", " VALUES (", ")"));
  }

  /**
   * An UPDATE of what {@link PostgisRows#bind} fills, then of the code and the revision that it
   * expects.
   */
  String updateSql() {
    return boundColumns().stream()
        .map(column -> column + " = ?")
        .collect(
            Collectors.joining(
                ", ",
                "UPDATE " + name() + " SET ",
                ", %1$s = %1$s + 1 WHERE \"code\" = ? AND %1$s = ?"
                    .formatted(quoted(columns.revision()))));
  }

  /** A DELETE of a code at a revision. */
  String deleteSql() {
    return "DELETE FROM %s WHERE \"code\" = ? AND %s = ?"
        .formatted(name(), quoted(columns.revision()));
  }

  /** A SELECT of what {@link PostgisRows#drain} reads, up to the WHERE clause. */
  String selectSql() {
    List<String> names = new ArrayList<>(List.of(quoted(columns.revision()), "\"code\""));
    if (definition.hasGeometry()) {
      names.add(quoted(columns.geometry()) + "::bytea");
    }
    columns.fields().forEach(name -> names.add(quoted(name)));
    return "SELECT " + String.join(", ", names) + " FROM " + name();
  }
}
