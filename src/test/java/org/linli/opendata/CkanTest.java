package org.linli.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** CKAN's action API, asked as its harvesters and clients ask. */
@SpringBootTest(classes = TestPortal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class CkanTest {
  private static final String ACTION = "/api/3/action/";

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private JsonNode result(String question) {
    Answer answer = browser.get(ACTION + question);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("success").asBoolean()).isTrue();
    assertThat(answer.json().path("help").asString()).contains(ACTION + "help_show?name=");
    return answer.json().path("result");
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void packagesAreListedAndShownByNameAndById() {
    assertThat(texts(result("package_list"))).containsExactly("houses");
    JsonNode houses = result("package_show?id=houses&lang=en");
    assertThat(houses.path("title").asString()).isEqualTo("Houses");
    assertThat(houses.path("title_translated").path("bo").asString()).isEqualTo("ཁང་པ།");
    assertThat(houses.path("license_id").asString()).isEqualTo("CC-BY-4.0");
    assertThat(houses.path("metadata_modified").asString())
        .matches("2026-05-01T08:\\d\\d:00\\.000000");
    assertThat(houses.path("num_resources").asInt()).isEqualTo(houses.path("resources").size());
    assertThat(result("package_show?id=" + houses.path("id").asString()).path("name").asString())
        .isEqualTo("houses");
    JsonNode file = houses.path("resources").path(0);
    assertThat(file.path("format").asString()).isEqualTo("GeoJSON");
    assertThat(browser.get(file.path("url").asString()).status()).isEqualTo(200);
    assertThat(result("resource_show?id=" + file.path("id").asString()))
        .isEqualTo(browser.get(ACTION + "package_show?id=houses").json().at("/result/resources/0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "q=*:*|1",
        "q=houses|1",
        "q=房屋|1",
        "q=bridges|0",
        "q=residents|0",
        "q=\"Houses\"|1",
        "fq=organization:linli|1",
        "fq=-organization:linli|0",
        "fq=organization:(other OR linli)|1",
        "fq=+name:\"houses\" +license_id:cc-by-4.0|1",
        "fq=res_format:CSV AND type:dataset|1",
        "fq=groups:[* TO *]|0",
        "fq=metadata_modified:[2026-05-01T00:00:00Z TO *]|1",
        "fq=metadata_modified:[2026-05-02 TO *]|0",
        "fq=metadata_modified:[* TO 2026-05-02T00:00:00.000]|1"
      })
  void searchTakesWhatHarvestersWrite(String query, int count) {
    String[] parts = query.split("=", 2);
    assertThat(result("package_search?" + parts[0] + "=" + encoded(parts[1])).path("count").asInt())
        .isEqualTo(count);
  }

  @Test
  void aSearchIsPagedSortedAndCounted() {
    JsonNode found =
        result(
            "package_search?rows=1000&start=0&sort="
                + encoded("metadata_modified desc, name asc")
                + "&facet.field="
                + encoded("[\"res_format\",\"organization\"]"));
    assertThat(found.path("results").size()).isEqualTo(1);
    assertThat(found.at("/facets/organization/linli").asInt()).isEqualTo(1);
    assertThat(found.at("/search_facets/res_format/items/0/count").asInt()).isEqualTo(1);
    assertThat(result("package_search?rows=0").path("results").size()).isZero();
    assertThat(result("package_search?start=1").path("results").size()).isZero();
  }

  @Test
  void theOtherActionsOfAHarvesterAnswer() {
    assertThat(texts(result("organization_list"))).containsExactly("linli");
    assertThat(
            result("organization_list?all_fields=true").path(0).path("is_organization").asBoolean())
        .isTrue();
    assertThat(result("organization_show?id=linli").path("package_count").asInt()).isEqualTo(1);
    assertThat(result("group_list").isEmpty()).isTrue();
    assertThat(result("tag_list").isArray()).isTrue();
    assertThat(result("license_list").path(0).path("id").asString()).isEqualTo("CC-BY-4.0");
    assertThat(result("site_read").asBoolean()).isTrue();
    assertThat(result("status_show").path("ckan_version").asString()).isNotBlank();
    assertThat(result("help_show?name=package_show").asString()).contains("id");
    assertThat(result("current_package_list_with_resources?limit=1").size()).isEqualTo(1);
    assertThat(browser.get("/api/3").json().path("version").asInt()).isEqualTo(3);
  }

  @Test
  void theParametersMayStandInAJsonBody() {
    Answer answer = browser.postAsStaff(ACTION + "package_search", "{\"q\":\"houses\",\"rows\":5}");
    assertThat(answer.json().at("/result/count").asInt()).isEqualTo(1);
    for (String body : List.of("[1]", "{", "{\"q\":1,\"q\":2}", "{\"nonsense\":1}")) {
      assertThat(browser.postAsStaff(ACTION + "package_search", body).status())
          .as(body)
          .isEqualTo(409);
    }
    String tooLong = "{\"q\":\"" + "a".repeat(70_000) + "\"}";
    assertThat(browser.postAsStaff(ACTION + "package_search", tooLong).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package_show?id=notes",
        "package_show?id=nothing",
        "resource_show?id=1",
        "organization_show?id=other",
        "package_delete?id=houses"
      })
  void whatIsNotThereIsNotThere(String question) {
    Answer answer = browser.get(ACTION + question);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(failure(answer).path("__type").asString()).isEqualTo("Not Found Error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "package_show | 409 | id",
        "package_search?rows=-1 | 409 | rows",
        "package_search?page=2 | 409 | page",
        "package_search?start=x | 409 | start",
        "package_list?limit=1.5 | 409 | limit",
        "package_list?offset=-1 | 409 | offset",
        "organization_list?all_fields=maybe | 409 | all_fields",
        "package_list?lang=fr | 409 | lang",
        "package_search?sort=size | 400 | ",
        "package_search?fq=residents:1 | 400 | ",
        "package_search?fq=name:(a | 400 | ",
        "package_search?fq=metadata_modified:%5Bx%20TO%20*%5D | 400 | ",
        "package_search?fq=name:%5Ba%20TO%20b%5D | 400 | ",
        "package_search?facet.field=%5B%22residents%22%5D | 400 | ",
        "package_search?facet.field=x | 400 | "
      })
  void whatIsNotUnderstoodIsRefusedAsCkanDoes(String question, int status, String parameter) {
    Answer answer = browser.get(ACTION + question, "Accept-Language", "en");
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    JsonNode error = failure(answer);
    assertThat(error.path("message").asString()).isNotBlank();
    assertThat(error.path("__type").asString())
        .isEqualTo(status == 400 ? "Search Query Error" : "Validation Error");
    if (parameter != null) {
      assertThat(error.path(parameter).path(0).asString())
          .isEqualTo(error.path("message").asString());
    }
  }

  private static JsonNode failure(Answer answer) {
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json().path("success").asBoolean(true)).isFalse();
    assertThat(answer.json().path("help").asString()).contains("/api/3/action/help_show?name=");
    return answer.json().path("error");
  }

  @Test
  void feedsAreServedAndNameNothingOfTheStaff() {
    Answer houses = browser.get("/feeds/houses.atom");
    assertThat(houses.header("Content-Type")).isEqualTo("application/atom+xml");
    assertThat(houses.text()).contains("<entry>").contains(browser.address("/data/houses"));
    assertThat(browser.get("/feeds/index.atom").text()).contains("<entry>").doesNotContain("notes");
    assertThat(browser.get("/feeds/notes.atom").status()).isEqualTo(404);
    assertThat(browser.get("/feeds/houses.atom?since=1").status()).isEqualTo(400);
  }
}
