package org.linli.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/**
 * The R-tree extension of a layer's table (OGC 12-128r17, annex F.3): the virtual table, the
 * triggers that keep it, and its registration.
 */
public final class RTree {
  private static final String EXTENSION = "http://www.geopackage.org/spec120/#extension_rtree";

  private final Connection connection;
  private final String table;
  private final String column;
  private final String fid;
  private final String name;

  RTree(Connection connection, LayerTable layer) {
    this.connection = connection;
    this.table = layer.name();
    this.column = layer.geometryColumn();
    this.fid = layer.fidColumn();
    this.name = "rtree_" + table + "_" + column;
  }

  String name() {
    return name;
  }

  void create() throws SQLException {
    execute(
        "CREATE VIRTUAL TABLE "
            + SqlText.quoted(name)
            + " USING rtree(id, minx, maxx, miny, maxy)");
    execute(
        "INSERT INTO gpkg_extensions VALUES (%s, %s, 'gpkg_rtree_index', '%s', 'write-only')"
            .formatted(SqlText.literal(table), SqlText.literal(column), EXTENSION));
  }

  void drop() throws SQLException {
    execute("DROP TABLE IF EXISTS " + SqlText.quoted(name));
  }

  /** Makes the triggers, by which every later write of any program keeps the index. */
  public void createTriggers() throws SQLException {
    for (Map.Entry<String, String> trigger : triggers().entrySet()) {
      execute(
          "CREATE TRIGGER %s %s END"
              .formatted(SqlText.quoted(name + "_" + trigger.getKey()), trigger.getValue()));
    }
  }

  /** Removes the triggers for the time of a bulk load. */
  public void dropTriggers() throws SQLException {
    for (String suffix : triggers().keySet()) {
      execute("DROP TRIGGER IF EXISTS " + SqlText.quoted(name + "_" + suffix));
    }
  }

  /** Replaces the whole index by a packed one. The triggers are to be absent meanwhile. */
  public void fill(RTreePacking packing) throws SQLException {
    packing.write(connection, name);
  }

  /**
   * Replaces the whole index by one that is packed as the rows come. The triggers are to be absent
   * meanwhile.
   *
   * @param rows how many rows the table has
   * @param placed how many of them have a place
   */
  void fill(PlacedRows source, long rows, long placed) throws SQLException {
    try (RTreeNodes nodes = RTreeNodes.replacing(connection, name, placed)) {
      new RTreeStream(nodes, rows).write(source);
    }
  }

  /** Replaces the whole index by a packed one of the rows that are there. */
  public void rebuild() throws SQLException {
    RTreePacking packing = new RTreePacking();
    String sql = filled("SELECT <i>, <c> FROM <t> WHERE <c> NOTNULL");
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        double[] box = BlobEnvelope.of(rows.getBytes(2));
        if (box != null) {
          packing.add(rows.getLong(1), new Envelope(box[0], box[1], box[2], box[3]));
        }
      }
    }
    fill(packing);
  }

  /** Indexes a few more rows, while the triggers are absent. */
  public void put(long row, Envelope box) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO " + SqlText.quoted(name) + " VALUES (?, ?, ?, ?, ?)")) {
      insert.setLong(1, row);
      insert.setDouble(2, box.getMinX());
      insert.setDouble(3, box.getMaxX());
      insert.setDouble(4, box.getMinY());
      insert.setDouble(5, box.getMaxY());
      insert.execute();
    }
  }

  /** The statements of the standard's template, by the suffix of the trigger's name. */
  private Map<String, String> triggers() {
    Map<String, String> triggers = new LinkedHashMap<>();
    triggers.put("insert", "AFTER INSERT ON <t> WHEN <new> BEGIN <put>;");
    triggers.put(
        "update1", "AFTER UPDATE OF <c> ON <t> WHEN OLD.<i> = NEW.<i> AND <new> BEGIN <put>;");
    triggers.put(
        "update2",
        "AFTER UPDATE OF <c> ON <t> WHEN OLD.<i> = NEW.<i> AND NOT <new> BEGIN <remove>;");
    triggers.put(
        "update3", "AFTER UPDATE ON <t> WHEN OLD.<i> != NEW.<i> AND <new> BEGIN <remove>; <put>;");
    triggers.put(
        "update4",
        "AFTER UPDATE ON <t> WHEN OLD.<i> != NEW.<i> AND NOT <new> BEGIN"
            + " DELETE FROM <r> WHERE id IN (OLD.<i>, NEW.<i>);");
    triggers.put("delete", "AFTER DELETE ON <t> WHEN OLD.<c> NOT NULL BEGIN <remove>;");
    triggers.replaceAll((suffix, template) -> filled(template));
    return triggers;
  }

  private String filled(String template) {
    return template
        .replace("<new>", "(NEW.<c> NOTNULL AND NOT ST_IsEmpty(NEW.<c>))")
        .replace(
            "<put>",
            "INSERT OR REPLACE INTO <r> VALUES (NEW.<i>, ST_MinX(NEW.<c>), ST_MaxX(NEW.<c>),"
                + " ST_MinY(NEW.<c>), ST_MaxY(NEW.<c>))")
        .replace("<remove>", "DELETE FROM <r> WHERE id = OLD.<i>")
        .replace("<r>", SqlText.quoted(name))
        .replace("<t>", SqlText.quoted(table))
        .replace("<c>", SqlText.quoted(column))
        .replace("<i>", SqlText.quoted(fid));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
