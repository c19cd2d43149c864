package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser;
import org.linli.testing.MemoryStore;
import org.linli.testing.Needs;
import org.linli.testing.Program;
import org.linli.testing.TestPortal;
import org.linli.testing.Tool;
import org.linli.testing.TownLayers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that others wrote reads what is served: GDAL's OAPIF, GeoJSON and MVT drivers. */
@Needs(Tool.GDAL)
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class GdalClientTest {
  @LocalServerPort private int port;
  @Autowired private MemoryStore store;
  @TempDir private Path folder;

  private String api() {
    return "OAPIF:http://localhost:" + port + "/ogc";
  }

  private String convert(String... arguments) throws IOException {
    Path ogr2ogr = Tool.GDAL.get().resolveSibling("ogr2ogr");
    return Program.run(ogr2ogr.toString(), arguments);
  }

  @Test
  void ogrinfoSeesCountFieldsTypesExtentAndSystem() throws IOException {
    String info = Program.run(Tool.GDAL, "-ro", "-so", api(), "houses");
    assertThat(info)
        .contains("Feature Count: " + TownLayers.PUBLIC_HOUSES)
        .contains("Geometry: Polygon")
        .contains("Extent: (101.400000, 36.000000) - (101.408400, 36.005400)")
        .contains("name: String", "floors: Integer", "height: Real", "empty: Integer(Boolean)")
        .contains("WGS 84")
        .doesNotContain("residents")
        .doesNotContain("ERROR");
    assertThat(info).containsPattern("built_on: (Date|String)");
  }

  @Test
  void ogr2ogrPagesThroughAllFeaturesAndKeepsTheText() throws IOException {
    Path file = folder.resolve("houses.geojson");
    String said =
        convert(
            "-f",
            "GeoJSON",
            file.toString(),
            api(),
            "houses",
            "-oo",
            "PAGE_SIZE=7",
            "-lco",
            "RFC7946=YES");
    assertThat(said).doesNotContain("ERROR");
    JsonNode features = JsonMapper.shared().readTree(Files.readAllBytes(file)).path("features");
    assertThat(features).hasSize(TownLayers.PUBLIC_HOUSES);
    assertThat(features.valueStream().map(f -> f.at("/properties/name").asString()))
        .contains("楼栋 1", "<b>\"楼\" & 0</b>\n")
        .doesNotHaveDuplicates();
  }

  @Test
  void anAttributeAndASpatialFilterAreAnsweredByTheServer() throws IOException {
    String info =
        Program.run(
            Tool.GDAL,
            "-ro",
            "-al",
            "-q",
            api(),
            "-spat",
            "101.4",
            "36",
            "101.4084",
            "36.0004",
            "-where",
            "floors = 1");
    assertThat(info).contains("楼栋 1").doesNotContain("楼栋 7");
  }

  /** GDAL before 3.9 calls the language as the standard's drafts did, and has ILIKE. */
  @Test
  void anAttributeFilterIsSentInCqlAndNotWorkedOutByTheClient() throws IOException {
    String info = where("(floors > 54 OR name ILIKE '楼栋 1_') AND NOT height IS NULL");
    assertThat(info).contains("楼栋 10\n", "楼栋 55\n").doesNotContain("楼栋 20", "楼栋 1\n", "ERROR");
    assertThat(info).contains("CQL text detected").doesNotContain("evaluated on client side");
    assertThat(where("built_on >= '2026/02/25' AND name LIKE '楼栋 5%'"))
        .contains("楼栋 58")
        .doesNotContain("楼栋 53", "ERROR", "evaluated on client side");
  }

  private String where(String condition) throws IOException {
    return Program.run(
        Tool.GDAL, "--debug", "OAPIF", "-ro", "-al", "-q", api(), "houses", "-where", condition);
  }

  @Test
  void theWholeFileIsReadOverHttp() throws IOException {
    String info =
        Program.run(
            Tool.GDAL, "-ro", "-so", "http://localhost:" + port + "/data/houses.geojson", "houses");
    assertThat(info).contains("Feature Count: " + TownLayers.PUBLIC_HOUSES);
  }

  /** The first question is for the length, before anybody has made the file. */
  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "fgb", "shp.zip"})
  void aFileIsReadInRangesAtItsAddress(String ending) throws IOException {
    store.put("houses", TownLayers.house(0));
    String archive = ending.endsWith(".zip") ? "/vsizip/" : "";
    String address = "/vsicurl/http://localhost:" + port + "/data/houses." + ending;
    String info = Program.run(Tool.GDAL, "-ro", "-so", "-al", archive + address);
    assertThat(info).contains("Feature Count: " + TownLayers.PUBLIC_HOUSES);
  }

  @Test
  void aTileIsReadByItsDriver() throws IOException {
    byte[] tile =
        new Browser(port).get("/ogc/collections/houses/tiles/WebMercatorQuad/10/402/800").bytes();
    Path file = folder.resolve("tile.pbf");
    Files.write(file, tile);
    String info =
        Program.run(
            Tool.GDAL,
            "-ro",
            "-al",
            "-oo",
            "X=800",
            "-oo",
            "Y=402",
            "-oo",
            "Z=10",
            file.toString());
    assertThat(info)
        .contains("Layer name: houses")
        .contains("Feature Count: " + TownLayers.PUBLIC_HOUSES)
        .contains("name (String) = 楼栋 1")
        .contains("floors: Integer", "height: Real", "empty: Integer(Boolean)")
        .contains("built_on: String", "seen_at: String")
        .doesNotContain("residents");
  }
}
