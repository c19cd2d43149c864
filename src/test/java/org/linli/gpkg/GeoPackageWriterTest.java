package org.linli.gpkg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.gpkg.GeoPackageReader.Row;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LocalText;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.Tool;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

class GeoPackageWriterTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final long SEED = 20260103;

  /** SQLite keeps boxes as floats, rounded outwards. */
  private static final double FLOAT_STEP_DEGREES = 1e-5;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aFileToCome() {
    file = folder.resolve("out.gpkg");
  }

  private static LayerDefinition layer(String id, GeometryType type, Field... fields) {
    return new LayerDefinition(
        id,
        LocalText.same("楼栋"),
        LocalText.same(""),
        type,
        Audience.PUBLIC,
        List.of(fields),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Geometry wkt(String text) throws Exception {
    return new WKTReader().read(text);
  }

  private void write(LayerDefinition definition, Feature... features) {
    try (GeoPackageWriter writer = GeoPackageWriter.create(file)) {
      writer.startLayer(definition);
      Arrays.stream(features).forEach(writer::add);
    }
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    try (GeoPackageReader reader = GeoPackageReader.open(file)) {
      reader.read(reader.tables().get(0), rows::add);
    }
    return rows;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void everyFieldTypeIsWrittenInTheStandardsWords() throws Exception {
    LayerDefinition definition =
        layer(
            "all_types",
            GeometryType.POINT,
            Field.of("名 \"称\"", FieldType.TEXT),
            Field.of("geom", FieldType.INTEGER),
            Field.of("fid", FieldType.REAL),
            Field.of("open", FieldType.BOOLEAN),
            Field.of("day", FieldType.DATE),
            Field.of("at", FieldType.INSTANT));
    Object[] values = {
      "བོད་ 'x'; DROP TABLE all_types; --",
      1L << 60,
      0.1,
      true,
      LocalDate.of(2026, 3, 1),
      Instant.parse("2026-03-01T07:05:09Z")
    };
    write(
        definition,
        new Feature("a", wkt("POINT (101.43 36.04)"), values),
        new Feature("b", null, new Object[6]));
    assertThat(rows().get(0).values())
        .containsExactly(
            "a", values[0], 1L << 60, 0.1, 1L, "2026-03-01", "2026-03-01T07:05:09.000Z");
    assertThat(rows().get(1).values()).containsExactly("b", null, null, null, null, null, null);
    assertThat(rows().get(1).geometry()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 51, 52, 2_601, 2_602, 9_000})
  void aPackedIndexIsSoundAndFindsWhatASearchOfAllRowsFinds(int count) throws Exception {
    Random random = new Random(SEED + count);
    Feature[] features = new Feature[count];
    for (int i = 0; i < count; i++) {
      features[i] = new Feature("f" + i, square(random), new Object[0]);
    }
    write(layer("squares", GeometryType.POLYGON), features);
    try (Connection connection = connect()) {
      assertThat(one(connection, "SELECT rtreecheck('rtree_squares_geom')")).isEqualTo("ok");
      for (int i = 0; i < 20; i++) {
        Envelope window = square(random).getEnvelopeInternal();
        window.expandBy(random.nextDouble());
        long within = countBoxes(features, window);
        window.expandBy(FLOAT_STEP_DEGREES);
        long around = countBoxes(features, window);
        window.expandBy(-FLOAT_STEP_DEGREES);
        assertThat(Long.parseLong(one(connection, countWithin(window))))
            .as("seed %d, window %s", SEED + count, window)
            .isBetween(within, around);
      }
    }
  }

  private static long countBoxes(Feature[] features, Envelope window) {
    return Arrays.stream(features)
        .filter(feature -> feature.shape().getEnvelopeInternal().intersects(window))
        .count();
  }

  private static Geometry square(Random random) {
    double x = 101 + random.nextDouble();
    double y = 36 + random.nextDouble();
    return GEOMETRIES.toGeometry(new Envelope(x, x + 0.001, y, y + 0.001));
  }

  private static String countWithin(Envelope window) {
    return "SELECT count(*) FROM rtree_squares_geom r JOIN squares s ON s.fid = r.id"
        + " WHERE r.maxx >= %s AND r.minx <= %s AND r.maxy >= %s AND r.miny <= %s"
            .formatted(window.getMinX(), window.getMaxX(), window.getMinY(), window.getMaxY());
  }

  @Test
  void laterWritesKeepThePackedIndex() throws Exception {
    Random random = new Random(SEED);
    Feature[] features = new Feature[3_000];
    Arrays.setAll(features, i -> new Feature("f" + i, square(random), new Object[0]));
    write(layer("squares", GeometryType.POLYGON), features);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      SpatialFunctions.register(connection);
      statement.execute("DELETE FROM squares WHERE fid % 3 = 0");
      statement.execute("UPDATE squares SET geom = NULL WHERE fid % 7 = 0");
      statement.execute(
          "UPDATE squares SET geom = (SELECT geom FROM squares WHERE fid = 1) WHERE fid % 5 = 0");
      statement.execute("UPDATE squares SET fid = fid + 10000 WHERE fid % 11 = 0");
      statement.execute("INSERT INTO squares (code, geom) SELECT 'n' || fid, geom FROM squares");
      assertThat(one(connection, "SELECT rtreecheck('rtree_squares_geom')")).isEqualTo("ok");
      assertThat(one(connection, "SELECT count(*) FROM rtree_squares_geom"))
          .isEqualTo(one(connection, "SELECT count(*) FROM squares WHERE geom IS NOT NULL"));
    }
  }

  @Test
  void aTrackIsALineWithTimes() throws Exception {
    write(
        layer("rounds", GeometryType.TRACK),
        new Feature("a", wkt("LINESTRING M (1 2 1700000000, 3 4 1700000060)"), new Object[0]));
    try (GeoPackageReader reader = GeoPackageReader.open(file)) {
      assertThat(reader.tables().get(0).measured()).isTrue();
    }
    Coordinate last = rows().get(0).geometry().orElseThrow().getCoordinates()[1];
    assertThat(last.getM()).isEqualTo(1_700_000_060);
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws Exception {
    Files.writeString(file, "precious");
    assertThatThrownBy(() -> GeoPackageWriter.create(file))
        .isInstanceOf(GeoPackageException.class)
        .hasMessageContaining("is there already");
    assertThat(file).hasContent("precious");
  }

  @Test
  @Needs(Tool.GDAL)
  void gdalReadsItWithoutAWarning() throws Exception {
    write(
        layer("squares", GeometryType.POLYGON, Field.of("at", FieldType.INSTANT)),
        new Feature("a", wkt("POLYGON ((101 36, 102 36, 102 37, 101 36))"), new Object[1]),
        new Feature(
            "b",
            wkt("MULTIPOLYGON (((1 1, 2 1, 2 2, 1 1)), ((3 3, 4 3, 4 4, 3 3)))"),
            new Object[1]));
    assertThat(Program.run(Tool.GDAL, "-al", "-so", file.toString()))
        .contains("Geometry: Multi Polygon", "Feature Count: 2", "ID[\"EPSG\",4326]")
        .contains("Extent: (1.000000, 1.000000) - (102.000000, 37.000000)")
        .contains("at: DateTime", "code: String")
        .doesNotContain("Warning", "ERROR");
  }
}
