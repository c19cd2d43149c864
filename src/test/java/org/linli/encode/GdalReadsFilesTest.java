package org.linli.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.encode.file.LayerFile;
import org.linli.geo.Crs;
import org.linli.geo.CrsWkt;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerQuery;
import org.linli.snapshot.LayerView;
import org.linli.testing.Features;
import org.linli.testing.FileSamples;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.Tool;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL finds in each file the features, fields, types, system and texts that went in. */
@Needs(Tool.GDAL)
class GdalReadsFilesTest {
  private static final double ABOUT_A_CENTIMETRE = 1.5e-7;

  @TempDir private Path folder;

  private Path file(ExportFormat format, GeometryType geometry, Crs crs) throws IOException {
    List<Feature> features =
        FileSamples.features(geometry).stream()
            .filter(f -> geometry == GeometryType.NONE || f.geometry().isPresent())
            .toList();
    LayerView view =
        LayerView.of(FileSamples.definition("samples", geometry), Audience.PUBLIC, features);
    Path file = folder.resolve("samples." + format.ending());
    try (OutputStream out = Files.newOutputStream(file)) {
      new LayerFile(format, new Selection(view, LayerQuery.ALL, crs), false).write(folder, out);
    }
    return file;
  }

  /** What GDAL makes of a file, in WGS 84, by code. */
  private Map<String, JsonNode> read(Path file, String... more) throws IOException {
    Path read = folder.resolve("read.geojson");
    Files.deleteIfExists(read);
    List<String> words = new ArrayList<>(List.of("-f", "GeoJSON", read.toString()));
    String archive = file.toString().endsWith(".zip") ? "/vsizip/" : "";
    words.add(archive + file);
    words.addAll(List.of(more));
    words.addAll(List.of("-t_srs", "OGC:CRS84", "-lco", "COORDINATE_PRECISION=9"));
    String said =
        Program.run(
            Tool.GDAL.get().resolveSibling("ogr2ogr").toString(), words.toArray(String[]::new));
    assertThat(said).doesNotContain("ERROR");
    JsonNode collection = JsonMapper.shared().readTree(Files.readAllBytes(read));
    return collection
        .path("features")
        .valueStream()
        .collect(
            Collectors.toMap(
                f -> f.at("/properties/code").asString(f.at("/properties/id").asString("")),
                f -> f,
                (a, b) -> a,
                TreeMap::new));
  }

  private static Stream<Feature> given(GeometryType geometry) {
    return FileSamples.features(geometry).stream();
  }

  private static Object value(JsonNode feature, String name) {
    JsonNode value = feature.path("properties").path(name);
    if (value.isNull() || value.isMissingNode() || value.asString("x").isEmpty()) {
      return null;
    }
    return value.isNumber() ? (Object) value.doubleValue() : value.asString();
  }

  private static Object number(Object value) {
    return value == null ? null : ((Number) value).doubleValue();
  }

  private static Geometry geometry(JsonNode feature) {
    return GeoJsonReader.read(feature.path("geometry"));
  }

  @ParameterizedTest
  @CsvSource({
    "GEOPACKAGE, POINT, EPSG:4326",
    "GEOPACKAGE, POLYGON, EPSG:4549",
    "GEOPACKAGE, LINE, EPSG:3857",
    "FLATGEOBUF, POINT, EPSG:4490",
    "FLATGEOBUF, LINE, EPSG:4326",
    "FLATGEOBUF, POLYGON, EPSG:32651",
    "FLATGEOBUF, ANY, EPSG:4326",
    "SHAPEFILE, POINT, EPSG:4490",
    "SHAPEFILE, LINE, EPSG:3857",
    "SHAPEFILE, POLYGON, EPSG:4549",
    "SHAPEFILE, POLYGON, EPSG:32651",
    "GEOJSON_LINES, POLYGON, EPSG:4326"
  })
  void theFeaturesAreWhatTheyWere(ExportFormat format, GeometryType type, String crs)
      throws IOException {
    Map<String, JsonNode> read = read(file(format, type, Crs.parse(crs)));
    List<Feature> given = given(type).filter(f -> f.geometry().isPresent()).toList();
    assertThat(read).hasSize(given.size());
    boolean shortNames = format == ExportFormat.SHAPEFILE;
    for (Feature feature : given) {
      JsonNode found = read.get(feature.code());
      assertThat(found).as(feature.code()).isNotNull();
      assertThat(value(found, "name")).isEqualTo(feature.value(0));
      assertThat(value(found, shortNames ? "楼栋层" : "楼栋层数")).isEqualTo(number(feature.value(2)));
      assertThat(value(found, shortNames ? "height_abo" : "height_above_the_ground"))
          .isEqualTo(feature.value(4));
      Geometry expected = feature.geometry().orElseThrow();
      assertThat(distance(geometry(found), expected))
          .as(feature.code() + " " + geometry(found) + " " + expected)
          .isLessThan(ABOUT_A_CENTIMETRE);
    }
  }

  /** How far the vertices of two geometries lie apart; infinite if they are of another make. */
  private static double distance(Geometry one, Geometry other) {
    boolean alike =
        one.getNumPoints() == other.getNumPoints()
            && one.getNumGeometries() == other.getNumGeometries()
            && one.getDimension() == other.getDimension();
    return alike ? DiscreteHausdorffDistance.distance(one, other) : Double.POSITIVE_INFINITY;
  }

  @ParameterizedTest
  @ValueSource(strings = {"CSV", "XLSX"})
  void aTableHasItsTextsAndPlaces(ExportFormat format) throws IOException {
    Path file = file(format, GeometryType.POLYGON, Crs.WGS84);
    Map<String, JsonNode> read =
        format == ExportFormat.CSV
            ? read(file, "-oo", "GEOM_POSSIBLE_NAMES=geometry", "-s_srs", "OGC:CRS84")
            : read(file, "samples");
    given(GeometryType.POLYGON)
        .forEach(
            feature -> {
              JsonNode found = read.get(feature.code());
              assertThat(found).as(feature.code()).isNotNull();
              Object name = feature.value(0);
              boolean guarded = format == ExportFormat.CSV && name != null && isFormula(name);
              String told = (String) value(found, "name");
              assertThat(told).isEqualTo(guarded ? "'" + name : name);
            });
    if (format == ExportFormat.CSV) {
      assertThat(geometry(read.get("f-000 号")).getNumPoints()).isGreaterThan(10);
    }
  }

  private static boolean isFormula(Object text) {
    return text.toString().matches("(?s)'*[=+\\-@\t\r].*");
  }

  @Test
  void aGpxFileHasItsWaypointsWithTheirFields() throws IOException {
    Path file = file(ExportFormat.GPX, GeometryType.POINT, Crs.WGS84);
    String info = Program.run(Tool.GDAL, "-ro", "-al", file.toString(), "waypoints");
    assertThat(info)
        .contains("name (String) = བོད་ལྗོངས།", "ogr_楼栋层数 (Integer) = 42")
        .doesNotContain("ERROR");
  }

  @ParameterizedTest
  @CsvSource({"GEOPACKAGE, Date", "FLATGEOBUF, DateTime", "SHAPEFILE, Date"})
  void theFieldsHaveTheirTypes(ExportFormat format, String day) throws IOException {
    String file = file(format, GeometryType.POLYGON, Crs.WGS84).toString();
    boolean archive = format == ExportFormat.SHAPEFILE;
    String info = Program.run(Tool.GDAL, "-ro", "-so", "-al", archive ? "/vsizip/" + file : file);
    assertThat(info)
        .contains("name: String", archive ? "楼栋层: Integer64" : "楼栋层数: Integer64")
        .contains(archive ? "height_abo: Real" : "height_above_the_ground: Real", "day: " + day)
        .contains(
            archive ? "at: String" : "at: DateTime",
            archive ? "open: String" : "open: Integer(Boolean)")
        .contains("Feature Count: " + FileSamples.FEATURES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4326", "EPSG:4490", "EPSG:3857", "EPSG:4549", "EPSG:32651"})
  void theTextsOfTheSystemsAreUnderstood(String code) throws IOException {
    Crs crs = Crs.parse(code);
    String epsg = code.substring("EPSG:".length());
    for (String wkt : List.of(CrsWkt.ogc(crs), CrsWkt.esri(crs))) {
      Path prj = Files.writeString(folder.resolve("system.prj"), wkt);
      String said =
          Program.run(
              Tool.GDAL.get().resolveSibling("gdalsrsinfo").toString(),
              "-o",
              "epsg",
              "ESRI::" + prj);
      assertThat(said).as(wkt).contains("EPSG:" + epsg);
    }
  }

  @Test
  void aWindowOfAFlatGeobufIsReadByItsIndex() throws IOException {
    Path file = file(ExportFormat.FLATGEOBUF, GeometryType.POINT, Crs.WGS84);
    Geometry window = Features.FACTORY.toGeometry(new Envelope(120.02, 120.05, 30.02, 30.07));
    long expected =
        given(GeometryType.POINT)
            .filter(f -> f.geometry().orElseThrow().intersects(window))
            .count();
    String info =
        Program.run(
            Tool.GDAL,
            "-ro",
            "-so",
            "-al",
            "-spat",
            "120.02",
            "30.02",
            "120.05",
            "30.07",
            file.toString());
    assertThat(expected).isBetween(2L, 100L);
    assertThat(info).contains("Feature Count: " + expected);
  }

  @Test
  void aGeoPackageTellsItsCodesAndItsMetadata() throws IOException {
    Path file = file(ExportFormat.GEOPACKAGE, GeometryType.POLYGON, Crs.WGS84);
    String info =
        Program.run(
            Tool.GDAL, "-ro", "-so", "-al", "-fielddomain", "samples_kind", file.toString());
    assertThat(info).contains("park: 公园", "square: 广场").doesNotContain("ERROR");
    String metadata =
        Program.run(Tool.GDAL, "-ro", "-so", "-mdd", "all", file.toString(), "samples");
    assertThat(metadata).contains("CC-BY-4.0", "往返");
  }
}
