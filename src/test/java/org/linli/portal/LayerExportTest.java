package org.linli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.encode.ExportFormat;
import org.linli.layer.GeometryType;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class LayerExportTest {
  private static final String HOUSES = "/data/houses.geojson";

  @LocalServerPort private int port;
  @Autowired private MemoryStore store;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private static List<String> ids(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return StreamSupport.stream(answer.json().path("features").spliterator(), false)
        .map(feature -> feature.path("id").asString())
        .toList();
  }

  @Test
  void aWholeLayerIsAFileWithAllThatThePublicMaySee() {
    Answer answer = browser.get(HOUSES);
    assertThat(ids(answer)).hasSize(TownLayers.PUBLIC_HOUSES).isSorted();
    assertThat(answer.text()).doesNotContain("residents", "draft");
    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo(
            "inline; filename=\"houses.geojson\"; filename*=UTF-8''%E6%88%BF%E5%B1%8B.geojson");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
    assertThat(answer.header("ETag")).startsWith("\"");
  }

  @Test
  void staffGetAllOfItUnderAnotherTagAndKeepNothing() {
    String publicTag = browser.get(HOUSES).header("ETag");
    Answer answer = browser.getAsStaff("/staff" + HOUSES);
    assertThat(ids(answer)).hasSize(TownLayers.HOUSES);
    assertThat(answer.text()).contains("residents");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(answer.header("ETag")).isNotEqualTo(publicTag);
    assertThat(browser.get("/staff" + HOUSES).status()).isEqualTo(401);
    assertThat(ids(browser.getAsStaff(HOUSES))).hasSize(TownLayers.PUBLIC_HOUSES);
    assertThat(ids(browser.getAsStaff("/staff" + HOUSES))).hasSize(TownLayers.HOUSES);
  }

  @Test
  void anEditMakesAnotherFile() {
    Answer before = browser.get(HOUSES);
    store.remove("houses", "h-001");
    try {
      Answer after = browser.get(HOUSES, "If-None-Match", before.header("ETag"));
      assertThat(ids(after)).hasSize(TownLayers.PUBLIC_HOUSES - 1).doesNotContain("h-001");
      assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    } finally {
      store.put("houses", TownLayers.house(1));
    }
    assertThat(ids(browser.get(HOUSES))).contains("h-001");
  }

  @Test
  void theAddressByWhichItWasReachedMakesNoOtherFile() {
    String tag = browser.get(HOUSES).header("ETag");
    assertThat(browser.get("http://127.0.0.1:" + port + HOUSES).header("ETag")).isEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bbox=101.4,36,101.4004,36.0004 | 1",
        "floors=3 | 1",
        "empty=true | 16",
        "datetime=2026-01-02 | 17",
        "bbox=0,0,179,80 | 48"
      })
  void aQueryChoosesAmongTheFeatures(String query, int expected) {
    Answer answer = browser.get(HOUSES + "?" + query);
    assertThat(ids(answer)).hasSize(expected);
    assertThat(answer.header("ETag")).isNotEqualTo(browser.get(HOUSES).header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"residents=101", "limit=1", "f=json", "bbox=1,2,3", "floors=x", "next=AAAA"})
  void whatIsNoUsableQueryIsRefused(String query) {
    Answer answer = browser.get(HOUSES + "?" + query);
    assertThat(answer.status()).isEqualTo(400);
    JsonNode problem = answer.json();
    assertThat(problem.path("parameter").asString())
        .isEqualTo(query.substring(0, query.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/nothing.geojson",
        "/data/notes.geojson",
        "/data/Houses.geojson",
        "/data/houses.exe",
        "/data/houses.GEOJSON",
        "/data/houses.Shp.zip",
        "/data/..geojson",
        "/data/houses.geojson.exe"
      })
  void whatIsNoLayerIsNotFound(String path) {
    assertThat(browser.get(path).status()).isEqualTo(404);
  }

  @Test
  void aTableOfTheStaffIsAFileForStaffOnly() {
    assertThat(ids(browser.getAsStaff("/staff/data/notes.geojson"))).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatIsServedUnderItsTypeAndAGoodName(ExportFormat format) {
    Answer answer = browser.getAsStaff("/staff/data/houses." + format.ending());
    if (!format.fits(GeometryType.POLYGON)) {
      assertThat(answer.status()).isEqualTo(404);
      return;
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo(format.mediaType());
    assertThat(answer.header("Content-Disposition"))
        .contains("; filename=\"houses." + format.ending() + "\"")
        .endsWith("; filename*=UTF-8''%E6%88%BF%E5%B1%8B." + format.ending());
    assertThat(answer.header("ETag")).startsWith("\"");
    assertThat(answer.bytes()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "gpkg", "fgb", "shp.zip", "xlsx", "geojsonl"})
  void aFormatTakesTheQueryToo(String ending) {
    String path = "/data/houses." + ending;
    Answer some = browser.get(path + "?floors=3&properties=name");
    Answer all = browser.get(path);
    assertThat(some.status()).as(some.text()).isEqualTo(200);
    assertThat(some.header("ETag")).isNotEqualTo(all.header("ETag"));
    assertThat(some.bytes().length).isLessThan(all.bytes().length);
  }

  @Test
  void aTableHasALineAFeatureInTheOrderAndWithTheFieldsThatAreAsked() {
    Answer answer =
        browser.get("/data/houses.csv?filter=floors%3E=57&sortby=-floors&properties=name");
    assertThat(Arrays.stream(answer.text().split("\r\n")).map(line -> line.substring(0, 5)))
        .containsExactly("code,", "h-058", "h-057");
    assertThat(answer.text()).startsWith("code,geometry,name\r\n").endsWith("\r\n");
  }

  @Test
  void aTableIsMarkedForExcelOnRequest() {
    assertThat(browser.get("/data/houses.csv?bom=true").text()).startsWith("\uFEFFcode,");
    assertThat(browser.get("/data/houses.csv?bom=false").text()).startsWith("code,");
    assertThat(browser.get("/data/houses.csv").text()).startsWith("code,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:4549",
        "4549",
        "http://www.opengis.net/def/crs/EPSG/0/4549",
        "urn:ogc:def:crs:EPSG::4549"
      })
  void aSystemHasSeveralNames(String crs) {
    // The town lies at 101.4 degrees, whose zones are those of 102, 99 and 105 degrees.
    String named = crs.replace("4549", "4543");
    Answer answer = browser.get("/data/houses.csv?crs=" + named);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.text()).contains("h-000,\"POLYGON ((4459");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "houses.csv?crs=EPSG:4549 | crs | EPSG:4543",
        "houses.gpkg?crs=EPSG:1 | crs | EPSG:4490",
        "houses.fgb?crs=GCJ-02 | crs | EPSG:32647",
        "houses.csv?crs=PROJCS[1] | crs | EPSG:3857",
        "houses.csv?crs= | crs | EPSG:3857",
        "houses.geojson?crs=EPSG:4490 | crs | /ogc/collections/houses/items?crs=",
        "houses.geojsonl?crs=EPSG:4326 | crs | /ogc/collections/houses/items?crs=",
        "houses.csv?bom=yes | bom | true, false",
        "houses.gpkg?bom=true | bom | crs",
        "houses.xlsx?sheet=2 | sheet | filter"
      })
  void whatNoFileCanBeIsRefusedWithWhatItMayBe(String address, String parameter, String told) {
    Answer answer = browser.get("/data/" + address.replace("[", "%5B").replace("]", "%5D"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.json().path("detail").asString()).contains(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"houses.exe", "houses.gpx", "houses.shp", "houses.csv.gz"})
  void whatIsNoFormatOfTheLayerIsNotFoundAndTheFormatsAreNamed(String file) {
    Answer answer = browser.get("/data/" + file);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("detail").asString())
        .contains(".geojson, .geojsonl, .csv, .xlsx, .gpkg, .fgb, .shp.zip")
        .doesNotContain(".gpx,");
  }

  @Test
  void aWholeFileIsResumedAndABinaryOneIsNotCompressed() {
    Answer whole = browser.get("/data/houses.fgb", "Accept-Encoding", "gzip");
    assertThat(whole.header("Content-Encoding")).isEmpty();
    assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
    Answer rest =
        browser.get("/data/houses.fgb", "Range", "bytes=100-", "If-Range", whole.header("ETag"));
    assertThat(rest.status()).isEqualTo(206);
    assertThat(rest.bytes())
        .isEqualTo(Arrays.copyOfRange(whole.bytes(), 100, whole.bytes().length));
    assertThat(browser.get("/data/houses.fgb", "If-None-Match", whole.header("ETag")).status())
        .isEqualTo(304);
    assertThat(browser.get("/data/houses.csv", "Accept-Encoding", "gzip"))
        .satisfies(text -> assertThat(text.header("Content-Encoding")).isEqualTo("gzip"));
  }
}
