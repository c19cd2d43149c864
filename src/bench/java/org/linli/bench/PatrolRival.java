package org.linli.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKBWriter;

/**
 * The same question in PostGIS, as favourably as it can be put: buildings and the steps of the
 * walks in UTM metres, both with GiST indexes, statistics fresh, every core allowed.
 */
final class PatrolRival implements AutoCloseable {
  private static final int UTM_54_NORTH = 32654;
  private static final double REACH_METRES = 25;
  private static final GeometryFactory DEGREES = new GeometryFactory();

  /** When somebody was last at each building within a day, counted. */
  private static final String COVERAGE =
      "SELECT count(*) FROM (SELECT b.code, max(s.ended) AS last FROM steps s JOIN buildings b"
          + " ON ST_DWithin(b.geom, s.geom, "
          + REACH_METRES
          + ") GROUP BY b.code) seen WHERE last >= "
          + (PatrolTown.AS_OF - 86_400);

  private final PlainPostgis server;
  private final Connection connection;

  private PatrolRival(PlainPostgis server) throws SQLException {
    this.server = server;
    this.connection = server.connect();
  }

  static PatrolRival start(LayerView buildings, LayerView walks) throws Exception {
    PatrolRival rival = new PatrolRival(PlainPostgis.start());
    rival.load(buildings, walks);
    return rival;
  }

  private void load(LayerView buildings, LayerView walks) throws SQLException {
    execute("CREATE TABLE buildings (code text, geom geometry)");
    execute("CREATE TABLE steps (ended float8, geom geometry)");
    connection.setAutoCommit(false);
    fill("INSERT INTO buildings VALUES (?, ", buildings, this::building);
    fill("INSERT INTO steps VALUES (?, ", walks, PatrolRival::steps);
    connection.commit();
    connection.setAutoCommit(true);
    execute("CREATE INDEX ON buildings USING gist (geom)");
    execute("CREATE INDEX ON steps USING gist (geom)");
    execute("VACUUM ANALYZE buildings");
    execute("VACUUM ANALYZE steps");
    execute("SET max_parallel_workers_per_gather = 8");
    execute("SET parallel_setup_cost = 0");
    execute("SET parallel_tuple_cost = 0");
    execute("SET min_parallel_table_scan_size = 0");
  }

  /** An insert whose last value is a geometry, as WKB in degrees. */
  PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(
        sql + "ST_Transform(ST_GeomFromWKB(?, 4326), " + UTM_54_NORTH + "))");
  }

  interface RowWriter {
    void write(String code, Geometry geometry, PreparedStatement insert) throws SQLException;
  }

  void fill(String sql, LayerView view, RowWriter writer) throws SQLException {
    try (PreparedStatement insert = prepare(sql)) {
      RowCursor rows = view.rows(LayerQuery.ALL);
      for (int i = 0; rows.next(); i++) {
        Geometry geometry = rows.block().geometries().geometry(rows.row()).orElseThrow();
        writer.write(rows.code(), geometry, insert);
        if (i % 1_000 == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private void building(String code, Geometry geometry, PreparedStatement insert)
      throws SQLException {
    insert.setString(1, code);
    insert.setBytes(2, new WKBWriter().write(geometry));
    insert.addBatch();
  }

  static void steps(String code, Geometry walk, PreparedStatement insert) throws SQLException {
    Coordinate[] track = walk.getCoordinates();
    WKBWriter writer = new WKBWriter();
    for (int i = 1; i < track.length; i++) {
      Coordinate from = new Coordinate(track[i - 1].x, track[i - 1].y);
      Coordinate to = new Coordinate(track[i].x, track[i].y);
      insert.setDouble(1, track[i].getM());
      insert.setBytes(2, writer.write(DEGREES.createLineString(new Coordinate[] {from, to})));
      insert.addBatch();
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Answer coverage() throws SQLException {
    long start = System.nanoTime();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COVERAGE)) {
      rows.next();
      String count = rows.getString(1);
      long nanos = System.nanoTime() - start;
      return new Answer(200, nanos, nanos, 0, count.getBytes(StandardCharsets.UTF_8));
    }
  }

  Connection connection() {
    return connection;
  }

  /** How the planner went about it, in one line. */
  String plan() throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("EXPLAIN (COSTS off) " + COVERAGE)) {
      while (rows.next()) {
        plan.append(rows.getString(1).strip()).append("; ");
      }
    }
    return plan.toString();
  }

  @Override
  public void close() throws Exception {
    connection.close();
    server.close();
  }
}
