package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** The projects pages on the demo community: what a resident finds there. */
@Needs(Tool.CHROMIUM)
class ProjectsTest {
  private static final ServedPortal PORTAL = ServedPortal.withDemo();

  /** An analysis is worked out when it is first asked for. */
  private static final double PATIENCE_MS = 20_000;

  private static final HasCountOptions WORKED_OUT = new HasCountOptions().setTimeout(PATIENCE_MS);

  /** The tyre garden, and a project that lapsed. */
  private static final String GARDEN = "/projects/LT-P005";

  private static final String LAPSED = "/projects/LT-P034";

  private static Visitor at(Visitor visitor, String path) {
    visitor.page().navigate(PORTAL.address(path));
    return visitor;
  }

  private static Visitor withSmallPhone() {
    return Visitor.with(PORTAL, Visitor.window(360, 740).setHasTouch(true).setIsMobile(true));
  }

  private static void assertQuiet(Visitor visitor) {
    assertThat(visitor.complaints()).isEmpty();
    assertThat(visitor.requests())
        .allMatch(url -> url.startsWith(PORTAL.origin()) || url.startsWith("blob:"));
  }

  @Test
  void aResidentReadsInTibetanWhoPaidForTheTyreGardenAndWhetherItLives() {
    try (Visitor visitor = at(withSmallPhone(), "/projects#v1&lang=bo")) {
      visitor.find("#project-search").fill("འཁོར་ལོ");
      assertThat(visitor.find(".project-card")).hasCount(1);
      visitor.find(".project-card a").click();
      assertThat(visitor.page()).hasURL(Pattern.compile(".*" + GARDEN + ".*"));
      assertThat(visitor.find("h1"))
          .hasText("ཁང་བརྩེགས་ཨང་63པའི་རྒྱབ་ཀྱི་འཁོར་ལོའི་མེ་ཏོག་ལྡུམ་ར།");
      assertThat(visitor.find("h1")).hasAttribute("lang", "bo");
      assertThat(visitor.find(".effect .verdict"))
          .hasText("བསྡུར་རུང་བའི་ས་ཆ་ལས་ཉུང་བ།", new HasTextOptions().setTimeout(PATIENCE_MS));
      Locator money = visitor.find(".money");
      assertThat(money.locator(".figure")).hasText("སྒོར་ 18,600");
      assertThat(money.locator(".money-parts dt"))
          .hasText(
              new String[] {
                "ཆ་སྒྲིག་ཞལ་འདེབས།",
                "ཁྱིམ་མཚེས་ཀྱི་མང་ཚོགས་མ་འདུས།",
                "ཞལ་འདེབས།",
                "དངོས་རྫས་དང་ངལ་རྩོལ།"
              });
      assertThat(money.locator(".money-parts dd"))
          .hasText(
              new String[] {"སྒོར་ 628034%", "སྒོར་ 628034%", "སྒོར་ 200011%", "སྒོར་ 404022%"});
      assertThat(visitor.find(".alive-said")).containsText("བཅོས་དགོས");
      assertThat(visitor.find(".alive-said")).containsText("2026 ལོའི་ཟླ་ 3 ཚེས་ 18");
      assertThat(visitor.find(".check-made")).hasCount(3);
      assertThat(visitor.find(".rating .figure")).hasText("4.8");
      assertNothingIsWider(visitor);
      visitor.find(".project .back").click();
      assertThat(visitor.find("#project-search")).hasValue("འཁོར་ལོ");
      assertThat(visitor.find(".project-card")).hasCount(1);
      assertQuiet(visitor);
    }
  }

  private static void assertNothingIsWider(Visitor visitor) {
    assertThat(visitor.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
  }

  @Test
  void theChoiceCountsStandsInTheAddressAndIsTheSameInAnotherWindow() {
    try (Visitor visitor = at(Visitor.atDesk(PORTAL), "/projects#v1&lang=en");
        Visitor other = Visitor.atDesk(PORTAL)) {
      assertThat(visitor.find(".found")).hasText("506 projects");
      visitor.find("label[class=check]:has(#kinds-greening)").click();
      visitor.find("label[class=check]:has(#stages-lapsed)").click();
      Object there =
          visitor
              .page()
              .evaluate(
                  "fetch('/ogc/collections/projects/items?limit=1&kind=greening&status=lapsed')"
                      + ".then(answer => answer.json()).then(page => page.numberMatched)");
      assertThat(visitor.find(".found")).hasText(there + " projects (of 506)");
      assertThat(visitor.page()).hasURL(Pattern.compile(".*kind=greening&stage=lapsed.*"));
      List<String> cards = visitor.find(".project-card h3").allTextContents();
      assertThat(cards).isNotEmpty();
      other.page().navigate(visitor.page().url());
      assertThat(other.find(".project-card h3")).hasText(cards.toArray(String[]::new));
      visitor.find(".filters .clear").click();
      assertThat(visitor.find(".found")).hasText("506 projects");
      assertQuiet(visitor);
    }
  }

  @Test
  void theListGrowsAsItIsReadAndEveryCardLeadsToItsProject() {
    try (Visitor visitor = at(Visitor.atDesk(PORTAL), "/projects#v1&lang=en")) {
      assertThat(visitor.find(".found")).hasText("506 projects");
      int first = visitor.find(".project-card").count();
      assertThat(first).isLessThan(506);
      visitor.find(".more-cards").scrollIntoViewIfNeeded();
      assertThat(visitor.find(".project-card").nth(first)).isAttached();
      Locator card = visitor.find(".project-card").nth(3);
      String code = card.getAttribute("data-code");
      String title = card.locator("h3").textContent();
      card.click();
      assertThat(visitor.find("h1")).hasText(title);
      assertThat(visitor.page()).hasURL(Pattern.compile(".*/projects/" + code + "(#.*)?"));
      visitor.page().goBack();
      assertThat(visitor.find(".project-card.pointed")).hasAttribute("data-code", code);
    }
  }

  @Test
  void whereTheReaderIsIsAskedForOnlyWhenTheyWantTheNearest() {
    var window = Visitor.window(390, 844).setGeolocation(new Geolocation(37.43190, 118.67090));
    try (Visitor visitor =
        at(Visitor.with(PORTAL, window.setPermissions(List.of("geolocation"))), "/projects")) {
      visitor
          .page()
          .evaluate(
              "window.asked = 0; const real = navigator.geolocation.getCurrentPosition;"
                  + " navigator.geolocation.getCurrentPosition = function (...given) { window.asked++;"
                  + " return real.apply(navigator.geolocation, given); }; 0");
      assertThat(visitor.find(".project-card").first()).isVisible();
      assertThat(visitor.page().evaluate("window.asked")).isEqualTo(0);
      visitor.find(".near").click();
      assertThat(visitor.find(".project-card").first()).hasAttribute("data-code", "LT-P005");
      assertThat(visitor.page().evaluate("window.asked")).isEqualTo(1);
      assertThat(visitor.page().url()).contains("sort=near").doesNotContain("37.43");
      assertThat(visitor.requests()).noneMatch(url -> url.contains("37.4319"));
    }
  }

  @Test
  void whatLapsedIsToldWithItsReasonAndNoPromise() {
    try (Visitor visitor = at(Visitor.withPhone(PORTAL), LAPSED + "#v1&lang=en")) {
      assertThat(visitor.find(".alive-said")).containsText("lapsed");
      assertThat(visitor.find(".stage.now")).containsText("并入小区整体改造");
      assertThat(visitor.find(".stage.ahead")).hasCount(0);
      assertThat(visitor.find(".money")).containsText("what it was to cost");
      assertThat(visitor.find(".effect")).hasCount(0);
      assertThat(visitor.find(".rating")).hasCount(0);
      assertQuiet(visitor);
    }
  }

  @Test
  void aProjectThatIsNotThereSaysSoAndLeadsOn() {
    try (Visitor visitor = at(Visitor.withPhone(PORTAL), "/projects#v1&lang=en")) {
      visitor
          .page()
          .route("**/items/LT-P005", route -> route.fulfill(new FulfillOptions().setStatus(404)));
      visitor.find("#project-search").fill("tyre garden");
      assertThat(visitor.find(".project-card")).hasCount(1);
      visitor.find(".project-card a").click();
      assertThat(visitor.find("[role=alert]")).containsText("no such project");
      visitor.find(".project .back").click();
      assertThat(visitor.find(".project-card")).hasCount(1);
    }
  }

  @Test
  void theCommunitiesWithNothingAreNamedAndTheSharingIsToldInWords() {
    try (Visitor visitor = at(Visitor.atDesk(PORTAL), "/projects#v1&lang=zh&show=shares")) {
      assertThat(visitor.find(".left-list li")).hasCount(1, WORKED_OUT);
      assertThat(visitor.find(".left-list li")).containsText("北苇小区");
      assertThat(visitor.find(".plain-words"))
          .hasText(Pattern.compile("得到最少的一半居民，一共得到 \\d+%；得到最多的十分之一居民，得到 \\d+%。"));
      assertThat(visitor.find(".curve canvas")).hasCount(1);
      visitor.find(".curve .chart-flip").click();
      assertThat(visitor.find(".curve .chart-table tbody tr")).hasCount(11);
      visitor.find(".left-list a").click();
      assertThat(visitor.page()).hasURL(Pattern.compile(".*/projects#v1&area=LT39.*"));
      assertThat(visitor.find(".nothing")).isVisible();
      assertQuiet(visitor);
    }
  }

  @Test
  void theGardenIsFoundByKeysAloneAndItsPicturesCompared() {
    try (Visitor visitor = at(Visitor.atDesk(PORTAL), "/projects#v1&lang=en")) {
      Keyboard keys = visitor.page().keyboard();
      visitor.find("#project-search").focus();
      keys.type("tyre garden");
      assertThat(visitor.find(".project-card")).hasCount(1);
      for (int i = 0; i < 60 && !isFocused(visitor, "whole-card"); i++) {
        keys.press("Tab");
      }
      keys.press("Enter");
      assertThat(visitor.find("h1")).isFocused();
      for (int i = 0; i < 10 && !isFocused(visitor, "picture-slider"); i++) {
        keys.press("Tab");
      }
      keys.press("Home");
      assertThat(visitor.find(".picture-slider"))
          .hasAttribute("aria-valuetext", "0% from the left is before");
      keys.press("End");
      assertThat(visitor.find(".pictures")).hasAttribute("style", Pattern.compile("--edge: 100%"));
    }
  }

  private static boolean isFocused(Visitor visitor, String className) {
    return Boolean.TRUE.equals(
        visitor
            .page()
            .evaluate("name => document.activeElement.classList.contains(name)", className));
  }
}
