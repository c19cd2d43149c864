package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** The data pages as staff see them: with what is for staff alone, marked as such. */
@Needs(Tool.CHROMIUM)
class StaffDataTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();
  private static final String VISITS = "/data/visits#v1&lang=en";
  private static final String MARK = ".staff-only";

  private static Visitor at(Visitor visitor, String path) {
    visitor.page().navigate(PORTAL.address(path));
    return visitor;
  }

  @Test
  void staffFindTheirLayersInTheCatalogueAndTheyAreMarked() {
    try (Visitor visitor = at(Visitor.atDesk(PORTAL).asStaff(), "/data#v1&lang=en")) {
      assertThat(visitor.find(".dataset:has(a[href='/data/visits']) " + MARK))
          .hasText("Staff only");
      assertThat(visitor.find(".dataset:has(a[href='/data/projects']) " + MARK)).hasCount(0);
    }
    try (Visitor visitor = at(Visitor.atDesk(PORTAL), "/data#v1&lang=en")) {
      assertThat(visitor.find(".dataset").first()).isVisible();
      assertThat(visitor.find(".dataset a[href='/data/visits'], " + MARK)).hasCount(0);
    }
  }

  @Test
  void staffTakeALayerOfTheirsFromItsStaffAddress(@TempDir Path folder) throws IOException {
    try (Visitor visitor = at(Visitor.atDesk(PORTAL).asStaff(), VISITS)) {
      assertThat(visitor.find(".dataset-head " + MARK)).isVisible();
      assertThat(visitor.find(".export .of-staff")).containsText("do not publish");
      assertThat(visitor.find(".count-now strong")).hasText(Pattern.compile("[\\d,]+ features"));
      assertThat(visitor.find(".copy-box code").first())
          .containsText("/staff/ogc/collections/visits");
      assertThat(visitor.find(".commands code").first()).containsText("curl --user NAME");
      visitor.find("#pick-format").selectOption("csv");
      assertThat(visitor.find(".download"))
          .hasAttribute("href", Pattern.compile("/staff/data/visits\\.csv.*"));
      Download download = visitor.page().waitForDownload(() -> visitor.find(".download").click());
      Path file = folder.resolve("visits.csv");
      download.saveAs(file);
      assertThat(Files.readString(file)).contains("building_code");
      // The page's own status: the public's address has no such dataset, whoever asks.
      assertThat(visitor.complaints()).allMatch(said -> said.contains("404"));
    }
  }

  @Test
  void staffFilterByAFieldOfTheirsOnMapAndTable() {
    String path = "/data/buildings#v1&lang=en&where=residents~200..";
    try (Visitor visitor = at(Visitor.atDesk(PORTAL).asStaff(), path)) {
      assertThat(visitor.find(".count-now strong")).hasText(Pattern.compile("\\d+ features"));
      assertThat(visitor.find(".preview th:has-text('Residents')")).isVisible();
      assertThat(visitor.find(".dictionary tr:has(code:text-is('residents')) " + MARK)).isVisible();
      assertThat(visitor.find(".builder-map .plan")).hasAttribute("aria-busy", "false");
      assertThat(visitor.requests())
          .anyMatch(url -> url.contains("/staff/ogc/collections/buildings/tiles/"))
          .noneMatch(
              url ->
                  url.contains("/tiles/") && url.contains("residents") && !url.contains("/staff/"));
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void theSameAddressTellsEverybodyElseNothingAndLetsStaffIn() {
    try (Visitor visitor = Visitor.atDesk(PORTAL)) {
      String oneTime = visitor.staff().make("yang", "viewer");
      at(visitor, VISITS);
      assertThat(visitor.find("main [role=alert]")).containsText("it is not public");
      visitor.find("main [role=alert] button").click();
      visitor.enter("yang", oneTime, "a path through willows");
      assertThat(visitor.find(".dataset-head h1")).isVisible();
      assertThat(visitor.find(".dataset-head " + MARK)).isVisible();
    }
  }

  @Test
  void whenTheSessionEndsTheChoiceStaysAndWhatIsPublicIsShown() {
    try (Visitor visitor = at(Visitor.atDesk(PORTAL).asStaff(), "/data/projects#v1&lang=en")) {
      Locator count = visitor.find(".count-now strong");
      assertThat(count).hasText(Pattern.compile("\\d+ features?"));
      String all = count.textContent();
      visitor.find("#add-condition").selectOption("title");
      visitor.find(".condition-input input").fill("garden");
      assertThat(count).not().hasText(all);
      visitor.staff().leave();
      visitor.find("#add-condition").selectOption("status");
      assertThat(visitor.find("main > .trouble")).containsText("Your session has ended");
      assertThat(visitor.find(".condition-input input[type=text]")).hasValue("garden");
      assertThat(visitor.find(".count-now strong")).hasText(Pattern.compile("\\d+ features?"));
      assertThat(visitor.find(".download"))
          .hasAttribute("href", Pattern.compile("^/data/projects.*"));
    }
  }
}
