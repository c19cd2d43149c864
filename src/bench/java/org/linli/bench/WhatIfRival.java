package org.linli.bench;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.linli.layer.Feature;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;
import org.locationtech.jts.io.WKBWriter;

/**
 * A copy of the town in PostGIS, to which one change after the other is added and taken away again;
 * only the question afterwards counts, not the copying.
 */
final class WhatIfRival implements AutoCloseable {
  private final PatrolRival patrols;

  private WhatIfRival(PatrolRival patrols) {
    this.patrols = patrols;
  }

  /** What is asked, over the table that the change is of. */
  enum Rule {
    PATROL("steps", ""),
    PARK("parks", "count(*)", 300, "ST_Area(o.geom) >= 5000"),
    POST("posts", "count(*)", 800, "true"),
    PROJECT("projects", "sum(b.residents)", 300, "true"),
    NONE("", "");

    private final String table;
    private final String sql;

    Rule(String table, String sql) {
      this.table = table;
      this.sql = sql;
    }

    Rule(String table, String counted, int metres, String fit) {
      this(
          table,
          "SELECT "
              + counted
              + " FROM homes b WHERE EXISTS (SELECT 1 FROM "
              + table
              + " o WHERE "
              + fit
              + " AND ST_DWithin(b.geom, o.geom, "
              + metres
              + "))");
    }
  }

  static WhatIfRival start(WhatIfTown town) throws Exception {
    PatrolRival patrols = PatrolRival.start(town.buildings(), town.layers().get("patrols"));
    WhatIfRival rival = new WhatIfRival(patrols);
    patrols.execute("CREATE TABLE residents (code text, residents int)");
    patrols.connection().setAutoCommit(false);
    rival.copyResidents(town.buildings());
    rival.copy(Rule.PARK.table, town.layers().get("green_spaces"));
    rival.copy(Rule.POST.table, town.layers().get("posts"));
    rival.copy(Rule.PROJECT.table, town.layers().get("projects"));
    patrols.execute(
        "CREATE TABLE homes AS SELECT b.geom, r.residents FROM buildings b JOIN residents r"
            + " USING (code)");
    patrols.execute("CREATE INDEX ON homes USING gist (geom)");
    patrols.connection().commit();
    patrols.connection().setAutoCommit(true);
    patrols.execute("VACUUM ANALYZE");
    return rival;
  }

  private void copyResidents(LayerView buildings) throws SQLException {
    int field = buildings.definition().getIndex("residents");
    String sql = "INSERT INTO residents VALUES (?, ?)";
    try (PreparedStatement insert = patrols.connection().prepareStatement(sql)) {
      RowCursor rows = buildings.rows(LayerQuery.ALL);
      while (rows.next()) {
        insert.setString(1, rows.code());
        insert.setLong(2, (Long) rows.block().column(field).value(rows.row()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void copy(String table, LayerView view) throws SQLException {
    patrols.execute("CREATE TABLE " + table + " (code text, geom geometry)");
    patrols.fill(
        "INSERT INTO " + table + " VALUES (?, ",
        view,
        (code, geometry, insert) -> {
          insert.setString(1, code);
          insert.setBytes(2, new WKBWriter().write(geometry));
          insert.addBatch();
        });
    patrols.execute("CREATE INDEX ON " + table + " USING gist (geom)");
  }

  /** Counts on the copy with a feature in it, in place of the one of its code. */
  Answer count(Rule rule, Feature feature) throws SQLException {
    patrols.connection().setAutoCommit(false);
    try {
      if (rule == Rule.PATROL) {
        walk(feature);
        return patrols.coverage();
      }
      put(rule, feature);
      return asked(rule);
    } finally {
      patrols.connection().rollback();
      patrols.connection().setAutoCommit(true);
    }
  }

  private void walk(Feature walk) throws SQLException {
    try (PreparedStatement insert = patrols.prepare("INSERT INTO steps VALUES (?, ")) {
      PatrolRival.steps(walk.code(), walk.shape(), insert);
      insert.executeBatch();
    }
  }

  private void put(Rule rule, Feature feature) throws SQLException {
    patrols.execute("DELETE FROM " + rule.table + " WHERE code = '" + feature.code() + "'");
    try (PreparedStatement insert = patrols.prepare("INSERT INTO " + rule.table + " VALUES (?, ")) {
      insert.setString(1, feature.code());
      insert.setBytes(2, new WKBWriter().write(feature.shape()));
      insert.execute();
    }
  }

  private Answer asked(Rule rule) throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = patrols.connection().createStatement();
        ResultSet rows = statement.executeQuery(rule.sql)) {
      rows.next();
      String count = rows.getString(1);
      long nanos = System.nanoTime() - start;
      return new Answer(200, nanos, nanos, 0, count.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws Exception {
    patrols.close();
  }
}
