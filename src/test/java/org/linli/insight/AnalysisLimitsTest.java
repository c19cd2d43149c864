package org.linli.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.LayerRole;
import org.linli.analysis.Parameter;
import org.linli.layer.BuiltInLayers;
import org.linli.testing.Browser;
import org.linli.testing.Browser.Answer;
import org.linli.testing.MemoryStore;
import org.linli.testing.TestPortal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Every parameter and every layer of every analysis given wrongly. They are taken from the
 * definitions, so that a new one is tried without being listed.
 */
@SpringBootTest(
    classes = {TestPortal.class, PatrolledTown.class},
    webEnvironment = WebEnvironment.RANDOM_PORT)
class AnalysisLimitsTest {
  /** Who plays the roles whose standard layer the town has not. */
  private static final Map<String, String> STAND_INS =
      Map.of("hazards", "posts", "projects", "ideas");

  /** Those whose layers tell no times: greens never do, and the town's one hazard does not. */
  private static final Set<String> TIMELESS = Set.of("access", "hazard");

  @LocalServerPort private int port;
  @Autowired private MemoryStore store;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  static Stream<AnalysisDefinition> all() {
    return AnalysisDefinitions.list().stream();
  }

  /** What is no value of a parameter. */
  private static List<String> faults(Parameter parameter) {
    List<String> texts = new ArrayList<>(List.of("", " "));
    switch (parameter.type()) {
      case NUMBER, WHOLE -> {
        texts.addAll(List.of("x", "NaN", "Infinity", "1e999", "0x10", "1,5", "null"));
        texts.add(Double.toString(parameter.least() - 1));
        texts.add(Double.toString(parameter.greatest() + 1));
        texts.add(Double.toString(Math.nextDown(parameter.least())));
        texts.add(Double.toString(Math.nextUp(parameter.greatest())));
        if (parameter.type() == Parameter.Type.WHOLE) {
          texts.add(Double.toString(parameter.least() + 0.5));
        }
      }
      case INSTANT ->
          texts.addAll(
              List.of("soon", "2026-06-01", "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z"));
      case CHOICE -> texts.add("nothing");
      case TEXT -> texts.add("x".repeat(Parameter.LONGEST_TEXT + 1));
      case PLACE -> texts.addAll(List.of("x", "1", "1,2,3", "181,0", "0,91", "NaN,0"));
    }
    return texts;
  }

  /** What a refusal says may be given. */
  private static String allowed(Parameter parameter) {
    return switch (parameter.type()) {
      case NUMBER, WHOLE -> plain(parameter.least()) + " – " + plain(parameter.greatest());
      case INSTANT -> "1900";
      case CHOICE -> parameter.options().get(0);
      case TEXT -> String.valueOf(Parameter.LONGEST_TEXT);
      case PLACE -> "-180 – 180";
    };
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private String address(AnalysisDefinition analysis, String name, String query) {
    StringBuilder address = new StringBuilder("/staff/api/analyses/" + analysis.id() + "?");
    for (LayerRole role : analysis.roles()) {
      if (!role.name().equals(name) && STAND_INS.containsKey(role.standard())) {
        address.append(role.name()).append('=').append(STAND_INS.get(role.standard())).append('&');
      }
    }
    return address.append(query).toString();
  }

  private Answer ask(String address) {
    return browser.get(address, "Authorization", TestPortal.EDITOR, "Accept-Language", "en");
  }

  private String refused(String address, String parameter) {
    Answer answer = ask(address);
    assertThat(answer.status()).as(address + "\n" + answer.text()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).as(address).isEqualTo("application/problem+json");
    assertThat(answer.json().path("parameter").asString()).as(address).isEqualTo(parameter);
    return answer.json().path("detail").asString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsNoValueOfAParameterIsRefusedWithWhatIs(AnalysisDefinition analysis) {
    for (Parameter parameter : analysis.parameters()) {
      String name = parameter.name();
      for (String text : faults(parameter)) {
        String address = address(analysis, name, name + "=" + encoded(text));
        assertThat(refused(address, name)).as(address).contains(allowed(parameter));
      }
      String twice = address(analysis, name, name + "=1&" + name + "=1");
      assertThat(refused(twice, name)).as(twice).contains("2 times");
    }
    refused(address(analysis, "", "colour=red"), "colour");
  }

  @ParameterizedTest
  @MethodSource("all")
  void aLayerThatCannotPlayItsRoleIsRefusedByTheRole(AnalysisDefinition analysis) {
    for (LayerRole role : analysis.roles()) {
      String name = role.name();
      for (String none : List.of("", "nothing", "..", "a%00", "x' OR 1=1")) {
        refused(address(analysis, name, name + "=" + encoded(none)), name);
      }
      refused(address(analysis, name, name + "=houses&" + name + "=houses"), name);
    }
  }

  /** Houses have places and none of the fields of the community. */
  @ParameterizedTest
  @MethodSource("all")
  void aLayerWithoutTheFieldsIsRefusedByNameOrChangesNothingIntoZero(AnalysisDefinition analysis) {
    for (LayerRole role : analysis.roles()) {
      for (String layer : List.of("houses", "notes")) {
        soundOrRefused(address(analysis, role.name(), role.name() + "=" + layer), role.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anEmptyLayerIsRefusedByItsRoleWhereItIsNeeded(AnalysisDefinition analysis) {
    for (LayerRole role : analysis.roles()) {
      String empty = "empty_" + role.standard();
      store.put(BuiltInLayers.find(role.standard()).orElseThrow().withId(empty), List.of());
      String address = address(analysis, role.name(), role.name() + "=" + empty);
      if (role.required()) {
        assertThat(refused(address, role.name())).contains("is empty", "import something");
      } else {
        soundOrRefused(address, role.name());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMomentBeforeAllRecordsIsRefusedWithTheFirstThatMayBe(AnalysisDefinition analysis) {
    String address = address(analysis, "asOf", "asOf=1900-01-01T00:00:00Z");
    if (TIMELESS.contains(analysis.id())) {
      assertThat(ask(address).status()).as(address).isEqualTo(200);
      soundOrRefused(address, "asOf");
    } else {
      assertThat(refused(address, "asOf")).contains("before all records", "on or after 20");
    }
  }

  /** A number that there is not has a reason, and is neither NaN nor there all the same. */
  private void soundOrRefused(String address, String parameter) {
    Answer answer = ask(address);
    if (answer.status() == 200) {
      assertThat(answer.text()).as(address).doesNotContain("NaN", "Infinity");
      answer.json().path("metrics").forEach(metric -> requireSound(address, metric));
    } else {
      // Buildings that do not say how often they are due need an interval in the request.
      boolean due = answer.json().path("parameter").asString().equals("interval");
      refused(address, due && parameter.equals("buildings") ? "interval" : parameter);
    }
  }

  private static void requireSound(String address, JsonNode metric) {
    String shown = address + "\n" + metric;
    JsonNode value = metric.path("value");
    assertThat(value.isNull() || value.isNumber()).as(shown).isTrue();
    assertThat(value.isNull()).as(shown).isEqualTo(metric.path("reason").hasNonNull("id"));
    if (metric.path("denominator").isNumber() && metric.path("denominator").asDouble() == 0) {
      assertThat(value.isNull()).as(shown).isTrue();
    }
  }
}
