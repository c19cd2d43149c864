package org.linli.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.layer.Code;
import org.linli.layer.Field;
import org.linli.layer.LocalText;

/**
 * What a package tells of a layer: the meaning of its columns and their codes by the schema
 * extension, and a document about it by the metadata extension (OGC 12-128r17, annexes F.8, F.9).
 */
final class Annotations {
  private static final String SCHEMA = "http://www.geopackage.org/spec121/#extension_schema";
  private static final String METADATA = "http://www.geopackage.org/spec121/#extension_metadata";

  private static final List<String> STATEMENTS =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS gpkg_data_columns (
            table_name TEXT NOT NULL,
            column_name TEXT NOT NULL,
            name TEXT,
            title TEXT,
            description TEXT,
            mime_type TEXT,
            constraint_name TEXT,
            CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
            CONSTRAINT gdc_tn UNIQUE (table_name, name))""",
          """
          CREATE TABLE IF NOT EXISTS gpkg_data_column_constraints (
            constraint_name TEXT NOT NULL,
            constraint_type TEXT NOT NULL,
            value TEXT,
            min NUMERIC,
            min_is_inclusive BOOLEAN,
            max NUMERIC,
            max_is_inclusive BOOLEAN,
            description TEXT,
            CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))""",
          """
          CREATE TABLE IF NOT EXISTS gpkg_metadata (
            id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
            md_scope TEXT NOT NULL DEFAULT 'dataset',
            md_standard_uri TEXT NOT NULL,
            mime_type TEXT NOT NULL DEFAULT 'text/xml',
            metadata TEXT NOT NULL DEFAULT '')""",
          """
          CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (
            reference_scope TEXT NOT NULL,
            table_name TEXT,
            column_name TEXT,
            row_id_value INTEGER,
            timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
            md_file_id INTEGER NOT NULL,
            md_parent_id INTEGER,
            CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
            CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))""",
          extension("gpkg_data_columns", "gpkg_schema", SCHEMA),
          extension("gpkg_data_column_constraints", "gpkg_schema", SCHEMA),
          extension("gpkg_metadata", "gpkg_metadata", METADATA),
          extension("gpkg_metadata_reference", "gpkg_metadata", METADATA));

  private final Connection connection;
  private final LayerTable table;

  Annotations(Connection connection, LayerTable table) {
    this.connection = connection;
    this.table = table;
  }

  /** Uniqueness does not see rows whose column is NULL, so a second layer must ask. */
  private static String extension(String table, String name, String definition) {
    String row =
        Stream.of(table, name, definition)
            .map(SqlText::literal)
            .collect(Collectors.joining(", "))
            .replaceFirst(", ", ", NULL, ");
    return "INSERT INTO gpkg_extensions SELECT "
        + row
        + ", 'read-write' WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions WHERE table_name = "
        + SqlText.literal(table)
        + ")";
  }

  /**
   * Writes all that there is to tell.
   *
   * @param document in the terms of Dublin Core, as JSON
   * @param changed when the data were last changed
   */
  void write(String document, Instant changed) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : STATEMENTS) {
        statement.execute(sql);
      }
    }
    for (Field field : table.definition().fields()) {
      write(field);
    }
    document(document, changed);
  }

  private void write(Field field) throws SQLException {
    String constraint = field.codes().isEmpty() ? null : table.name() + "_" + field.name();
    execute(
        "INSERT INTO gpkg_data_columns VALUES (?, ?, NULL, ?, ?, NULL, ?)",
        table.name(),
        field.name(),
        line(field.title()),
        field.unit().map(unit -> "[" + unit + "]").orElse(null),
        constraint);
    for (Code code : field.codes()) {
      execute(
          "INSERT INTO gpkg_data_column_constraints VALUES (?, 'enum', ?, NULL, NULL, NULL, NULL,"
              + " ?)",
          constraint,
          code.code(),
          line(code.title()));
    }
  }

  private static String line(LocalText text) {
    return Stream.of(text.zh(), text.en(), text.bo()).distinct().collect(Collectors.joining(" / "));
  }

  private void document(String document, Instant changed) throws SQLException {
    execute(
        "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES"
            + " ('dataset', 'http://purl.org/dc/terms/', 'application/json', ?)",
        document);
    execute(
        "INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?,"
            + " (SELECT max(id) FROM gpkg_metadata), NULL)",
        table.name(),
        ColumnType.text(changed));
  }

  private void execute(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.execute();
    }
  }
}
