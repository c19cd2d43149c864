package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** What of WCAG a machine can check on the projects, data and accounts pages, in every language. */
@Needs(Tool.CHROMIUM)
class PagesAccessibilityTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();
  private static final double PATIENCE_MS = 20_000;
  private static final List<String> GRAVE = List.of("serious", "critical");

  @ParameterizedTest
  @CsvSource({"zh, light, 1440", "en, dark, 1440", "bo, light, 390"})
  void nothingGraveStandsInAnybodysWay(String language, String theme, int width) {
    try (Visitor visitor = Visitor.with(PORTAL, Visitor.window(width, 900))) {
      String look = "lang=" + language + "&theme=" + theme;
      check(visitor, "/projects#v1&kind=greening&" + look, ".project-card >> nth=0");
      check(visitor, "/projects#v1&show=shares&" + look, ".plain-words");
      check(visitor, "/projects/LT-P005#v1&" + look, ".effect .verdict");
      check(visitor, "/data#v1&" + look, ".dataset >> nth=0");
      check(
          visitor, "/data/projects#v1&where=kind%3Dgreening%3Bcost~1..&" + look, ".preview table");
      check(visitor, "/accounts#v1&" + look, "main .strong");
      String asked = "f=html&lang=" + language;
      check(visitor, "/releases?" + asked, "main h1");
      check(visitor, "/ogc?" + asked, "main h1");
      check(visitor, "/ogc/collections/projects/items?limit=5&" + asked, "main table");
      visitor.asStaff();
      check(visitor, "/accounts#v1&" + look, ".account-list tbody tr >> nth=0");
      check(visitor, "/data#v1&" + look, ".staff-only >> nth=0");
      check(visitor, "/data/visits#v1&" + look, ".preview table");
    }
  }

  private static void check(Visitor visitor, String path, String awaited) {
    Page page = visitor.page();
    page.navigate("about:blank");
    page.navigate(PORTAL.address(path));
    assertThat(visitor.find(awaited)).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MS));
    List<String> faults =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(PagesAccessibilityTest::tell)
                .toList();
    assertThat(faults).as(path).isEmpty();
  }

  private static String tell(Rule rule) {
    return rule.getId() + ": " + rule.getNodes();
  }
}
