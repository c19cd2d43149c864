package org.linli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.testing.Browser;
import org.linli.testing.RawConnection;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong with a request is said as a problem, in the reader's language, and tells nothing of
 * how the portal is made. Requests go over a bare socket: clients refuse to send most of them.
 */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class BadRequestsTest {
  private static final String ITEMS = "/ogc/collections/houses/items";
  private static final String TILES = "/ogc/collections/houses/tiles/WebMercatorQuad";
  private static final String FILE = "/data/houses.geojson";
  private static final Pattern INNARDS =
      Pattern.compile(
          "(?i)\\bat org\\.|org\\.(linli|spring|apache)|java\\.|Exception|\\.java:|SELECT |/root/"
              + "|/home/|/tmp/|catalina|tomcat/");

  @LocalServerPort private int port;

  private record Reply(int status, String head, String body) {
    String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  private Reply ask(String requestLine, String... headers) throws IOException {
    String[] all =
        Stream.concat(Stream.of("Connection: close"), Stream.of(headers)).toArray(String[]::new);
    try (RawConnection connection = new RawConnection(port)) {
      String head = connection.ask(requestLine, all).head();
      String body = new String(connection.rest(), StandardCharsets.UTF_8);
      return new Reply(Integer.parseInt(head.substring(9, 12)), head, body);
    }
  }

  private void refused(String requestLine, int status, String... headers) throws IOException {
    Reply reply = ask(requestLine, headers);
    String shown = requestLine.substring(0, Math.min(200, requestLine.length()));
    assertThat(reply.status).as(shown + "\n" + reply.body).isEqualTo(status);
    assertThat(reply.header("Content-Type")).as(shown).isEqualTo("application/problem+json");
    assertThat(reply.body).as(shown).doesNotContainPattern(INNARDS).hasSizeLessThan(4_000);
    JsonNode problem = reply.json();
    assertThat(problem.path("type").asString()).startsWith("/problems/");
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
  }

  static Stream<String> badQueries() {
    return Stream.of(
        ITEMS + "?limit=0",
        ITEMS + "?limit=-1",
        ITEMS + "?limit=2147483648",
        ITEMS + "?limit=ten",
        ITEMS + "?limit=1&limit=2",
        ITEMS + "?limit=%20",
        ITEMS + "?lang=en&lang=zh",
        ITEMS + "?lang=fr",
        ITEMS + "?f=xml",
        ITEMS + "?f=json&f=html",
        ITEMS + "?colour=red",
        ITEMS + "?floors=1&floors=2",
        ITEMS + "?next=AAAA",
        ITEMS + "?next=AaAaAaAaAaAaAaAaAaAa",
        ITEMS + "?next=" + "A".repeat(5_000),
        ITEMS + "?next=%F0%9F%98%80",
        ITEMS + "?bbox=1,2,3",
        ITEMS + "?bbox=NaN,2,3,4",
        ITEMS + "?bbox=1e999,2,3,4",
        ITEMS + "?bbox=1,2,Infinity,4",
        ITEMS + "?bbox=1,5,3,4",
        ITEMS + "?bbox=1,2,3,91",
        ITEMS + "?bbox=" + "1,".repeat(2_000),
        ITEMS + "?bbox=1,2,3,4&bbox-crs=file:///etc/passwd",
        ITEMS + "?datetime=garbage",
        ITEMS + "?datetime=2026-02-01/2026-01-01",
        ITEMS + "?datetime=2026-13-01",
        ITEMS + "?datetime=2026-01-01T25:00:00Z",
        ITEMS + "?datetime=%2B999999999-12-31T23:59:59Z/%2B999999999-12-31T00:00:00Z",
        ITEMS + "?datetime=/",
        ITEMS + "?crs=file:///etc/passwd",
        ITEMS + "?crs=http://127.0.0.1/crs",
        ITEMS + "?built_on=yesterday",
        ITEMS + "?filter=",
        ITEMS + "?filter=floors",
        ITEMS + "?filter=floors%3D1&filter=floors%3D2",
        ITEMS + "?filter=residents%3D1",
        ITEMS + "?filter=" + "(".repeat(5_000),
        ITEMS + "?filter=exec(java.lang.Runtime.getRuntime())%3D1",
        ITEMS + "?filter=name%3D%27%00",
        ITEMS + "?filter=%7B%22op%22:%22and%22%7D&filter-lang=cql2-json",
        ITEMS + "?filter=true&filter-lang=xpath",
        ITEMS + "?filter=true&filter-crs=file:///etc/passwd",
        ITEMS + "?sortby=residents",
        ITEMS + "?sortby=geometry",
        ITEMS + "?sortby=floors,-floors",
        ITEMS + "?sortby=,",
        ITEMS + "?properties=residents",
        FILE + "?filter=residents%3D1",
        FILE + "?sortby=nothing",
        TILES + "/10/402/800?sortby=floors",
        TILES + "/10/402/800?bbox=1,2,3,4",
        "/ogc/collections/houses/queryables?limit=1",
        "/ogc/collections/houses/schema?f=xml",
        ITEMS + "?residents=1",
        ITEMS + "/h-000?limit=1",
        ITEMS + "/h-000?crs=EPSG:4326",
        FILE + "?limit=1",
        FILE + "?residents=1",
        "/ogc?limit=1",
        "/ogc/api?x",
        "/ogc/conformance?f=yaml",
        "/ogc/collections?bbox=1,2,3,4",
        "/ogc/collections/houses?limit=1",
        TILES + "?f=html",
        TILES + "/10/402/800?f=png",
        TILES + "/10/402/800?filter=x",
        TILES + "/10/402/800?v=1&v=2",
        // Tomcat's own: what no URI may have.
        ITEMS + "?name=|",
        ITEMS + "?name=[]",
        ITEMS + "?name={}",
        ITEMS + "?name=楼",
        ITEMS + "?name=\"",
        ITEMS + "?name=%zz",
        ITEMS + "?name=%C3%28",
        ITEMS + "?=1",
        TILES + "?name=%zz",
        FILE + "?name=%zz",
        "/api/search?q=%zz",
        "/ogc/collections/houses/items/a%2Fb",
        "/ogc/collections/houses/items/%00",
        "/ogc\\collections",
        ITEMS + "?name=" + "x".repeat(70_000),
        ITEMS + "/" + "x".repeat(70_000));
  }

  @ParameterizedTest
  @MethodSource("badQueries")
  void aBadQueryIsABadRequest(String path) throws IOException {
    refused("GET " + path + " HTTP/1.1", 400);
  }

  static Stream<String> absent() {
    return Stream.of(
        TILES + "/31/0/0",
        TILES + "/1/2/0",
        TILES + "/1/0/2",
        TILES + "/1/-1/0",
        TILES + "/-1/0/0",
        TILES + "/x/0/0",
        TILES + "/1.0/0/0",
        TILES + "/1/99999999999999999999/0",
        "/ogc/collections/houses;drop/items",
        "/ogc;x=1",
        "/data/houses.geojson;jsessionid=1",
        "/ogc/collections/buildings%3Bdrop/items",
        "/ogc/collections/houses'--/items",
        "/ogc/collections/notes/items",
        ITEMS + "/1%20OR%201=1",
        ITEMS + "/..%5C..%5Cetc",
        ITEMS + "/%25",
        ITEMS + "/" + "x".repeat(3_000),
        ITEMS + "/h-004",
        "/ogc/../../etc/passwd",
        "/data/../atlas.geojson",
        "/data/houses.csvx",
        "/data/HOUSES.geojson",
        "/ogc/nothing",
        "/WEB-INF/web.xml",
        "/actuator/env",
        "/error/x");
  }

  @ParameterizedTest
  @MethodSource("absent")
  void whatIsNotThereIsNotFound(String path) throws IOException {
    Reply reply = ask("GET " + path + " HTTP/1.1");
    assertThat(reply.status).as(path + reply.body).isIn(400, 404);
    refused("GET " + path + " HTTP/1.1", reply.status);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /ogc",
    "PUT, /ogc/collections/houses",
    "DELETE, /ogc/collections/houses/items/h-000",
    "PATCH, /data/houses.geojson",
    "POST, /ogc/collections/houses/tiles/WebMercatorQuad/1/0/0"
  })
  void anotherMethodIsNotAllowed(String method, String path) throws IOException {
    refused(method + " " + path + " HTTP/1.1", 405, "Content-Length: 0");
    assertThat(ask(method + " " + path + " HTTP/1.1", "Content-Length: 0").header("Allow"))
        .contains("GET");
  }

  @ParameterizedTest
  @CsvSource({"/ogc", "/ogc/api", "/ogc/collections", "/ogc/collections/houses/items"})
  void anotherFormatIsNotAcceptable(String path) throws IOException {
    refused("GET " + path + " HTTP/1.1", 406, "Accept: application/xml");
  }

  @Test
  void withoutAnAccountNothingOfTheStaffIsThere() throws IOException {
    for (String path : List.of(ITEMS, FILE, "/ogc/api")) {
      refused("GET /staff" + path + " HTTP/1.1", 401);
      refused("GET /staff" + path + " HTTP/1.1", 401, "Authorization: Bearer wrong");
      refused("GET /staff" + path + " HTTP/1.1", 401, "Authorization: Basic eDp5");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 参数「limit」的值「0」不可用：请给 1 到 10000 的整数。",
    "en, «0» is no limit: give a whole number from 1 to 10000.",
    "bo, «0» ནི་ limit མིན། 1 ནས་ 10000 བར་གྱི་ཨང་ཧྲིལ་ཞིག་སྤྲོད།"
  })
  void aProblemSpeaksTheReadersLanguage(String language, String detail) throws IOException {
    Reply reply = ask("GET " + ITEMS + "?limit=0 HTTP/1.1", "Accept-Language: " + language);
    assertThat(reply.header("Content-Language")).isEqualTo(language);
    assertThat(reply.json().path("detail").asString()).isEqualTo(detail);
    assertThat(reply.json().path("parameter").asString()).isEqualTo("limit");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
  }

  private static final List<String> ROUTES =
      List.of(
          "/ogc",
          "/ogc/api",
          "/ogc/conformance",
          "/ogc/collections",
          "/ogc/collections/houses",
          ITEMS,
          ITEMS + "/h-000",
          FILE,
          TILES,
          TILES + "/10/402/800",
          "/api/layers",
          "/api/search",
          "/api/portal",
          "/");
  private static final List<String> NAMES =
      List.of(
          "limit",
          "next",
          "bbox",
          "bbox-crs",
          "crs",
          "datetime",
          "f",
          "lang",
          "floors",
          "height",
          "empty",
          "built_on",
          "seen_at",
          "name",
          "status",
          "code",
          "v",
          "q",
          "residents",
          "",
          "%00",
          "filter");
  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "1",
          "-1",
          "1e999",
          "NaN",
          "null",
          "true",
          "json",
          "html",
          "tilejson",
          "en",
          "101.4,36,101.5,36.1",
          "36,101.4,37,102",
          "180,0,-180,1",
          "-180,-90,180,90",
          "1,2,3",
          "2026-01-01",
          "2026-01-01/..",
          "../2026-01-01T00:00:00Z",
          "9999-12-31",
          "-999999999-01-01T00:00:00Z/..",
          "+999999999-12-31",
          "0000-00-00",
          "http://www.opengis.net/def/crs/EPSG/0/4326",
          "http://www.opengis.net/def/crs/EPSG/0/3857",
          "http://www.opengis.net/def/crs/EPSG/0/4543",
          "楼栋 1",
          "' OR 1=1 --",
          "<script>",
          "\u0000",
          "\uD83D\uDE00",
          "%",
          "AWtKoZtoLTAwMA");

  private static String query(Random random) {
    StringBuilder query = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      query.append(query.isEmpty() ? "?" : "&").append(NAMES.get(random.nextInt(NAMES.size())));
      String value = VALUES.get(random.nextInt(VALUES.size()));
      query.append('=').append(URLEncoder.encode(damaged(value, random), StandardCharsets.UTF_8));
    }
    return query.toString();
  }

  private static String damaged(String value, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> value + (char) random.nextInt(0xD800);
      case 1 -> value.substring(random.nextInt(value.length() + 1));
      case 2 -> value + value;
      default -> value;
    };
  }

  /** Whatever is asked, the answer is one that was meant. */
  @Test
  void noQueryBreaksAnything() {
    long seed = 20_261_124;
    Random random = new Random(seed);
    Browser browser = new Browser(port);
    int answered = 0;
    for (int i = 0; i < 2_000; i++) {
      String path = ROUTES.get(random.nextInt(ROUTES.size())) + query(random);
      Browser.Answer answer = browser.get(path);
      String shown = "seed " + seed + ", request " + i + ": " + path;
      assertThat(answer.status()).as(shown + "\n" + answer.text()).isLessThan(500);
      answered += answer.status() == 200 ? 1 : 0;
      String type = answer.header("Content-Type");
      if (answer.status() >= 400) {
        assertThat(type).as(shown).isEqualTo("application/problem+json");
        assertThat(answer.text()).as(shown).doesNotContainPattern(INNARDS);
      }
      if (type.contains("json")) {
        assertThat(answer.json().isContainer()).as(shown).isTrue();
      }
    }
    assertThat(answered).as("queries that found something").isGreaterThan(50);
    assertThat(browser.get("/ogc").status()).isEqualTo(200);
  }
}
