package org.linli.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ogcapi.ApiClient.href;
import static org.linli.ogcapi.ApiClient.ids;
import static org.linli.ogcapi.ApiClient.link;
import static org.linli.ogcapi.ApiClient.texts;
import static org.linli.ogcapi.FilteredRowsTest.encoded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.geo.Crs;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.LayerDefinition;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.linli.testing.TownLayers;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The abstract test suites of OGC 19-079r2 (Features part 3) and OGC 23-058r2 (schemas) for the
 * classes that are claimed; a test's display name is the abstract tests' identifiers.
 */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OgcFilteringConformanceTest {
  private static final String SPEC = "http://www.opengis.net/spec/";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";
  private static final String SCHEMA = "application/schema+json";
  private static final Set<String> KEYWORDS =
      Set.of("title", "description", "type", "format", "oneOf", "enum");

  @LocalServerPort private int port;
  private ApiClient client;

  @BeforeEach
  void connect() {
    client = new ApiClient(new Browser(port));
  }

  private List<JsonNode> collections() {
    return client.json("/ogc/collections").path("collections").valueStream().toList();
  }

  private static String idOf(JsonNode collection) {
    return collection.path("id").asString();
  }

  private String address(String id) {
    return client.browser().address("/ogc/collections/" + id);
  }

  private JsonNode schema(String id, String kind) {
    Answer answer = client.browser().get(address(id) + "/" + kind, "Accept", SCHEMA);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(SCHEMA);
    return answer.json();
  }

  private int status(String id, String filter, String more) {
    return client.browser().get(address(id) + "/items?filter=" + encoded(filter) + more).status();
  }

  private List<String> filtered(String id, String filter, String more) {
    return ids(client.json(address(id) + "/items?limit=10000&filter=" + encoded(filter) + more));
  }

  private List<String> all(String id) {
    return ids(client.json(address(id) + "/items?limit=10000"));
  }

  @Test
  @DisplayName("filter, features-filter, queryables, schemas, sortables: get-conformance")
  void theClassesAreDeclared() {
    assertThat(texts(client.json("/ogc/conformance").path("conformsTo")))
        .contains(
            SPEC + "ogcapi-features-3/1.0/conf/filter",
            SPEC + "ogcapi-features-3/1.0/conf/features-filter",
            SPEC + "ogcapi-features-3/1.0/conf/queryables",
            SPEC + "ogcapi-features-3/1.0/conf/queryables-query-parameters",
            SPEC + "ogcapi-common-3/1.0/conf/schemas",
            SPEC + "ogcapi-common-3/1.0/conf/advanced-property-roles",
            SPEC + "ogcapi-common-3/1.0/conf/queryables",
            SPEC + "ogcapi-common-3/1.0/conf/sortables",
            SPEC + "cql2/1.0/conf/cql2-text",
            SPEC + "cql2/1.0/conf/cql2-json")
        .doesNotHaveDuplicates()
        .noneMatch(uri -> uri.contains("array") || uri.endsWith("cql2/1.0/conf/functions"));
  }

  @Test
  @DisplayName("queryables, sortables: link, op-and-response; filter: get-collection")
  void everyCollectionLinksToItsSchemas() {
    for (JsonNode listed : collections()) {
      String id = idOf(listed);
      JsonNode collection = client.json("/ogc/collections/" + id);
      for (String kind : List.of("schema", "queryables", "sortables")) {
        assertThat(href(collection, REL + kind, SCHEMA)).startsWith(address(id) + "/" + kind);
        assertThat(link(listed, REL + kind, SCHEMA)).isPresent();
        conformsToSchemas(schema(id, kind), address(id) + "/" + kind);
      }
      assertThat(schema(id, "sortables").path("properties").propertyStream())
          .allSatisfy(
              property ->
                  assertThat(property.getValue().path("type").asString())
                      .isIn("string", "integer", "number", "boolean"));
    }
  }

  /** {@code schemas}: basic-schema-inspection, role, role-id, property-seq, unit. */
  private static void conformsToSchemas(JsonNode schema, String address) {
    assertThat(schema.path("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.path("$id").asString()).isEqualTo(address);
    assertThat(schema.path("type").asString()).isEqualTo("object");
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    assertThat(schema.path("properties").size()).isPositive();
    List<Integer> places = new ArrayList<>();
    int ids = 0;
    for (Map.Entry<String, JsonNode> entry : schema.path("properties").properties()) {
      JsonNode property = entry.getValue();
      assertThat(property.propertyNames())
          .allMatch(name -> KEYWORDS.contains(name) || name.startsWith("x-ogc-"));
      boolean spatial = property.path("format").asString("").startsWith("geometry-");
      assertThat(property.has("type")).as(entry.getKey()).isNotEqualTo(spatial);
      places.add(property.path("x-ogc-propertySeq").asInt());
      ids += property.path("x-ogc-role").asString("").equals("id") ? 1 : 0;
      assertThat(
              property.path("x-ogc-role").isMissingNode() || property.path("x-ogc-role").isString())
          .as(entry.getKey())
          .isTrue();
      assertThat(property.has("x-ogc-definition") || property.has("x-ogc-nullValues"))
          .as("what is not given needs no test of its form")
          .isFalse();
      if (property.has("x-ogc-unit")) {
        assertThat(property.path("type").asString()).isIn("integer", "number");
        assertThat(property.path("x-ogc-unit").asString()).matches("[!-~]+");
      }
    }
    assertThat(ids).isEqualTo(1);
    assertThat(places).doesNotHaveDuplicates().isSorted();
  }

  @Test
  @DisplayName("advanced-property-roles: role-primary-geometry, role-primary-temporal")
  void theRolesOfPlaceAndTimeAreNamed() {
    JsonNode properties = schema("houses", "schema").path("properties");
    JsonNode geometry = properties.path("geometry");
    assertThat(geometry.path("x-ogc-role").asString()).isEqualTo("primary-geometry");
    assertThat(geometry.path("format").asString()).isEqualTo("geometry-polygon-or-multipolygon");
    JsonNode seen = properties.path("seen_at");
    assertThat(seen.path("x-ogc-role").asString()).isEqualTo("primary-instant");
    assertThat(seen.path("format").asString()).isEqualTo("date-time");
    assertThat(properties.path("built_on").path("format").asString()).isEqualTo("date");
    assertThat(properties.has("residents")).isFalse();
  }

  /** What is asserted of one schema here holds for whatever layer: the portal's own too. */
  @Test
  @DisplayName("advanced-property-roles: at most one of each role; role-type")
  void noRoleIsGivenTwice() {
    for (LayerDefinition layer : BuiltInLayers.list()) {
      for (LayerSchema.Kind kind : LayerSchema.Kind.values()) {
        String text =
            JsonMapper.shared()
                .writeValueAsString(
                    LayerSchema.of(kind, layer, "http://localhost/" + kind, Locale.ENGLISH));
        JsonNode schema = JsonMapper.shared().readTree(text);
        conformsToSchemas(schema, "http://localhost/" + kind);
        List<String> roles =
            schema
                .path("properties")
                .valueStream()
                .map(property -> property.path("x-ogc-role").asString(""))
                .filter(role -> !role.isEmpty())
                .toList();
        assertThat(roles).as(layer.id()).doesNotHaveDuplicates().contains("id");
        assertThat(roles).doesNotContain("type", "reference");
        assertThat(roles.contains("primary-instant") && roles.contains("primary-interval-start"))
            .isFalse();
      }
    }
  }

  @Test
  @DisplayName("filter: filter-param, filter-lang-default; features-filter: filter-on-items")
  void filtersOfEitherLanguageChooseWhatMatches() {
    for (JsonNode collection : collections()) {
      String id = idOf(collection);
      for (Map.Entry<String, JsonNode> queryable :
          schema(id, "queryables").path("properties").properties()) {
        String name = queryable.getKey();
        String missing = name + " IS NULL";
        List<String> chosen = filtered(id, missing, "&filter-lang=cql2-text");
        assertThat(filtered(id, missing, "")).isEqualTo(chosen);
        String json = "{\"op\":\"isNull\",\"args\":[{\"property\":\"" + name + "\"}]}";
        assertThat(filtered(id, json, "&filter-lang=cql2-json")).isEqualTo(chosen);
        assertThat(filtered(id, name + " IS NOT NULL", ""))
            .doesNotContainAnyElementsOf(chosen.isEmpty() ? List.of("-") : chosen)
            .hasSize(all(id).size() - chosen.size());
      }
      assertThat(status(id, "THIS IS NOT A FILTER", "")).isEqualTo(400);
      assertThat(status(id, "THIS IS NOT A FILTER", "&filter-lang=cql2-text")).isEqualTo(400);
      assertThat(status(id, "code IS NULL", "&filter-lang=sql")).isEqualTo(400);
    }
    assertThat(filtered("houses", "floors IS NULL", ""))
        .hasSize(
            (int)
                all("houses").stream()
                    .filter(code -> Integer.parseInt(code.substring(2)) % 3 == 2)
                    .count());
  }

  @Test
  @DisplayName("filter: expression-construction")
  void anUnknownQueryableIsRefused() {
    for (JsonNode collection : collections()) {
      assertThat(status(idOf(collection), "this_is_not_a_queryable IS NULL", "")).isEqualTo(400);
    }
  }

  private static String boxFilter(List<Double> box) {
    return "S_INTERSECTS(geometry,BBOX(%s,%s,%s,%s))"
        .formatted(box.get(0), box.get(1), box.get(2), box.get(3));
  }

  private static List<Double> box(JsonNode collection) {
    return collection.at("/extent/spatial/bbox/0").valueStream().map(JsonNode::asDouble).toList();
  }

  @Test
  @DisplayName("filter: filter-crs-wgs84, mixing-expression")
  void geometriesAreLonLatAndABoxLimitsAsWell() {
    JsonNode houses = client.json("/ogc/collections/houses");
    List<Double> box = box(houses);
    assertThat(filtered("houses", boxFilter(box), "")).isEqualTo(all("houses"));
    assertThat(status("houses", boxFilter(List.of(1e6, 1e6, 2e6, 2e6)), "")).isEqualTo(400);
    String same = "&bbox=" + box.toString().replaceAll("[\\[\\] ]", "");
    assertThat(filtered("houses", boxFilter(box), same)).hasSize(TownLayers.PUBLIC_HOUSES);
    assertThat(filtered("houses", boxFilter(box), "&bbox=10,10,11,11")).isEmpty();
  }

  @Test
  @DisplayName("filter: filter-crs-param")
  void geometriesMayBeInEverySystemOfTheLayer() {
    JsonNode houses = client.json("/ogc/collections/houses");
    List<Double> box = box(houses);
    List<String> systems = texts(houses.path("crs"));
    assertThat(systems).hasSizeGreaterThan(3);
    for (String uri : systems) {
      double[] low = {box.get(0) - 1e-5, box.get(1) - 1e-5};
      double[] high = {box.get(2) + 1e-5, box.get(3) + 1e-5};
      Crs.parse(uri).transform().fromLonLat(low);
      Crs.parse(uri).transform().fromLonLat(high);
      String filter = boxFilter(List.of(low[0], low[1], high[0], high[1]));
      assertThat(filtered("houses", filter, "&filter-crs=" + encoded(uri)))
          .as(uri)
          .isEqualTo(all("houses"));
    }
    String none = "&filter-crs=http://www.opengis.net/def/crs/OGC/0/does_not_exist";
    assertThat(status("houses", boxFilter(box), none)).isEqualTo(400);
  }

  @Test
  @DisplayName("queryables-query-parameters: parameters")
  void everySimpleQueryableIsAParameter() {
    Map<String, String> values =
        Map.of(
            "code", "h-003",
            "name", "楼栋 7",
            "status", "built",
            "floors", "3",
            "height", "7.25",
            "empty", "true",
            "built_on", "2026-01-02",
            "seen_at", "2026-01-02T00:00:00Z");
    JsonNode queryables = schema("houses", "queryables").path("properties");
    assertThat(values.keySet()).isSubsetOf(queryables.propertyNames());
    for (String name : queryables.propertyNames()) {
      if (!name.equals("geometry")) {
        String value = values.get(name);
        assertThat(value).as(name).isNotNull();
        List<String> found =
            ids(client.json(address("houses") + "/items?limit=100&" + name + "=" + encoded(value)));
        String type = queryables.path(name).path("type").asString();
        String literal = type.equals("string") ? "'" + value + "'" : value;
        assertThat(found)
            .as(name)
            .isNotEmpty()
            .isEqualTo(filtered("houses", name + "=" + literal, ""));
      }
    }
  }

  @Test
  void schemasSpeakTheLanguageThatIsAskedForAndArePagesToo() {
    Answer chinese = client.browser().get(address("houses") + "/schema?lang=zh");
    Answer english = client.browser().get(address("houses") + "/schema?lang=en");
    assertThat(chinese.json().path("title").asString()).isEqualTo("房屋");
    assertThat(english.json().path("title").asString()).isEqualTo("Houses");
    assertThat(english.json().path("properties").path("code").path("title").asString())
        .isEqualTo("Code");
    Answer page = client.browser().get(address("houses") + "/queryables?f=html&lang=en");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("floors", "Fields to filter by").doesNotContain("residents");
    assertThat(client.browser().get(address("notes") + "/queryables").status()).isEqualTo(404);
  }
}
