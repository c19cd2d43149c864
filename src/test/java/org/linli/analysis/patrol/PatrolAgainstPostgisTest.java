package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.RealData;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.DemoInputs;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Liechtenstein;
import org.linli.geo.Bounds;
import org.linli.ingest.ImportProgress;
import org.linli.ingest.ImportRequest;
import org.linli.ingest.Importer;
import org.linli.ingest.TrackBy;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;
import org.linli.testing.Needs;
import org.linli.testing.PostgisServer;
import org.linli.testing.Tool;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.io.WKBWriter;

/**
 * Which buildings walks of the last twenty hours came within 25 m of, said a second time by
 * PostGIS, on geography. Every building must agree but those whose distance is within half a
 * percent of 25 m.
 */
@Needs(Tool.POSTGIS)
class PatrolAgainstPostgisTest {
  private static final double REACH_METRES = 25;
  private static final double LENIENCE_METRES = REACH_METRES * 0.005;
  private static final Instant AS_OF = Instant.parse("2026-06-15T10:00:00Z");
  private static final GeometryFactory DEGREES = new GeometryFactory();

  @TempDir Path scratch;

  @Test
  void theEstateOfTheDemoAgrees() throws SQLException {
    LayerView all = DemoInputs.view("buildings");
    List<Feature> walks = walks(new Bounds(101.4266, 36.0380, 101.4336, 36.0422), 12, 40, 7);
    compare(new AnalysisInputs(Map.of("buildings", all, "patrols", patrols(walks))), 30);
  }

  @Test
  void theBuildingsOfLiechtensteinAgreeWithWalksOnItsWays() throws SQLException {
    LayerView all = Liechtenstein.view("buildings");
    LayerRows ways = new LayerRows(Liechtenstein.view("paths"), "paths");
    LayerView walks = patrols(along(ways, 400, 11));
    compare(new AnalysisInputs(Map.of("buildings", all, "patrols", walks)), 1_000);
  }

  @Test
  void theBuildingsOfATokyoWardAgreeWithWalksAmongThem() throws SQLException {
    LayerView all = imported("buildings", "buildings/tokyo-shinjuku.geojson");
    List<Feature> walks = walks(all.extent(), 60, 100, 13);
    compare(new AnalysisInputs(Map.of("buildings", all, "patrols", patrols(walks))), 500);
  }

  /** Nobody lives there: huts are put beside some of the fixes, at up to 60 m. */
  @Test
  void hutsBesideTheTracksOfRangersAgree() throws SQLException {
    LayerView tracks = imported("patrols", "patrols/ranger-fixes-smart.csv");
    LayerRows rows = new LayerRows(tracks, "patrols");
    Random random = new Random(17);
    List<Feature> huts = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Coordinate[] fixes = geometry(rows, random.nextInt(rows.size())).getCoordinates();
      Coordinate fix = fixes[random.nextInt(fixes.length)];
      double lon = round(fix.x + (random.nextDouble() - 0.5) * 0.001);
      double lat = round(fix.y + (random.nextDouble() - 0.5) * 0.001);
      huts.add(hut("h%04d".formatted(i), lon, lat));
    }
    LayerView all =
        LayerView.of(BuiltInLayers.find("buildings").orElseThrow(), Audience.STAFF, huts);
    compare(new AnalysisInputs(Map.of("buildings", all, "patrols", tracks)), 300);
  }

  private static Feature hut(String code, double lon, double lat) {
    Geometry square = DEGREES.toGeometry(new Envelope(lon, lon + 4e-5, lat, lat + 4e-5));
    LayerDefinition definition = BuiltInLayers.find("buildings").orElseThrow();
    return new Feature(code, square, new Object[definition.fields().size()]);
  }

  private static ImportRequest ofFixes(Path file) {
    return new ImportRequest(
        "patrols",
        file,
        file.getFileName().toString(),
        Optional.of("patrols"),
        Map.of(),
        Optional.empty(),
        Optional.of(new TrackBy("patrol_id", "time")),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Map.of("kind", "daily_patrol"),
        Optional.empty());
  }

  private LayerView imported(String layer, String path) {
    Path file = RealData.file(path);
    MemoryStore store = new MemoryStore();
    Importer importer = new Importer(store, scratch, Clock.fixed(AS_OF, ZoneOffset.UTC));
    importer.run(
        layer.equals("patrols") ? ofFixes(file) : ImportRequest.of(layer, file),
        ImportProgress.NONE);
    try (Snapshots snapshots = Snapshots.load(store)) {
      return snapshots.current().findView(layer, Audience.STAFF).orElseThrow();
    }
  }

  /** Seeded ways, each walked from end to end with a second for every metre or so. */
  private static List<Feature> along(LayerRows ways, int count, long seed) {
    Random random = new Random(seed);
    List<Feature> walks = new ArrayList<>();
    while (walks.size() < count) {
      int way = random.nextInt(ways.size());
      Geometry line = geometry(ways, way);
      double seconds = AS_OF.getEpochSecond() - 3600.0 * (2 + random.nextInt(15));
      Coordinate[] track = line.getCoordinates();
      for (int i = 0; i < track.length; i++) {
        seconds += i == 0 ? 0 : 1 + 111_000 * track[i].distance(track[i - 1]);
        track[i] = new CoordinateXYM(track[i].x, track[i].y, seconds);
      }
      if (hasNoHole(track)) {
        walks.add(
            walk(
                "w%03d".formatted(walks.size()),
                DEGREES.createLineString(new CoordinateArraySequence(track, 3, 1))));
      }
    }
    return walks;
  }

  private static boolean hasNoHole(Coordinate[] track) {
    for (int i = 1; i < track.length; i++) {
      if (track[i].getM() - track[i - 1].getM() > 300) {
        return false;
      }
    }
    return track[track.length - 1].getM() < AS_OF.getEpochSecond();
  }

  /** Seeded walks about a place, 20 to 60 m a step, in the twenty hours before. */
  private static List<Feature> walks(Bounds place, int count, int fixes, long seed) {
    Random random = new Random(seed);
    List<Feature> walks = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      double lon = place.minX() + random.nextDouble() * (place.maxX() - place.minX());
      double lat = place.minY() + random.nextDouble() * (place.maxY() - place.minY());
      double heading = random.nextDouble() * 2 * Math.PI;
      double seconds = AS_OF.getEpochSecond() - 3600.0 * (1 + random.nextInt(15)) - 60.0 * fixes;
      Coordinate[] track = new Coordinate[fixes];
      for (int i = 0; i < fixes; i++) {
        track[i] = new CoordinateXYM(round(lon), round(lat), seconds + 50.0 * i);
        heading += random.nextGaussian() * 0.4;
        double metres = 20 + random.nextInt(40);
        lat += metres * Math.sin(heading) / 111_000;
        lon += metres * Math.cos(heading) / (111_000 * Math.cos(Math.toRadians(lat)));
      }
      walks.add(
          walk(
              "w%03d".formatted(w),
              DEGREES.createLineString(new CoordinateArraySequence(track, 3, 1))));
    }
    return walks;
  }

  private static double round(double degrees) {
    return org.linli.geo.CoordinateGrid.round(degrees);
  }

  private static Feature walk(String code, Geometry track) {
    LayerDefinition definition = BuiltInLayers.find("patrols").orElseThrow();
    Object[] values = new Object[definition.fields().size()];
    values[definition.getIndex("kind")] = "daily_patrol";
    return new Feature(code, track, values);
  }

  private static LayerView patrols(List<Feature> walks) {
    return LayerView.of(BuiltInLayers.find("patrols").orElseThrow(), Audience.STAFF, walks);
  }

  private void compare(AnalysisInputs inputs, int atLeastCovered) throws SQLException {
    DutyReview review =
        DutyReview.of(
            inputs,
            PatrolClassesTest.parameters(
                "asOf", AS_OF.toString(), "interval", "24", "watchedFrom", "2026-01-01T00:00:00Z"),
            Cancellation.NONE);
    Map<String, Double> metres = nearest(inputs);
    LayerRows rows = review.watch().precinct().rows();
    Map<String, Double> tooCloseToCall = new TreeMap<>();
    List<String> disagree = new ArrayList<>();
    int covered = 0;
    for (int b = 0; b < rows.size(); b++) {
      double distance = metres.getOrDefault(rows.code(b), Double.POSITIVE_INFINITY);
      boolean ours = review.watch().presence().end(b) > review.watch().presence().first(b);
      covered += ours ? 1 : 0;
      if (Math.abs(distance - REACH_METRES) <= LENIENCE_METRES) {
        tooCloseToCall.put(rows.code(b), distance);
      } else if (ours != distance <= REACH_METRES) {
        disagree.add(rows.code(b) + " at " + distance);
      }
    }
    assertThat(disagree).as("but for %s", tooCloseToCall).isEmpty();
    assertThat(covered).isGreaterThanOrEqualTo(atLeastCovered).isLessThan(rows.size());
    assertThat(tooCloseToCall.size()).isLessThan(1 + covered / 50);
  }

  /** The distance of each building to the nearest walk, on the spheroid; none beyond 30 m. */
  private static Map<String, Double> nearest(AnalysisInputs inputs) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(PostgisServer.shared().createDatabase());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION postgis");
      statement.execute("CREATE TABLE b (code text, geog geography)");
      statement.execute("CREATE TABLE w (code text, geog geography)");
      connection.setAutoCommit(false);
      fill(connection, "b", inputs.rows("buildings").orElseThrow());
      fill(connection, "w", inputs.rows("patrols").orElseThrow());
      statement.execute("CREATE INDEX ON b USING gist (geog)");
      statement.execute("ANALYZE b");
      Map<String, Double> metres = new HashMap<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT b.code, min(ST_Distance(b.geog, w.geog)) FROM w JOIN b"
                  + " ON ST_DWithin(b.geog, w.geog, 30) GROUP BY b.code")) {
        while (rows.next()) {
          metres.put(rows.getString(1), rows.getDouble(2));
        }
      }
      return metres;
    }
  }

  /** Walks go in step by step, since long lines make the index of no use. */
  private static void fill(Connection connection, String table, LayerRows rows)
      throws SQLException {
    WKBWriter writer = new WKBWriter();
    String sql = "INSERT INTO " + table + " VALUES (?, ST_GeomFromWKB(?, 4326)::geography)";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < rows.size(); i++) {
        for (Geometry part : parts(rows, i)) {
          insert.setString(1, rows.code(i));
          insert.setBytes(2, writer.write(part));
          insert.addBatch();
        }
        if (i % 2000 == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static List<Geometry> parts(LayerRows rows, int i) {
    Geometry whole = geometry(rows, i);
    if (whole.getDimension() != 1) {
      return List.of(whole);
    }
    List<Geometry> steps = new ArrayList<>();
    Coordinate[] track = whole.getCoordinates();
    for (int v = 1; v < track.length; v++) {
      Coordinate from = new Coordinate(track[v - 1].x, track[v - 1].y);
      Coordinate to = new Coordinate(track[v].x, track[v].y);
      if (isHole(track[v - 1], track[v])) {
        steps.add(DEGREES.createPoint(from));
        steps.add(DEGREES.createPoint(to));
      } else {
        steps.add(DEGREES.createLineString(new Coordinate[] {from, to}));
      }
    }
    return steps;
  }

  /** Longer than five minutes, or faster than 15 m/s: who knows what lay in between. */
  private static boolean isHole(Coordinate from, Coordinate to) {
    double seconds = to.getM() - from.getM();
    double east = (to.x - from.x) * 111_320 * Math.cos(Math.toRadians(from.y));
    double north = (to.y - from.y) * 110_574;
    return seconds > 300 || Math.hypot(east, north) > 15 * seconds;
  }

  private static Geometry geometry(LayerRows rows, int i) {
    return rows.block(i).geometries().geometry(rows.blockRow(i)).orElseThrow();
  }
}
