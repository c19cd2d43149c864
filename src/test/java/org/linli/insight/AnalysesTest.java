package org.linli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.TestPortal;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The analyses over HTTP, of a town whose numbers are worked out by hand. */
@SpringBootTest(
    classes = {TestPortal.class, PatrolledTown.class},
    webEnvironment = WebEnvironment.RANDOM_PORT)
class AnalysesTest {
  private static final String STAFF = "/staff/api/analyses/patrol";
  private static final String PUBLIC = "/api/analyses/patrol";

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  private JsonNode staff(String address) {
    return ok(browser.getAsStaff(address));
  }

  private JsonNode everybody(String address) {
    return ok(browser.get(address));
  }

  private static JsonNode ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static JsonNode metric(JsonNode metrics, String id) {
    return metrics
        .valueStream()
        .filter(metric -> metric.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + id + " in " + metrics));
  }

  private static JsonNode area(JsonNode result, String code) {
    return result
        .path("areas")
        .valueStream()
        .filter(area -> area.path("area").asString().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No area " + code + " in " + result))
        .path("metrics");
  }

  private static List<String> ids(JsonNode array) {
    return array.valueStream().map(one -> one.path("id").asString()).toList();
  }

  @Test
  void everyAnalysisIsDescribedWithItsParametersAsASchema() {
    Answer answer = browser.getAsStaff("/staff/api/analyses");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    JsonNode patrol = ok(answer).path("analyses").get(0);
    assertThat(patrol.path("id").asString()).isEqualTo("patrol");
    JsonNode reach = patrol.path("parameters").path("properties").path("reach");
    assertThat(reach.path("titles").path("en").asString()).isEqualTo("Reach");
    assertThat(reach.path("titles").path("zh").asString()).isEqualTo("可及距离");
    assertThat(reach.path("titles").has("bo")).isTrue();
    assertThat(reach.path("type").asString()).isEqualTo("number");
    assertThat(reach.path("minimum").asDouble()).isEqualTo(1);
    assertThat(reach.path("maximum").asDouble()).isEqualTo(500);
    assertThat(reach.path("default").asDouble()).isEqualTo(25);
    assertThat(metric(patrol.path("metrics"), "gap.person_days").path("formula").path("en"))
        .isNotNull();
    assertThat(ids(patrol.path("layers")))
        .containsExactly("patrol_gaps", "gap_zones", "coverage_grid", "coverage_map");
  }

  @Test
  void thePublicIsToldOnlyOfWhatItMayAsk() {
    Answer answer = browser.get("/api/analyses");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
    JsonNode patrol = ok(answer).path("analyses").get(0);
    assertThat(ids(patrol.path("metrics")))
        .contains("coverage.buildings")
        .doesNotContain("gap.person_days", "blind.nights");
    assertThat(ids(patrol.path("series"))).doesNotContain("blind.hours");
    assertThat(ids(patrol.path("layers"))).containsExactly("coverage_map");
    JsonNode properties = patrol.path("parameters").path("properties");
    assertThat(properties.path("window").path("enum").toString())
        .isEqualTo("[7.0,30.0,90.0,365.0]");
    assertThat(properties.has("interval")).isFalse();
    assertThat(properties.path("buildings").path("const").asString()).isEqualTo("buildings");
  }

  /** At 18:00 only a1 was seen within 24 hours: 1 of 12 homes; 20 of 100 + 90 + 34 = 224 people. */
  @Test
  void staffGetEveryNumberWithWhatItCountedAndLeftOut() {
    Answer answer = browser.getAsStaff(STAFF);
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
    JsonNode result = ok(answer);
    assertThat(result.path("asOf").asString()).isEqualTo("2026-06-15T10:00:00Z");
    assertThat(result.path("data").path("until").asString()).isEqualTo("2026-06-15T04:00:00Z");
    assertThat(result.path("data").path("stale").asBoolean()).isFalse();
    JsonNode buildings = metric(result.path("metrics"), "coverage.buildings");
    assertThat(buildings.path("numerator").asDouble()).isEqualTo(1);
    assertThat(buildings.path("denominator").asDouble()).isEqualTo(12);
    assertThat(buildings.path("value").asDouble()).isEqualTo(1 / 12.0);
    assertThat(buildings.path("formula").path("en").asString()).startsWith("buildings with r");
    JsonNode residents = metric(result.path("metrics"), "coverage.residents");
    assertThat(residents.path("numerator").asDouble()).isEqualTo(20);
    assertThat(residents.path("denominator").asDouble()).isEqualTo(224);
    JsonNode unknown = residents.path("exclusions").get(0);
    assertThat(unknown.path("reason").asString()).isEqualTo("residents_unknown");
    assertThat(unknown.path("count").asInt()).isEqualTo(1);
    assertThat(result.path("roles").path("buildings").path("layer").asString())
        .isEqualTo("buildings");
  }

  @Test
  void aBriefAnswerIsTheSameWithoutTheNumbersThatTakeLong() {
    JsonNode brief = staff(STAFF + "?brief=true");
    assertThat(ids(brief.path("metrics")))
        .contains("coverage.buildings", "effort.kilometres")
        .doesNotContain("effort.swept", "effort.swept_unmerged", "empty_circle.radius");
    JsonNode whole = staff(STAFF);
    assertThat(ids(whole.path("metrics"))).contains("effort.swept", "effort.swept_unmerged");
    assertThat(brief.path("areas")).isEqualTo(whole.path("areas"));
    assertThat(brief.path("self")).isEqualTo(whole.path("self"));
    assertThat(everybody(PUBLIC + "?brief=true")).isEqualTo(everybody(PUBLIC));
    assertThat(browser.get(PUBLIC + "?brief=perhaps").status()).isEqualTo(400);
  }

  @Test
  void theRowsBehindANumberCanBeHadAndThoseLeftOut() {
    JsonNode residents = metric(staff(STAFF).path("metrics"), "coverage.residents");
    String left = residents.path("exclusions").get(0).path("href").asString();
    assertThat(left)
        .startsWith("/staff/api/analyses/patrol/metrics/coverage.residents/rows?set=excluded")
        .contains("reason=residents_unknown", "asOf=2026-06-15T10%3A00%3A00Z");
    Answer answer = browser.getAsStaff(left);
    assertThat(answer.header("Content-Type")).isEqualTo("application/geo+json");
    JsonNode rows = ok(answer);
    assertThat(ids(rows.path("features"))).containsExactly("b4");
    assertThat(rows.path("features").get(0).path("geometry").path("type").asString())
        .isEqualTo("Polygon");
    String counted = residents.path("counted").path("href").asString();
    assertThat(ids(staff(counted).path("features")))
        .hasSize(residents.path("counted").path("count").asInt())
        .contains("a1");
    assertThat(browser.get(left).status()).isEqualTo(401);
    assertThat(browser.get(left.substring("/staff".length())).status()).isEqualTo(404);
  }

  /**
   * From 8 June, 00:00, twelve hours after the last round: 9 of 12 homes. Of people: A 80 of 100, B
   * 60 of 90, C 30 of 34, which leaves 4, so C is not told; nor is the smaller of the two beside
   * it, B, since D less A and B would tell C. D itself is 170 of 224, or 75.9 %.
   */
  @Test
  void thePublicGetsTheEndOfADayAWeekAgoAndNothingOfFew() {
    JsonNode result = everybody(PUBLIC);
    assertThat(result.path("asOf").asString()).isEqualTo("2026-06-07T16:00:00Z");
    assertThat(result.path("data").path("until").asString()).isEqualTo("2026-06-06T16:00:00Z");
    JsonNode residents = metric(result.path("metrics"), "coverage.residents");
    assertThat(residents.path("numerator").asDouble()).isEqualTo(170);
    assertThat(residents.path("denominator").asDouble()).isEqualTo(220);
    assertThat(residents.path("value").asDouble()).isEqualTo(0.76);
    assertThat(residents.path("exclusions").get(0).path("href").isNull()).isTrue();
    assertThat(residents.path("counted").isNull()).isTrue();
    assertThat(metric(area(result, "A"), "coverage.residents").path("value").asDouble())
        .isEqualTo(0.8);
    for (String few : List.of("B", "C")) {
      JsonNode hidden = metric(area(result, few), "coverage.residents");
      assertThat(hidden.path("value").isNull()).isTrue();
      assertThat(hidden.path("numerator").isNull()).isTrue();
      assertThat(hidden.path("reason").path("id").asString()).isEqualTo("suppressed");
    }
    assertThat(metric(area(result, "B"), "coverage.buildings").path("value").asDouble())
        .isEqualTo(0.75);
    assertThat(ids(result.path("metrics"))).doesNotContain("gap.person_days", "gap.longest");
    assertThat(ids(result.path("series"))).containsExactly("trend.duty_kept", "trend.coverage");
  }

  @Test
  void theNumbersOfAnAreaComeWithItsNameAndWhatItIsPartOf() {
    JsonNode areas = everybody(PUBLIC).path("areas");
    JsonNode yard =
        areas
            .valueStream()
            .filter(area -> area.path("area").asString().equals("A"))
            .findFirst()
            .orElseThrow();
    assertThat(yard.path("titles").path("zh").asString()).isEqualTo("A院");
    assertThat(yard.path("titles").path("en").asString()).isEqualTo("Yard A");
    assertThat(yard.path("titles").path("bo").asString()).isEqualTo("A院");
    assertThat(yard.path("level").asString()).isEqualTo("compound");
    assertThat(yard.path("parent").asString()).isEqualTo("D");
    JsonNode nameless =
        areas
            .valueStream()
            .filter(area -> area.path("area").asString().equals("D"))
            .findFirst()
            .orElseThrow();
    assertThat(nameless.path("titles").path("zh").asString()).isEqualTo("D");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reach=0 | reach",
        "reach=501 | reach",
        "reach=NaN | reach",
        "reach=1e999 | reach",
        "reach=25&reach=30 | reach",
        "zoneMin=2.5 | zoneMin",
        "duty=night | duty",
        "asOf=yesterday | asOf",
        "asOf=1999-01-01T00:00:00Z | asOf",
        "asOf=2026-05-31T00:00:00Z | asOf",
        "buildings=nothing | buildings",
        "buildings=notes | buildings",
        "visits=.. | visits",
        "communities=far | buildings",
        "colour=red | colour",
        "set=counted | set"
      })
  void whatStaffCannotAskIsRefusedByName(String query, String parameter) {
    requireRefusal(browser.getAsStaff(STAFF + "?" + query), parameter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reach=30 | reach",
        "window=31 | window",
        "interval=12 | interval",
        "watchedFrom=2026-06-01T00:00:00Z | watchedFrom",
        "asOf=2026-06-15T10:00:00Z | asOf",
        "asOf=2026-06-08T16:00:00Z | asOf",
        "asOf=2026-06-07T15:59:00Z | asOf",
        "buildings=houses | buildings",
        "communities=notes | communities",
        "trendDays=8 | trendDays"
      })
  void whatThePublicMayNotChooseIsRefusedByName(String query, String parameter) {
    requireRefusal(browser.get(PUBLIC + "?" + query), parameter);
  }

  private static void requireRefusal(Answer answer, String parameter) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("type").asString()).isEqualTo("/problems/invalid-parameter");
    assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
    assertThat(answer.text()).doesNotContain("NaN\":", "org.linli");
  }

  @Test
  void aPublicPresetAndAnEarlierDayMayBeChosen() {
    JsonNode result = everybody(PUBLIC + "?window=7&asOf=2026-06-06T16:00:00Z&duty=daily_patrol");
    assertThat(result.path("asOf").asString()).isEqualTo("2026-06-06T16:00:00Z");
    assertThat(result.path("parameters").path("window").asDouble()).isEqualTo(7);
    assertThat(result.path("self").asString())
        .startsWith("/api/analyses/patrol?")
        .contains("window=7", "asOf=2026-06-06T16%3A00%3A00Z", "duty=daily_patrol");
  }

  @Test
  void aRefusalSaysTheAllowedRange() {
    Answer answer =
        browser.get(
            STAFF + "?reach=9000", "Authorization", TestPortal.EDITOR, "Accept-Language", "en");
    assertThat(answer.json().path("detail").asString()).contains("9000").contains("1 – 500 m");
  }

  @Test
  void theApiDescriptionTellsEachAudienceWhatItMayAsk() {
    JsonNode open = everybody("/ogc/api?f=json&lang=en").path("paths");
    assertThat(open.has("/api/analyses/access")).isTrue();
    assertThat(open.has("/api/analyses/access/what-if")).isFalse();
    assertThat(open.has("/collections/green_access/items")).isTrue();
    assertThat(open.has("/collections/patrol_gaps/items")).isFalse();
    assertThat(named(open.path("/api/analyses/patrol").path("get").path("parameters")))
        .contains("asOf", "window", "duty")
        .doesNotContain("reach", "buildings");
    assertThat(named(open.path("/collections/green_access/items").path("get").path("parameters")))
        .contains("asOf", "distance", "class", "bbox")
        .doesNotHaveDuplicates();
    JsonNode document = staff("/staff/ogc/api?f=json&lang=en");
    assertThat(
            new OpenAPIV3Parser()
                .readContents(document.toString(), null, new ParseOptions())
                .getMessages())
        .isEmpty();
    JsonNode all = document.path("paths");
    assertThat(all.path("/api/analyses/patrol/what-if").has("post")).isTrue();
    assertThat(named(all.path("/collections/gap_zones/items").path("get").path("parameters")))
        .contains("reach", "buildings", "rank")
        .doesNotHaveDuplicates();
    assertThat(browser.getAsStaff("/staff/ogc/api?f=html&lang=en").text())
        .contains("POST ", "/api/analyses/patrol/what-if");
  }

  private static List<String> named(JsonNode parameters) {
    return parameters
        .valueStream()
        .map(p -> p.path("name").asString(p.path("$ref").asString("")))
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .toList();
  }

  @Test
  void anAnalysisThatIsNotThereIsNotFound() {
    assertThat(browser.get("/api/analyses/weather").status()).isEqualTo(404);
    assertThat(browser.getAsStaff(STAFF + "/metrics/nothing/rows").status()).isEqualTo(404);
    assertThat(browser.get("/api/analyses/weather").json().path("detail").asString())
        .contains("patrol, access, hazard, impact, equity");
  }
}
