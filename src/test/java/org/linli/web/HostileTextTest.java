package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Data that would be markup, in every text field at once: it is shown as it is, and does nothing.
 */
@Needs(Tool.CHROMIUM)
class HostileTextTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();
  private static final String HARM = "<img src=x onerror='window.harmed = true'><b>44</b>";

  /** What a text means to the program: an address or a name of its own, no text of anybody's. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "id",
          "type",
          "geometry",
          "href",
          "rel",
          "url",
          "page",
          "format",
          "formats",
          "name",
          "mediaType",
          "items",
          "landing",
          "collection",
          "tiles",
          "state",
          "every",
          "updatedAt",
          "dueAt",
          "overdueAt",
          "period",
          "styleField",
          "nameField",
          "colour",
          "tool",
          "audience",
          "updateEvery",
          "asOf",
          "language");

  /** {@code layer/code} of a feature of each layer of the map. */
  private static final String FIRST_OF_EACH_LAYER =
      """
      async () => {
        const json = async (path) => (await fetch(path)).json();
        const layers = (await json('/api/layers')).filter(({ geometry }) => geometry !== 'none');
        const first = async ({ id }) => (await json(`/ogc/collections/${id}/items?limit=1`)).features[0]?.id;
        const codes = await Promise.all(layers.map(first));
        return layers.flatMap(({ id }, i) => (codes[i] ? [`${id}/${encodeURIComponent(codes[i])}`] : []));
      }
      """;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The names of all fields that hold dates, which no text can be in. */
  private static boolean isDate(String name) {
    return name.endsWith("_at") || name.equals("timeStamp");
  }

  private static void spoil(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : new TreeSet<>(object.propertyNames())) {
        JsonNode value = object.get(name);
        if (value.isString() && !NO_TEXT.contains(name) && !isDate(name)) {
          object.put(name, HARM);
        } else if (!NO_TEXT.contains(name) || name.equals("properties")) {
          spoil(value);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(HostileTextTest::spoil);
    }
  }

  private static String spoil(String answer) {
    JsonNode document = JSON.readTree(answer);
    spoil(document);
    return document.toString();
  }

  private static Visitor spoilt() {
    Visitor visitor = Visitor.atDesk(PORTAL);
    for (String pattern :
        new String[] {
          "**/items/*", "**/items?*", "**/api/datasets", "**/api/datasets/*", "**/api/layers"
        }) {
      visitor.alter(pattern, HostileTextTest::spoil);
    }
    return visitor;
  }

  private static void assertHarmless(Visitor visitor) {
    assertHarmlessToStaff(visitor);
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void projectsShowMarkupAsText() {
    try (Visitor visitor = spoilt()) {
      visitor.page().navigate(PORTAL.address("/projects#v1&lang=en"));
      assertThat(visitor.find(".project-card h3").first()).hasText(HARM);
      assertHarmless(visitor);
      visitor.find(".project-card a").first().click();
      assertThat(visitor.find("h1")).hasText(HARM);
      assertThat(visitor.find(".project-story p").first()).hasText(HARM);
      assertHarmless(visitor);
    }
  }

  @Test
  void datasetsShowMarkupAsText() {
    try (Visitor visitor = spoilt()) {
      visitor.page().navigate(PORTAL.address("/data#v1&lang=en"));
      assertThat(visitor.find(".dataset h3").first()).hasText(HARM);
      assertHarmless(visitor);
      visitor.page().navigate(PORTAL.address("/data/projects#v1&lang=en"));
      assertThat(visitor.find(".dataset-page h1")).hasText(HARM);
      assertThat(visitor.find(".preview td").first()).hasText(HARM);
      assertHarmless(visitor);
    }
  }

  /** The public's layers and those of staff, each with all its fields. */
  @Test
  void everyFieldOfEveryLayerShowsMarkupAsText() {
    try (Visitor visitor = spoilt().asStaff()) {
      visitor.page().navigate(PORTAL.address("/data#v1&lang=en"));
      assertThat(visitor.find(".dataset h3").first()).hasText(HARM);
      List<String> addresses =
          visitor.find(".dataset h3 a").all().stream().map(a -> a.getAttribute("href")).toList();
      assertThat(addresses).hasSizeGreaterThan(9).contains("/data/visits", "/data/buildings");
      for (String address : addresses) {
        visitor.page().navigate(PORTAL.address(address + "#v1&lang=en"));
        assertThat(visitor.find(".dataset-page h1")).hasText(HARM);
        assertThat(visitor.find(".preview table, .preview .nothing").first()).isVisible();
        assertThat(visitor.find(".dictionary tbody th").first()).containsText(HARM);
        assertHarmlessToStaff(visitor);
      }
    }
  }

  @Test
  void everyFieldOfEveryLayerIsTextOnItsCardOnTheMapToo() {
    try (Visitor visitor = spoilt()) {
      visitor.page().navigate(PORTAL.address("/data#v1"));
      List<?> cards = (List<?>) visitor.page().evaluate(FIRST_OF_EACH_LAYER);
      assertThat(cards).hasSizeGreaterThan(5);
      for (Object card : cards) {
        visitor.page().navigate("about:blank");
        visitor.page().navigate(PORTAL.address("/#v1&lang=en&feature=" + card));
        assertThat(visitor.find(".card .eyebrow")).containsText(HARM);
        assertThat(visitor.find(".card-body")).containsText(HARM);
        assertHarmless(visitor);
      }
    }
  }

  /**
   * A staff layer's page is one that the public's address does not know: its own status says so.
   */
  private static void assertHarmlessToStaff(Visitor visitor) {
    assertThat(visitor.find("img[src=x], main b")).hasCount(0);
    assertThat(visitor.page().evaluate("window.harmed === undefined")).isEqualTo(true);
    assertThat(visitor.requests()).noneMatch(url -> url.endsWith("/x"));
    assertThat(visitor.complaints()).allMatch(said -> said.contains("status of 404"));
  }
}
