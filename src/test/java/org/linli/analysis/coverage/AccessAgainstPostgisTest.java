package org.linli.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.DemoInputs;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Liechtenstein;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Town;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;
import org.linli.testing.Needs;
import org.linli.testing.PostgisServer;
import org.linli.testing.Tool;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * Who has a green space of at least half a hectare within reach, said a second time by PostGIS with
 * distances and areas on geography. Every building must agree but those whose distance, or whose
 * green's area, is within half a percent of the threshold.
 */
@Needs(Tool.POSTGIS)
class AccessAgainstPostgisTest {
  private static final double LEAST_SQUARE_METRES = 5_000;
  private static final double DISSOLVE_METRES = 5;
  private static final double LENIENCE = 0.005;
  private static final Instant AS_OF = Instant.parse("2026-06-15T10:00:00Z");
  private static final int UTM_32_NORTH = 32632;
  private static final int UTM_47_NORTH = 32647;

  @Test
  void theDemoAgrees() throws SQLException {
    Map<String, LayerView> layers =
        Map.of(
            "buildings", DemoInputs.view("buildings"),
            "green_spaces", DemoInputs.view("green_spaces"));
    compare(new AnalysisInputs(layers), UTM_47_NORTH, 300);
  }

  @Test
  void theBuildingsOfLiechtensteinAgree() throws SQLException {
    Map<String, LayerView> layers =
        Map.of(
            "buildings", Liechtenstein.view("buildings"),
            "green_spaces", Liechtenstein.view("greens"));
    assertThat(layers.get("buildings").count()).isGreaterThan(17_000);
    // Nearly all of them have something green within 300 m.
    compare(new AnalysisInputs(layers), UTM_32_NORTH, 50);
  }

  @Test
  void thePathsOfLiechtensteinAreAsLong() throws SQLException {
    LayerRows paths = new LayerRows(Liechtenstein.view("paths"), "paths");
    PlaneShapes shapes = PlaneShapes.of(paths, LocalPlanes.of(paths));
    try (Connection connection =
            DriverManager.getConnection(PostgisServer.shared().createDatabase());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION postgis");
      statement.execute("CREATE TABLE w (code text, geog geography)");
      fill(connection, "w", paths, i -> true);
      int seen = 0;
      try (ResultSet theirs = statement.executeQuery("SELECT code, ST_Length(geog) FROM w")) {
        for (; theirs.next(); seen++) {
          String code = theirs.getString(1);
          assertThat(perimeter(shapes, paths.indexOf(code)))
              .as("length of %s", code)
              .isCloseTo(theirs.getDouble(2), share());
        }
      }
      assertThat(seen).isEqualTo(paths.size()).isGreaterThan(5_000);
    }
  }

  private static void compare(AnalysisInputs inputs, int utm, int distance) throws SQLException {
    Town homes = Town.of(inputs, AccessReview.PLACED);
    AccessParameters parameters =
        AccessParameters.of(
            AccessAnalysis.DEFINITION.values(
                Map.of("asOf", AS_OF.toString(), "distance", "" + distance), Audience.STAFF));
    Greens greens = Greens.of(inputs, homes, parameters);
    Catchments ours = StraightReach.of(homes, greens, parameters.distance(), Cancellation.NONE);
    try (Connection connection =
        DriverManager.getConnection(PostgisServer.shared().createDatabase())) {
      load(connection, homes.rows(), greens, utm);
      areasAgree(connection, homes.rows(), homes.planes());
      distancesAgree(connection, homes, ours, distance);
    }
  }

  private static void load(Connection connection, LayerRows buildings, Greens greens, int utm)
      throws SQLException {
    execute(connection, "CREATE EXTENSION postgis");
    execute(connection, "CREATE TABLE b (code text, geog geography)");
    execute(connection, "CREATE TABLE g (code text, geog geography)");
    fill(connection, "b", buildings, i -> true);
    fill(connection, "g", greens.rows(), i -> !greens.unfit().contains(i));
    // Clusters of polygons at most 5 m apart, their area on the spheroid, in small pieces.
    execute(
        connection,
        "CREATE TABLE clustered AS SELECT geog::geometry AS geom, ST_ClusterDBSCAN("
            + "ST_Transform(geog::geometry, %d), %s, 1) OVER () AS site FROM g"
                .formatted(utm, DISSOLVE_METRES));
    execute(
        connection,
        "CREATE TABLE sites AS SELECT site, ST_Area(ST_Union(geom)::geography) AS area"
            + " FROM clustered GROUP BY site");
    execute(
        connection,
        "CREATE TABLE pieces AS SELECT site, area, ST_Subdivide(geom, 16)::geography AS geog"
            + " FROM clustered JOIN sites USING (site)");
    execute(connection, "CREATE INDEX ON pieces USING gist (geog)");
    execute(connection, "ANALYZE");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void fill(
      Connection connection, String table, LayerRows rows, java.util.function.IntPredicate wanted)
      throws SQLException {
    WKBWriter writer = new WKBWriter();
    String sql = "INSERT INTO " + table + " VALUES (?, ST_GeomFromWKB(?, 4326)::geography)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < rows.size(); i++) {
        if (wanted.test(i)) {
          insert.setString(1, rows.code(i));
          insert.setBytes(2, writer.write(geometry(rows, i)));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static Geometry geometry(LayerRows rows, int i) {
    return rows.block(i).geometries().geometry(rows.blockRow(i)).orElseThrow();
  }

  /** Square metres and metres of wall of every building, to 0.1 % and what the grid rounds. */
  private static void areasAgree(Connection connection, LayerRows rows, LocalPlanes planes)
      throws SQLException {
    PlaneShapes shapes = PlaneShapes.of(rows, planes);
    int seen = 0;
    try (Statement statement = connection.createStatement();
        ResultSet theirs =
            statement.executeQuery("SELECT code, ST_Area(geog), ST_Perimeter(geog) FROM b")) {
      for (; theirs.next(); seen++) {
        String code = theirs.getString(1);
        int b = rows.indexOf(code);
        assertThat(shapes.area(b)).as("area of %s", code).isCloseTo(theirs.getDouble(2), share());
        assertThat(perimeter(shapes, b))
            .as("perimeter of %s", code)
            .isCloseTo(theirs.getDouble(3), share());
      }
    }
    assertThat(seen).isEqualTo(rows.size());
  }

  private static org.assertj.core.data.Percentage share() {
    return org.assertj.core.api.Assertions.withinPercentage(0.1);
  }

  private static double perimeter(PlaneShapes shapes, int shape) {
    double metres = 0;
    for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
      for (int v = shapes.partStart(part) + 1; v < shapes.partEnd(part); v++) {
        metres += Math.hypot(shapes.x(v) - shapes.x(v - 1), shapes.y(v) - shapes.y(v - 1));
      }
    }
    return metres;
  }

  private static void distancesAgree(
      Connection connection, Town homes, Catchments ours, int distance) throws SQLException {
    Map<String, Double> surely = new HashMap<>();
    Map<String, Double> perhaps = new HashMap<>();
    findNearest(connection, distance, surely, perhaps);
    Map<String, Double> tooCloseToCall = new TreeMap<>();
    List<String> disagree = new ArrayList<>();
    int within = 0;
    for (int b = 0; b < homes.size(); b++) {
      String code = homes.rows().code(b);
      double far = surely.getOrDefault(code, Double.POSITIVE_INFINITY);
      double near = perhaps.getOrDefault(code, Double.POSITIVE_INFINITY);
      within += ours.isWithin(b) ? 1 : 0;
      if (far > distance * (1 - LENIENCE) && near <= distance * (1 + LENIENCE)) {
        tooCloseToCall.put(code, near);
      } else if (ours.isWithin(b) != far <= distance) {
        disagree.add(code + " at " + far);
      } else if (ours.isWithin(b)
          && Math.abs(ours.nearestMetres(b) - far) > far * LENIENCE + 0.05) {
        disagree.add(code + " at " + far + ", not " + ours.nearestMetres(b));
      }
    }
    assertThat(disagree).as("but for %s", tooCloseToCall).isEmpty();
    assertThat(within).isBetween(homes.size() / 20, homes.size() - 1);
    assertThat(tooCloseToCall.size()).isLessThan(1 + homes.size() / 50);
  }

  /** The distance of each building to the nearest site that is surely, or perhaps, large enough. */
  private static void findNearest(
      Connection connection, int distance, Map<String, Double> surely, Map<String, Double> perhaps)
      throws SQLException {
    String least = "min(ST_Distance(b.geog, p.geog)) FILTER (WHERE area >= %s)";
    String sql =
        "SELECT b.code, "
            + least.formatted(LEAST_SQUARE_METRES * (1 + LENIENCE))
            + ", "
            + least.formatted(LEAST_SQUARE_METRES * (1 - LENIENCE))
            + " FROM b JOIN pieces p ON ST_DWithin(b.geog, p.geog, "
            + (distance + 10)
            + ") GROUP BY b.code";
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        put(surely, rows, 2);
        put(perhaps, rows, 3);
      }
    }
  }

  private static void put(Map<String, Double> metres, ResultSet rows, int column)
      throws SQLException {
    double value = rows.getDouble(column);
    if (!rows.wasNull()) {
      metres.put(rows.getString(1), value);
    }
  }
}
