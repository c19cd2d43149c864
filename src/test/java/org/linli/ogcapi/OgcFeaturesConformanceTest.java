package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ogcapi.ApiClient.href;
import static org.linli.ogcapi.ApiClient.ids;
import static org.linli.ogcapi.ApiClient.link;
import static org.linli.ogcapi.ApiClient.texts;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.encode.ExportFormat;
import org.linli.layer.GeometryType;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * The abstract test suite of OGC 17-069r4 (annex A) for the classes that are claimed: core, oas30,
 * html and geojson; a test's display name is the abstract tests' identifiers. A client that knows
 * only the landing page finds everything by its links.
 */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OgcFeaturesConformanceTest {
  private static final String JSON = "application/json";
  private static final String GEOJSON = "application/geo+json";
  private static final String HTML = "text/html";
  private static final String ITEMS_PATH = "/collections/houses/items";

  @LocalServerPort private int port;
  private ApiClient client;
  private JsonNode landing;

  @BeforeEach
  void start() {
    client = new ApiClient(new Browser(port));
    landing = client.json("/ogc");
  }

  private Answer get(String address, String... headers) {
    return client.browser().get(address, headers);
  }

  private JsonNode houses() {
    JsonNode collections = client.json(href(landing, "data", JSON));
    return collections.path("collections").valueStream().findFirst().orElseThrow();
  }

  private String items() {
    return client.browser().address("/ogc/collections/houses/items");
  }

  private OpenAPI api() {
    String address = href(landing, "service-desc", "application/vnd.oai.openapi+json");
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    SwaggerParseResult result =
        new OpenAPIV3Parser().readContents(get(address).text(), null, options);
    assertThat(result.getMessages()).isEmpty();
    return result.getOpenAPI();
  }

  private Map<String, Parameter> parametersOf(String path) {
    return api().getPaths().get(path).getGet().getParameters().stream()
        .collect(Collectors.toMap(Parameter::getName, parameter -> parameter));
  }

  @Test
  @DisplayName("core/http: HTTP/1.1, status codes, HEAD and refused methods")
  void http() {
    assertThat(get("/ogc").response().version().name()).isEqualTo("HTTP_1_1");
    assertThat(client.browser().ask("HEAD", "/ogc").status()).isEqualTo(200);
    Answer refused = client.browser().ask("DELETE", "/ogc/collections/houses/items");
    assertThat(refused.status()).isEqualTo(405);
    assertThat(refused.header("Allow")).contains("GET");
  }

  @Test
  @DisplayName("core/root-op, core/root-success: the landing page leads to all else")
  void root() {
    assertThat(link(landing, "service-desc", "application/vnd.oai.openapi+json")).isPresent();
    assertThat(link(landing, "service-doc", HTML)).isPresent();
    assertThat(link(landing, "conformance", JSON)).isPresent();
    assertThat(link(landing, "data", JSON)).isPresent();
    assertThat(link(landing, "self", JSON)).isPresent();
    assertThat(link(landing, "alternate", HTML)).isPresent();
    assertThat(landing.path("title").asString()).isEqualTo("邻里图");
  }

  @Test
  @DisplayName("core/api-definition-op, core/api-definition-success, oas30/oas-definition-1 and -2")
  void apiDefinition() {
    Answer description = get(href(landing, "service-desc", "application/vnd.oai.openapi+json"));
    assertThat(description.header("Content-Type"))
        .isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    assertThat(description.json().path("openapi").asString()).startsWith("3.0.");
    assertThat(get(href(landing, "service-doc", HTML)).header("Content-Type")).startsWith(HTML);
    assertThat(api().getServers().get(0).getUrl()).isEqualTo(client.browser().address("/ogc"));
  }

  @Test
  @DisplayName("oas30/oas-impl, oas30/completeness: every described path is there, and answers")
  void everyDescribedPathAnswers() {
    api()
        .getPaths()
        .forEach(
            (path, item) -> {
              String server =
                  item.getServers() == null
                      ? client.browser().address("/ogc")
                      : item.getServers().get(0).getUrl();
              String address =
                  server
                      + path.replace("{collectionId}", "houses")
                          .replace("{featureId}", "h-001")
                          .replace("{tileMatrix}", "10")
                          .replace("{tileRow}", "402")
                          .replace("{tileCol}", "800");
              Answer answer = get(address);
              assertThat(answer.status()).as(address).isEqualTo(200);
              assertThat(item.getGet().getResponses().get("200").getContent().keySet())
                  .as(address)
                  .anyMatch(type -> answer.header("Content-Type").startsWith(type));
            });
  }

  @Test
  @DisplayName("oas30/completeness: every parameter that is taken is described")
  void everyParameterIsDescribed() {
    List<String> taken = texts(get(items() + "?nothing=1").json().path("allowed"));
    assertThat(parametersOf(ITEMS_PATH).keySet()).containsExactlyInAnyOrderElementsOf(taken);
    for (ExportFormat format : ExportFormat.of(GeometryType.POLYGON)) {
      String file = "/data/houses." + format.ending();
      assertThat(parametersOf(file).keySet())
          .as(file)
          .containsExactlyInAnyOrderElementsOf(
              texts(get(file + "?nothing=1").json().path("allowed")));
    }
  }

  @Test
  @DisplayName(
      "oas30/exceptions-codes, oas30/security: refusals are described; nothing needs a key")
  void describedRefusals() {
    api()
        .getPaths()
        .forEach(
            (path, item) -> {
              assertThat(item.getGet().getResponses()).as(path).containsKey("400");
              assertThat(item.getGet().getSecurity()).as(path).isNullOrEmpty();
            });
  }

  @Test
  @DisplayName("oas30/security: to staff, the description says that an account is needed")
  void describedAccount() {
    JsonNode staff = client.browser().getAsStaff("/staff/ogc/api").json();
    assertThat(staff.at("/security/0").has("staffAccount")).isTrue();
    assertThat(staff.at("/components/securitySchemes/staffAccount/scheme").asString())
        .isEqualTo("basic");
    SwaggerParseResult result =
        new OpenAPIV3Parser().readContents(staff.toString(), null, new ParseOptions());
    assertThat(result.getMessages()).isEmpty();
    assertThat(staff.path("paths").has("/collections/notes/items")).isTrue();
    assertThat(staff.path("paths").has("/collections/notes/tiles")).isFalse();
  }

  @Test
  @DisplayName("core/conformance-op, core/conformance-success")
  void conformance() {
    JsonNode classes = client.json(href(landing, "conformance", JSON)).path("conformsTo");
    String part1 = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
    assertThat(texts(classes))
        .contains(part1 + "core", part1 + "oas30", part1 + "html", part1 + "geojson")
        .contains("http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs");
  }

  @Test
  @DisplayName("core/fc-md-op, core/fc-md-success, core/fc-md-links, core/fc-md-items")
  void collections() {
    JsonNode collections = client.json(href(landing, "data", JSON));
    assertThat(link(collections, "self", JSON)).isPresent();
    assertThat(link(collections, "alternate", HTML)).isPresent();
    assertThat(collections.path("collections").valueStream().map(c -> c.path("id").asString()))
        .containsExactly("houses");
  }

  @Test
  @DisplayName("core/fc-md-items-links, core/fc-md-extent, core/sfc-md-op, core/sfc-md-success")
  void collection() {
    JsonNode listed = houses();
    assertThat(href(listed, "items", GEOJSON)).startsWith(items());
    assertThat(link(listed, "items", HTML)).isPresent();
    assertThat(listed.at("/extent/spatial/bbox/0").toString())
        .isEqualTo("[101.4,36.0,101.4084,36.0054]");
    JsonNode interval = listed.at("/extent/temporal/interval/0");
    assertThat(Instant.parse(interval.get(0).asString()))
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(Instant.parse(interval.get(1).asString()))
        .isAfterOrEqualTo(Instant.parse("2026-02-20T00:00:00Z"));
    JsonNode one = client.json(href(listed, "self", JSON));
    for (String member : List.of("id", "title", "description", "extent", "crs", "itemType")) {
      assertThat(one.path(member)).as(member).isEqualTo(listed.path(member));
    }
    assertThat(get("/ogc/collections/houses2").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("core/fc-op, core/fc-response, core/fc-links, core/fc-timeStamp, geojson/content")
  void features() {
    Answer answer = get(href(houses(), "items", GEOJSON));
    JsonNode page = answer.json();
    assertThat(answer.header("Content-Type")).isEqualTo(GEOJSON);
    assertThat(page.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(link(page, "self", GEOJSON)).isPresent();
    assertThat(link(page, "alternate", HTML)).isPresent();
    assertThat(Instant.parse(page.path("timeStamp").asString())).isBeforeOrEqualTo(Instant.now());
    for (JsonNode feature : page.path("features")) {
      assertThat(feature.path("type").asString()).isEqualTo("Feature");
      assertThat(feature.path("geometry").path("type").asString()).isEqualTo("Polygon");
      assertThat(feature.path("properties").isObject()).isTrue();
    }
  }

  @Test
  @DisplayName("core/fc-numberMatched, core/fc-numberReturned")
  void numbers() {
    JsonNode page = client.json(items() + "?limit=5");
    assertThat(page.path("numberMatched").asInt()).isEqualTo(TownLayers.PUBLIC_HOUSES);
    assertThat(page.path("numberReturned").asInt()).isEqualTo(5).isEqualTo(ids(page).size());
  }

  @Test
  @DisplayName("core/fc-limit-definition, core/fc-limit-response")
  void limit() {
    Parameter limit = parametersOf(ITEMS_PATH).get("limit");
    assertThat(limit.getIn()).isEqualTo("query");
    assertThat(limit.getRequired()).isFalse();
    assertThat(limit.getExplode()).isFalse();
    assertThat(limit.getSchema().getType()).isEqualTo("integer");
    assertThat(limit.getSchema().getMinimum().intValue()).isEqualTo(1);
    assertThat(limit.getSchema().getDefault()).isEqualTo(100);
    assertThat(ids(client.json(items() + "?limit=1"))).hasSize(1);
    assertThat(ids(client.json(items() + "?limit=10001"))).hasSize(TownLayers.PUBLIC_HOUSES);
    assertThat(get(items() + "?limit=0").status()).isEqualTo(400);
  }

  @Test
  @DisplayName("core/fc-bbox-definition, core/fc-bbox-response")
  void bbox() {
    Parameter bbox = parametersOf(ITEMS_PATH).get("bbox");
    assertThat(bbox.getIn()).isEqualTo("query");
    assertThat(bbox.getExplode()).isFalse();
    assertThat(bbox.getSchema().getType()).isEqualTo("array");
    JsonNode sizes = get("/ogc/api").json().at("/components/parameters/bbox/schema/oneOf");
    assertThat(sizes.valueStream().map(size -> size.path("minItems").asInt()))
        .containsExactly(4, 6);
    assertThat(ids(client.json(items() + "?bbox=101.4,36,101.4004,36.0004")))
        .containsExactly("h-000");
    assertThat(ids(client.json(items() + "?bbox=-10,-10,10,10"))).isEmpty();
    assertThat(ids(client.json(items() + "?bbox=101.4,36,0,101.4004,36.0004,9")))
        .containsExactly("h-000");
    assertThat(ids(client.json(items() + "?bbox=170,-10,101.4002,36.0002")))
        .containsExactly("h-000");
  }

  @Test
  @DisplayName("core/fc-time-definition, core/fc-time-response")
  void datetime() {
    Parameter datetime = parametersOf(ITEMS_PATH).get("datetime");
    assertThat(datetime.getIn()).isEqualTo("query");
    assertThat(datetime.getSchema().getType()).isEqualTo("string");
    JsonNode first = client.json(items() + "?datetime=2026-01-01T00:00:00Z");
    assertThat(ids(first)).contains("h-000").doesNotContain("h-001");
    JsonNode upTo = client.json(items() + "?datetime=../2026-01-02T00:00:00Z");
    assertThat(ids(upTo)).contains("h-000", "h-001").doesNotContain("h-003");
    JsonNode from = client.json(items() + "?datetime=2026-01-02T00:00:00Z/..");
    assertThat(ids(from)).contains("h-001", "h-003").doesNotContain("h-000");
  }

  private static boolean hasNoTime(String code) {
    return Integer.parseInt(code.substring(2)) % 3 == 2;
  }

  @Test
  @DisplayName("core/fc-time-response: every form of the value, and features without a time")
  void everyFormOfTime() {
    String third = "2026-01-04T00:00:00Z";
    for (String form :
        List.of(
            third,
            "2026-01-04T08:00:00%2B08:00",
            "2026-01-03T12:00:00Z/2026-01-04T12:00:00Z",
            third + "/" + third)) {
      assertThat(ids(client.json(items() + "?limit=100&datetime=" + form)))
          .as(form)
          .contains("h-003")
          .allMatch(code -> code.equals("h-003") || hasNoTime(code))
          .contains("h-002", "h-005", "h-008");
    }
    List<String> until = ids(client.json(items() + "?limit=100&datetime=../" + third));
    assertThat(ids(client.json(items() + "?limit=100&datetime=/" + third))).isEqualTo(until);
    assertThat(until.stream().filter(code -> !hasNoTime(code)))
        .containsExactly("h-000", "h-001", "h-003");
    List<String> since = ids(client.json(items() + "?limit=100&datetime=" + third + "/.."));
    assertThat(ids(client.json(items() + "?limit=100&datetime=" + third + "/"))).isEqualTo(since);
    assertThat(since).contains("h-003", "h-057", "h-002").doesNotContain("h-000", "h-001");
  }

  @Test
  @DisplayName("core/crs84: positions are in CRS84 unless another system is asked for")
  void crs84() {
    Answer page = get(items() + "?limit=100");
    assertThat(page.header("Content-Crs"))
        .isEqualTo("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    for (JsonNode feature : page.json().path("features")) {
      for (JsonNode position : feature.at("/geometry/coordinates/0")) {
        assertThat(position.get(0).asDouble()).isBetween(101.4, 101.41);
        assertThat(position.get(1).asDouble()).isBetween(36.0, 36.01);
      }
    }
  }

  @Test
  @DisplayName("core/root-success, fc-md-links, fc-md-items-links, fc-links, f-links: rel and type")
  void everyLinkSaysWhatItIsAndOfWhichType() {
    for (String address :
        List.of(
            "/ogc",
            "/ogc/collections",
            "/ogc/collections/houses",
            "/ogc/collections/houses/items?limit=2",
            "/ogc/collections/houses/items/h-001")) {
      JsonNode document = client.json(address);
      List<JsonNode> links = new ArrayList<>(document.findValues("links"));
      assertThat(links).as(address).isNotEmpty();
      for (JsonNode all : links) {
        for (JsonNode link : all) {
          assertThat(link.path("href").asString()).as(address).startsWith("http");
          assertThat(link.path("rel").asString()).as(address + link).isNotBlank();
          assertThat(link.path("type").asString()).as(address + link).contains("/");
        }
      }
    }
  }

  @Test
  @DisplayName("core/query-param-unknown, core/query-param-invalid: on every resource")
  void unusableParameters() {
    assertThat(get(items() + "?bbox=1,2").status()).isEqualTo(400);
    assertThat(get(items() + "?datetime=yesterday").status()).isEqualTo(400);
    assertThat(get(items() + "?limit=many").status()).isEqualTo(400);
    for (String path :
        List.of(
            "/ogc",
            "/ogc/conformance",
            "/ogc/api",
            "/ogc/collections",
            "/ogc/collections/houses",
            "/ogc/collections/houses/items",
            "/ogc/collections/houses/items/h-001")) {
      assertThat(get(path + "?unknown=1").status()).as(path).isEqualTo(400);
    }
  }

  @Test
  @DisplayName("core/fc-next-1, core/fc-next-2: following next gives every feature once")
  void paging() {
    List<String> seen = new ArrayList<>();
    Optional<String> next = Optional.of(items() + "?limit=9");
    while (next.isPresent()) {
      JsonNode page = client.json(next.get());
      seen.addAll(ids(page));
      next = link(page, "next", GEOJSON).map(link -> link.path("href").asString());
    }
    assertThat(seen).hasSize(TownLayers.PUBLIC_HOUSES).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("core/f-op, core/f-success, core/f-links: every feature is read by its id")
  void feature() {
    for (JsonNode listed : client.json(items() + "?limit=10").path("features")) {
      Answer answer = get(items() + "/" + listed.path("id").asString());
      assertThat(answer.header("Content-Type")).isEqualTo(GEOJSON);
      JsonNode one = answer.json();
      assertThat(one.path("geometry")).isEqualTo(listed.path("geometry"));
      assertThat(one.path("properties")).isEqualTo(listed.path("properties"));
      assertThat(link(one, "self", GEOJSON)).isPresent();
      assertThat(link(one, "alternate", HTML)).isPresent();
      assertThat(client.json(href(one, "collection", JSON)).path("id").asString())
          .isEqualTo("houses");
    }
  }

  @Test
  @DisplayName("html/definition, html/content: every resource is also a page, with its links")
  void html() {
    String address = client.browser().address("/ogc");
    for (String path :
        List.of(
            "",
            "/conformance",
            "/api",
            "/collections",
            "/collections/houses",
            "/collections/houses/items",
            "/collections/houses/items/h-001")) {
      Answer byAccept = get(address + path, "Accept", "text/html,*/*;q=0.8");
      Answer byName = get(address + path + "?f=html");
      assertThat(byAccept.status()).as(path).isEqualTo(200);
      assertThat(byAccept.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
      assertThat(byAccept.header("Vary")).contains("Accept");
      assertThat(byName.text()).startsWith("<!doctype html>").contains("rel=\"alternate\"");
    }
  }

  @Test
  @DisplayName("geojson/definition: GeoJSON is what one gets by its name and by default")
  void geojson() {
    assertThat(get(items(), "Accept", GEOJSON).header("Content-Type")).isEqualTo(GEOJSON);
    assertThat(get(items(), "Accept", "*/*").header("Content-Type")).isEqualTo(GEOJSON);
    assertThat(get(items(), "Accept", "application/xml").status()).isEqualTo(406);
  }
}
