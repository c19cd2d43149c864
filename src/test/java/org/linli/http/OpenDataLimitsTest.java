package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.encode.ExportFormat;
import org.linli.layer.GeometryType;
import org.linli.portal.ScratchFolder;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Each parameter of the open data, given wrongly to each address that takes it: the refusal names
 * the parameter and says in three languages what to give instead, and nothing is left in a folder.
 */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OpenDataLimitsTest {
  private static final String ITEMS = "/ogc/collections/houses/items";
  private static final String TILE = "/ogc/collections/houses/tiles/WebMercatorQuad/10/402/800";
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

  @LocalServerPort private int port;
  @Autowired private ScratchFolder scratch;
  @Autowired private ExportFolder exports;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  /** The parameter at fault, and a query in which it is. */
  private static final List<String[]> FAULTS =
      Stream.of(
              "filter|filter=",
              "filter|filter=%20",
              "filter|filter=floors%3D",
              "filter|filter=floors",
              "filter|filter=floors%3D%27x%27",
              "filter|filter=residents%3D1",
              "filter|filter=floors%3D1&filter=floors%3D1",
              "filter|filter=%7B%22op%22%3A%22%3D%22%7D&filter-lang=cql2-json",
              "filter|filter=S_INTERSECTS(geometry,POINT(500%20500))",
              "filter-lang|filter=true&filter-lang=",
              "filter-lang|filter=true&filter-lang=ecql",
              "filter-lang|filter=true&filter-lang=cql2-text&filter-lang=cql2-text",
              "filter-crs|filter=true&filter-crs=",
              "filter-crs|filter=true&filter-crs=EPSG:4326",
              "filter-crs|filter=true&filter-crs=" + EPSG + "999999",
              "filter-crs|filter=true&filter-crs=" + EPSG + "4326&filter-crs=" + EPSG + "4326",
              "sortby|sortby=",
              "sortby|sortby=,",
              "sortby|sortby=-",
              "sortby|sortby=%2B%2Bfloors",
              "sortby|sortby=residents",
              "sortby|sortby=geometry",
              "sortby|sortby=floors,-floors",
              "sortby|sortby=floors&sortby=name",
              "properties|properties=,",
              "properties|properties=nothing",
              "properties|properties=residents",
              "properties|properties=name,,floors",
              "properties|properties=name&properties=floors",
              "crs|crs=",
              "crs|crs=" + EPSG + "999999",
              "crs|crs=" + EPSG + "99999999999999999999",
              "crs|crs=file:///etc/passwd",
              "crs|crs=" + EPSG + "3857&crs=" + EPSG + "3857",
              "bbox|bbox=",
              "bbox|bbox=1,2,3",
              "bbox|bbox=1,2,3,4,5",
              "bbox|bbox=1,2,NaN,4",
              "bbox|bbox=1,2,3,1e999",
              "bbox|bbox=1,91,3,92",
              "bbox|bbox=1,5,3,4",
              "bbox|bbox=1,2,3,4&bbox=1,2,3,4",
              "bbox-crs|bbox=1,2,3,4&bbox-crs=",
              "bbox-crs|bbox=1,2,3,4&bbox-crs=WGS84",
              "bbox-crs|bbox=1,2,3,4&bbox-crs=" + EPSG + "999999",
              "bbox-crs|bbox=1,2,3,4&bbox-crs=" + EPSG + "4326&bbox-crs=" + EPSG + "4326",
              "datetime|datetime=",
              "datetime|datetime=soon",
              "datetime|datetime=2026-02-01/2026-01-01",
              "datetime|datetime=2026-01-01&datetime=2026-01-01",
              "floors|floors=three",
              "floors|floors=1&floors=2",
              "bom|bom=",
              "bom|bom=yes",
              "bom|bom=true&bom=true",
              "Filter|Filter=true",
              "limt|limt=1")
          .map(line -> line.split("\\|", 2))
          .toList();

  static Stream<String> addresses() {
    Stream<String> files =
        ExportFormat.of(GeometryType.POLYGON).stream()
            .map(format -> "/data/houses." + format.ending());
    return Stream.concat(Stream.of(ITEMS, TILE), files);
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void aParameterGivenWronglyIsNamedWithItsCure(String address) throws IOException {
    List<Path> before = files();
    for (String[] fault : FAULTS) {
      refused(address + "?" + fault[1], atFault(address, fault), 400);
    }
    assertThat(files()).isEqualTo(before);
  }

  /** A tile takes no bbox at all, so that is what is said first. */
  private static String atFault(String address, String[] fault) {
    return address.equals(TILE) && fault[1].startsWith("bbox=") ? "bbox" : fault[0];
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> made = Files.walk(scratch.path());
        Stream<Path> kept = Files.walk(exports.path())) {
      return Stream.concat(made, kept).sorted().toList();
    }
  }

  private void refused(String address, String parameter, int status) {
    String chinese = detail(address, "zh", parameter, status);
    String english = detail(address, "en", parameter, status);
    String tibetan = detail(address, "bo", parameter, status);
    assertThat(List.of(chinese, english, tibetan)).as(address).doesNotHaveDuplicates();
    assertThat(english).as(address).hasSizeBetween(20, 2_000);
  }

  private String detail(String address, String language, String parameter, int status) {
    Answer answer = browser.get(address, "Accept-Language", language);
    assertThat(answer.status()).as(address + "\n" + answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).as(address).isEqualTo("application/problem+json");
    assertThat(answer.header("Cache-Control")).as(address).isEqualTo("no-store");
    assertThat(answer.json().path("parameter").asString()).as(address).isEqualTo(parameter);
    return answer.json().path("detail").asString();
  }

  /** Of pages, feeds, releases, datasets and records. */
  static Stream<Arguments> others() {
    return Stream.of(
            "q|/api/datasets?q=a&q=b",
            "page|/api/datasets?page=1",
            "lang|/api/datasets?lang=fr",
            "lang|/api/datasets?lang=",
            "lang|/api/datasets?lang=en&lang=zh",
            "licence|/api/datasets?licence=a&licence=b",
            "q|/api/datasets/houses?q=a",
            "lang|/api/datasets/houses?lang=fr",
            "since|/feeds/houses.atom?since=2026-01-01",
            "lang|/feeds/houses.atom?lang=fr",
            "lang|/feeds/houses.atom?lang=en&lang=en",
            "limit|/feeds/index.atom?limit=10",
            "lang|/feeds/index.atom?lang=",
            "q|/releases?q=a",
            "f|/releases?f=xml",
            "f|/releases?f=",
            "f|/releases?f=json&f=json",
            "lang|/releases?lang=fr",
            "v|/catalogue.jsonld?v=1",
            "lang|/data.json?lang=fr",
            "q|/data.json?q=a",
            "x|/sitemap.xml?x=1",
            "x|/robots.txt?x=1",
            "x|/api/3?x=1",
            "v|/pictures/pixel.png?v=1",
            "limit|/api/search?q=a&limit=0",
            "limit|/api/search?q=a&limit=ten",
            "page|/api/search?q=a&page=2",
            "q|/api/search?q=a&q=b",
            "made|/api/layers?made=maybe",
            "q|/api/layers?q=a",
            "f|/ogc/collections/houses/queryables?f=xml",
            "limit|/ogc/collections/houses/sortables?limit=1",
            "lang|/ogc/collections/houses/schema?lang=fr")
        .map(line -> line.split("\\|", 2))
        .map(parts -> Arguments.of(parts[0], parts[1]));
  }

  @ParameterizedTest
  @MethodSource("others")
  void aWrongParameterOfAnotherAddressIsNamedToo(String parameter, String address) {
    if (address.contains("lang=")) {
      assertThat(detail(address, "en", parameter, 400)).contains("lang");
    } else {
      refused(address, parameter, 400);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/data/houses.shp",
    "/data/houses.kml",
    "/data/houses.csv.gz",
    "/data/houses.gpx",
    "/data/houses.geojson.",
    "/data/houses.csv%00",
    "/data/houses..csv"
  })
  void anEndingThatIsNoneIsAnsweredWithThoseThereAre(String address) {
    Answer answer = browser.get(address, "Accept-Language", "en");
    assertThat(answer.status()).as(answer.text()).isIn(400, 404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    if (answer.status() == 404) {
      assertThat(answer.json().path("detail").asString()).contains("geojson", "csv", "gpkg");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/releases/nothing",
    "/releases/2026-13-45",
    "/releases/..%2F..%2Fetc",
    "/releases/%00",
    "/releases/nothing/houses.csv",
    "/releases/nothing/SHA256SUMS",
    "/feeds/nothing.atom",
    "/feeds/houses.rss",
    "/feeds/HOUSES.atom",
    "/feeds/notes.atom",
    "/api/datasets/nothing",
    "/api/datasets/notes",
    "/api/3/action/nothing",
    "/ogc/collections/nothing/queryables",
    "/ogc/collections/notes/sortables",
    "/data/nothing.csv",
    "/data/notes.gpkg"
  })
  void anIdThatIsNoneIsNotFound(String address) {
    Answer answer = browser.get(address, "Accept-Language", "en");
    assertThat(answer.status()).as(answer.text()).isIn(400, 404);
    assertThat(answer.header("Content-Type")).isIn("application/problem+json", "application/json");
    assertThat(answer.text()).doesNotContain("/tmp", "Exception").hasSizeLessThan(2_000);
  }

  @Test
  void aThingRightlyAskedIsStillThere() {
    String all = "?filter=true&filter-lang=cql2-text&filter-crs=" + EPSG + "4326&properties=name";
    addresses().forEach(a -> assertThat(browser.get(a + all).status()).as(a).isIn(200, 204));
  }
}
