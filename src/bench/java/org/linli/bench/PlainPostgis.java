package org.linli.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.linli.geo.TileCoord;
import org.linli.testing.Tool;
import org.postgresql.PGConnection;

/**
 * A throw-away PostgreSQL with PostGIS and the buildings in it, set up as its manuals advise for a
 * machine of this size: memory for the whole table, a spatial index, fresh statistics. Connections
 * are kept open for the tiles.
 */
final class PlainPostgis implements AutoCloseable {
  private static final String SETTINGS =
      " -c listen_addresses=127.0.0.1 -c shared_buffers=1GB -c effective_cache_size=4GB"
          + " -c work_mem=64MB -c maintenance_work_mem=256MB -c random_page_cost=1.1"
          + " -c max_wal_size=4GB -c fsync=off";
  private static final String TILE =
      """
      SELECT ST_AsMVT(tile, 'buildings', 4096, 'geom') FROM (
        SELECT ST_AsMVTGeom(ST_Transform(b.geom, 3857), ST_TileEnvelope(?, ?, ?), 4096, 64) AS geom,
               b.code, b.name, b.community, b.use_code, b.floors, b.height_m,
               b.built_on::text, b.surveyed_at::text, b.residents, b.has_liaison
        FROM buildings b
        WHERE b.geom && ST_Transform(ST_TileEnvelope(?, ?, ?, margin => 64.0 / 4096), 4326)) tile
      WHERE geom IS NOT NULL
      """;

  private final Path bin = Tool.POSTGIS.get();
  private final Path folder;
  private final int port = Command.freePort();
  private final Thread atExit = new Thread(this::stop);
  private final Map<Planner, PreparedStatement> tiles = new EnumMap<>(Planner.class);
  private Connection connection;

  /** What the planner of a connection is told. */
  enum Planner {
    /** What PostgreSQL tells it as it is installed. */
    STOCK("SET random_page_cost = 4; SET work_mem = '4MB'; SET effective_cache_size = '4GB'"),
    /** What the server above is set up with. */
    TUNED("SELECT 1"),
    /** The same, without parallel workers, which here cost more than they gain. */
    SERIAL("SET max_parallel_workers_per_gather = 0");

    private final String settings;

    Planner(String settings) {
      this.settings = settings;
    }
  }

  private PlainPostgis(Path folder) {
    this.folder = folder;
  }

  /** Starts an empty server in a new folder of its own. */
  static PlainPostgis start() throws IOException {
    PlainPostgis server = new PlainPostgis(Files.createTempDirectory("linli-bench-pg"));
    server.startCluster();
    return server;
  }

  private void startCluster() {
    if ("root".equals(System.getProperty("user.name"))) {
      program("chown", "postgres", folder.toString()).run();
    }
    program(bin("initdb"), "--pgdata=" + folder + "/cluster", "--username=postgres")
        .and("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        .asPostgres()
        .run();
    pgCtl("start").and("-w", "-o", "-p " + port + " -k " + folder + SETTINGS).run();
    Runtime.getRuntime().addShutdownHook(atExit);
    program(bin("createdb"), "-h", "127.0.0.1", "-p", "" + port, "-U", "postgres", "bench").run();
    psql("CREATE EXTENSION postgis").run();
  }

  private Command pgCtl(String verb) {
    return program(bin("pg_ctl"), "--pgdata=" + folder + "/cluster", verb)
        .and("-l", folder + "/server.log")
        .asPostgres();
  }

  private String bin(String name) {
    return bin.resolve(name).toString();
  }

  private Command program(String... words) {
    return new Command(folder.resolveSibling(folder.getFileName() + ".log"), words);
  }

  private Command psql(String sql) {
    return program("psql", "-q", "-v", "ON_ERROR_STOP=1", "-d", uri(), "-c", sql);
  }

  private String uri() {
    return "postgresql://postgres@127.0.0.1:" + port + "/bench";
  }

  /** The connection as MapServer and GDAL write it. */
  String keywords() {
    return "host=127.0.0.1 port=" + port + " user=postgres dbname=bench";
  }

  /** Loads the file by {@code ogr2ogr}, with an index on the geometry and one on the key. */
  void load(Path geoJson) throws SQLException {
    program("ogr2ogr", "-f", "PostgreSQL", "PG:" + keywords(), geoJson.toString())
        .and("-nln", "buildings", "-lco", "GEOMETRY_NAME=geom", "-lco", "FID=fid")
        .and("-nlt", "POLYGON", "--config", "PG_USE_COPY", "YES")
        .run();
    psql("CREATE UNIQUE INDEX ON buildings (code)").run();
    psql("VACUUM ANALYZE buildings").run();
    connection = connect();
    for (Planner planner : Planner.values()) {
      Connection own = connect();
      try (Statement settings = own.createStatement()) {
        settings.execute(planner.settings);
      }
      tiles.put(planner, own.prepareStatement(TILE));
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:" + uri().replace("postgres@", "") + "?user=postgres");
  }

  /** A vector tile by {@code ST_AsMVT} over the connection that is kept open. */
  Answer tile(Planner planner, TileCoord at) throws SQLException {
    PreparedStatement tile = tiles.get(planner);
    long start = System.nanoTime();
    for (int i = 0; i < 6; i += 3) {
      tile.setInt(i + 1, at.zoom());
      tile.setInt(i + 2, at.x());
      tile.setInt(i + 3, at.y());
    }
    try (ResultSet rows = tile.executeQuery()) {
      rows.next();
      byte[] bytes = rows.getBytes(1);
      long nanos = System.nanoTime() - start;
      return new Answer(200, nanos, nanos, bytes.length, bytes);
    }
  }

  /**
   * Writes the whole table as GeoJSON features to a file by {@code psql}.
   *
   * @return the wall time, in nanoseconds
   */
  long copyGeoJson(Path file) {
    String sql = "COPY (SELECT ST_AsGeoJSON(b.*) FROM buildings b) TO STDOUT";
    return program("psql", "-q", "-d", uri(), "-o", file.toString(), "-c", sql).run();
  }

  /**
   * Writes the whole table as a file by {@code ogr2ogr}.
   *
   * @return the wall time, in nanoseconds
   */
  long export(Path file, String driver, List<String> options) {
    return program("ogr2ogr", "-f", driver, file.toString(), "PG:" + keywords(), "buildings")
        .and(options.toArray(String[]::new))
        .run();
  }

  /** Reads the buildings of a condition as GeoJSON features over the kept connection. */
  Answer geoJson(String condition) throws SQLException, IOException {
    String sql = "COPY (SELECT ST_AsGeoJSON(b.*) FROM buildings b WHERE %s) TO STDOUT";
    CountedBytes bytes = new CountedBytes();
    long start = System.nanoTime();
    connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql.formatted(condition), bytes);
    long nanos = System.nanoTime() - start;
    return new Answer(200, nanos, nanos, bytes.count, new byte[0]);
  }

  private static final class CountedBytes extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int start, int length) {
      count += length;
    }
  }

  long count() throws SQLException {
    return count("true");
  }

  /** How many buildings meet a condition. */
  long count(String condition) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT count(*) FROM buildings WHERE " + condition)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void stop() {
    pgCtl("stop").and("-m", "immediate").run();
    program("rm", "-rf", folder.toString()).run();
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
      for (PreparedStatement tile : tiles.values()) {
        tile.getConnection().close();
      }
    }
    Runtime.getRuntime().removeShutdownHook(atExit);
    stop();
  }
}
