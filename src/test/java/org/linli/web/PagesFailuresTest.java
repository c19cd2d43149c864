package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** What fails on the projects and data pages is told with a way on, and nothing typed is lost. */
@Needs(Tool.CHROMIUM)
class PagesFailuresTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();
  private static final Consumer<Route> WORKS = Route::fallback;
  private static final Consumer<Route> SILENT = Route::abort;
  private static final String GARDEN = "/projects/LT-P005#v1&lang=en";
  private static final String FILTERED = "/data/projects#v1&lang=en&where=title~*garden";
  private static final String TYPED = ".condition-input input";

  private final AtomicReference<Consumer<Route>> way = new AtomicReference<>(WORKS);
  private Visitor visitor;

  @BeforeEach
  void open() {
    visitor = Visitor.atDesk(PORTAL);
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  private Locator find(String selector) {
    return visitor.find(selector);
  }

  private void go(String path) {
    visitor.page().navigate(PORTAL.address(path));
  }

  /** Tiles are asked for by a worker, which only the window's routes reach. */
  private void stand(String addresses, Consumer<Route> first) {
    way.set(first);
    visitor.page().context().route(addresses, route -> way.get().accept(route));
  }

  private static Consumer<Route> answering(int status, String detail) {
    return route ->
        route.fulfill(
            new FulfillOptions()
                .setStatus(status)
                .setContentType("application/problem+json")
                .setBody("{\"detail\": \"" + detail + "\"}"));
  }

  @Test
  void projectsThatDoNotComeAreToldAndComeWithTheWordsThatWereTypedMeanwhile() {
    stand("**/projects/items*", SILENT);
    go("/projects#v1&lang=en");
    assertThat(find(".project-body [role=alert]")).containsText("could not be loaded");
    find("#project-search").fill("tyre garden");
    way.set(WORKS);
    find(".project-body [role=alert] button").click();
    assertThat(find(".project-card")).hasCount(1);
    assertThat(find("#project-search")).hasValue("tyre garden");
  }

  @Test
  void tilesThatDoNotComeAreToldOnTheMapOfAPageAndComeOnRequest() {
    stand("**/tiles/**", SILENT);
    go("/projects#v1&lang=en");
    assertThat(find(".project-map .map-trouble")).containsText("Trying again");
    assertThat(find(".project-card").first()).isVisible();
    way.set(WORKS);
    find(".map-trouble button").click();
    assertThat(find(".map-trouble p")).hasCount(0);
    assertThat(find(".project-map .plan")).hasAttribute("aria-busy", "false");
  }

  @Test
  void aLayerThatIsGoneWhileItIsFilteredIsToldOnMapAndTableAndTheFilterStays() {
    stand("**/collections/projects/**", WORKS);
    go(FILTERED);
    assertThat(find(".count-now strong")).isVisible();
    way.set(answering(404, "There is no layer «projects» any more."));
    find(TYPED).fill("gardens");
    assertThat(find(".preview [role=alert]")).containsText("no layer «projects» any more");
    assertThat(find(".builder-map .map-trouble")).containsText("“Projects” is gone");
    assertThat(find(TYPED)).hasValue("gardens");
    assertThat(visitor.page()).hasURL(Pattern.compile(".*gardens.*"));
    way.set(WORKS);
    find(".map-trouble button").click();
    assertThat(find(TYPED)).hasValue("gardens");
    assertThat(find(".preview [role=alert], .map-trouble p")).hasCount(0);
    assertThat(find(".count-now strong")).isVisible();
  }

  @Test
  void aServerThatGoesAwayUnderAFilterIsAskedAgainWithAllOfIt() {
    stand("**/projects/items*", WORKS);
    go(FILTERED);
    assertThat(find(".count-now strong")).isVisible();
    way.set(SILENT);
    find(TYPED).fill("轮胎花园");
    assertThat(find(".preview [role=alert]")).isVisible();
    way.set(WORKS);
    find(".preview [role=alert] button").click();
    assertThat(find(".preview tbody tr")).hasCount(1);
    assertThat(find(TYPED)).hasValue("轮胎花园");
  }

  @Test
  void theCatalogueIsAskedAgainWithTheWordsThatWereTyped() {
    stand("**/api/datasets?*", WORKS);
    go("/data#v1&lang=en");
    assertThat(find(".dataset").first()).isVisible();
    way.set(SILENT);
    find("#dataset-search").fill("hazards");
    assertThat(find(".datasets [role=alert]")).isVisible();
    way.set(WORKS);
    find(".datasets [role=alert] button").click();
    assertThat(find(".dataset h3").first()).hasText("Hazards");
    assertThat(find("#dataset-search")).hasValue("hazards");
  }

  @Test
  void anAnalysisThatIsRefusedLeavesTheProjectAndIsToldInTheServersWords() {
    stand("**/project_impact/items/**", answering(422, "The day is before the first project."));
    go(GARDEN);
    assertThat(find(".project-main [role=alert]")).containsText("The day is before");
    assertThat(find(".money .figure")).hasText("¥18,600");
    way.set(WORKS);
    find(".project-main [role=alert] button").click();
    assertThat(find(".effect .verdict")).isVisible();
    assertThat(find(".project-main [role=alert]")).hasCount(0);
  }

  @Test
  void howItIsSharedIsToldNotToBeKnownAndAskedForAgain() {
    stand("**/api/analyses/equity*", answering(400, "There are no communities."));
    go("/projects#v1&lang=en&show=shares");
    assertThat(find(".shares [role=alert]")).containsText("There are no communities.");
    way.set(WORKS);
    find(".shares [role=alert] button").click();
    assertThat(find(".plain-words")).isVisible();
  }

  @Test
  void whenTheSessionEndsAProjectSaysSoAndShowsWhatEverybodySees() {
    visitor.asStaff();
    go("/projects#v1&lang=en");
    find("#project-search").fill("tyre garden");
    assertThat(find(".project-card")).hasCount(1);
    visitor.staff().leave();
    find(".project-card a").click();
    assertThat(find("main > .trouble")).containsText("Your session has ended");
    assertThat(find(".effect .verdict")).isVisible();
    find(".project .back").click();
    assertThat(find("#project-search")).hasValue("tyre garden");
  }

  @Test
  void aPageWhoseCodeDoesNotComeIsToldAndOpenedOnRequest() {
    stand("**/js/pages/data.js", SILENT);
    go("/projects#v1&lang=en");
    assertThat(find(".project-card").first()).isVisible();
    find(".pages a[href^='/data']").click();
    assertThat(find("#page [role=alert]")).isVisible();
    way.set(WORKS);
    find("#page [role=alert] button").click();
    assertThat(find(".dataset").first()).isVisible();
  }

  /** The browser itself says what it could not load; the page has no fault of its own to tell. */
  @Test
  void aPageThatIsGoneToWithoutANetworkIsToldCalmlyAndOpenedOnceItIsBack() {
    go("/projects#v1&lang=en");
    find("#project-search").fill("tyre garden");
    assertThat(find(".project-card")).hasCount(1);
    visitor.page().context().setOffline(true);
    find(".pages a[href^='/data']").click();
    assertThat(find("#page [role=alert] h2")).hasText("This page did not open");
    find("#page [role=alert] button").click();
    assertThat(find("#page [role=alert] h2")).hasText("This page did not open");
    visitor.page().context().setOffline(false);
    find("#page [role=alert] button").click();
    assertThat(find(".dataset").first()).isVisible();
    visitor.page().goBack();
    assertThat(find("#project-search")).hasValue("tyre garden");
    assertThat(visitor.complaints()).allMatch(said -> said.contains("Failed to load resource"));
  }

  @Test
  void aLanguageThatDoesNotComeLeavesThePageAsItIsAndSaysSo() {
    go("/projects#v1&lang=en");
    find("#project-search").fill("tyre garden");
    assertThat(find(".project-card")).hasCount(1);
    visitor.page().context().setOffline(true);
    find("[data-language=bo]").click();
    assertThat(find(".no-words")).containsText("Choose it again");
    assertThat(find("html")).hasAttribute("lang", "en");
    assertThat(find("[data-language=en]")).hasAttribute("aria-pressed", "true");
    assertThat(find("#project-search")).hasValue("tyre garden");
    visitor.page().context().setOffline(false);
    find("[data-language=bo]").click();
    assertThat(find("html")).hasAttribute("lang", "bo");
    assertThat(find(".no-words")).hasCount(0);
    assertThat(visitor.complaints()).allMatch(said -> said.contains("Failed to load resource"));
  }

  @Test
  void aBrowserThatKeepsNothingStillShowsBothPages() {
    visitor
        .page()
        .addInitScript(
            "for (const name of ['localStorage', 'sessionStorage']) {"
                + " Object.defineProperty(window, name, { get() { throw new Error('no'); } }); }");
    go("/projects#v1&lang=bo");
    assertThat(find(".project-card").first()).isVisible();
    find("[data-language=en]").click();
    find(".pages a[href^='/data']").click();
    assertThat(find(".dataset h3").first()).hasText("Communities");
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void aDeadLinkIsToldByThePageAndLeadsToAllProjects() {
    go("/projects/NO-SUCH#v1&lang=en");
    assertThat(find(".project [role=alert]")).containsText("no such project");
    find(".project .back").click();
    assertThat(find(".project-card").first()).isVisible();
    assertThat(visitor.complaints()).allMatch(said -> said.contains("404"));
  }
}
