package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/**
 * The coverage page when something fails or is meant to harm, in every language, on small windows.
 */
@Needs(Tool.CHROMIUM)
class CoverageStatesTest {
  private static final List<String> GRAVE = List.of("serious", "critical");

  private static final String ALL_CHOICES_IN_SIGHT =
      "[...document.querySelectorAll('.controls *')]"
          + ".every(part => part.getBoundingClientRect().right <= innerWidth)";

  private Visitor visitor;

  @BeforeEach
  void open() {
    visitor = Visitor.atDesk(ServedPortal.withDemo());
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  private static List<String> graveFaults(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> GRAVE.contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }

  @ParameterizedTest
  @CsvSource({"zh, light, patrol", "en, dark, hazard", "bo, light, access"})
  void nothingGraveStandsInAnybodysWay(String language, String theme, String lens) {
    visitor.asStaff();
    visitor.open("/coverage#v1&lang=" + language + "&theme=" + theme + "&lens=" + lens);
    assertThat(visitor.find(".worst-row").first()).isVisible();
    assertThat(visitor.find(".worst")).hasAttribute("aria-busy", "false");
    assertThat(graveFaults(visitor.page())).isEmpty();
    visitor.find(".about").first().click();
    assertThat(visitor.find("dialog")).isVisible();
    assertThat(graveFaults(visitor.page())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"zh", "en", "bo"})
  void aNarrowPhoneShowsTheNumbersFirstAndNothingBeyondItsEdge(String language) {
    try (Visitor phone = Visitor.with(ServedPortal.withDemo(), Visitor.window(360, 640))) {
      phone.asStaff().open("/coverage#v1&lang=" + language);
      assertThat(phone.find(".worst-row").first()).isVisible();
      assertThat(phone.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      assertThat(phone.page().evaluate(ALL_CHOICES_IN_SIGHT)).isEqualTo(true);
      assertThat(phone.find(".map-frame").boundingBox().y).isLessThan(640);
    }
  }

  @Test
  void theShapeOfTheNumbersIsThereBeforeTheyAre() {
    List<Route> held = new ArrayList<>();
    visitor.page().route("**/api/analyses/patrol?*", held::add);
    visitor.page().navigate(ServedPortal.withDemo().address("/coverage"));
    assertThat(visitor.find(".headline .awaited")).hasCount(5);
    assertThat(visitor.find(".headline .awaited").first()).isVisible();
    assertThat(visitor.find(".coverage-charts")).isAttached();
    assertThat(visitor.find(".headline .awaited")).hasCount(5);
    visitor.page().unroute("**/api/analyses/patrol?*");
    held.forEach(Route::resume);
    assertThat(visitor.find("[data-metric='duty.kept']")).isVisible();
    assertThat(visitor.find(".headline .awaited")).hasCount(0);
  }

  @Test
  void noClassOfTheLegendIsEverWithoutItsColour() {
    String oneTime = visitor.staff().make("painter", "viewer");
    visitor.open("/coverage");
    assertThat(visitor.find(".map-legend .chip").first()).isVisible();
    visitor
        .page()
        .evaluate(
            "new MutationObserver(() => document.querySelectorAll('.map-legend .chip').forEach("
                + "chip => chip.querySelector('svg') || (window.bare = chip.textContent)))"
                + ".observe(document.body, { childList: true, subtree: true })");
    for (String choice : List.of("by-square", "by-area", "lens-access", "lens-hazard")) {
      visitor.find("[data-key=" + choice + "]").check();
      assertThat(visitor.find(".map-legend .chip").first()).isVisible();
    }
    visitor.find(".staff-mark").click();
    visitor.enter("painter", oneTime, "colours all day");
    assertThat(visitor.find(".public-note")).hasCount(0);
    visitor.find("[data-key=lens-patrol]").check();
    assertThat(visitor.find("[data-metric='gap.person_days']")).isVisible();
    assertThat(visitor.page().evaluate("window.bare")).isNull();
  }

  @Test
  void aServerThatIsGoneIsToldAndAskedAgainWithTheChoicesKept() {
    AtomicBoolean isGone = new AtomicBoolean(true);
    visitor
        .page()
        .route(
            "**/api/analyses/access*",
            route -> {
              if (isGone.get()) {
                route.abort();
              } else {
                route.resume();
              }
            });
    visitor.page().navigate(ServedPortal.withDemo().address("/coverage#v1&lens=access&reach=500"));
    assertThat(visitor.find(".coverage-notices [role=alert]")).containsText("没有得到回应");
    isGone.set(false);
    visitor.find(".coverage-notices [role=alert] button").click();
    assertThat(visitor.find("[data-metric='access.share']")).isVisible();
    assertThat(visitor.address()).contains("reach=500");
  }

  @Test
  void aRefusalIsToldInTheServersWordsWithTheWayBack() {
    visitor
        .page()
        .navigate(ServedPortal.withDemo().address("/coverage#v1&asof=2026-06-14T16:00:00Z"));
    assertThat(visitor.find(".coverage-notices [role=alert]")).containsText("至少七天前");
    assertThat(visitor.find(".headline")).isHidden();
    assertThat(visitor.find(".coverage-side")).isHidden();
    visitor.find(".coverage-notices [role=alert] button:has-text('恢复默认')").click();
    assertThat(visitor.find("[data-metric='duty.kept']")).isVisible();
  }

  @Test
  void aSessionThatEndsLeavesThePublicViewAndWhatWasDrawn() {
    AtomicBoolean isOver = new AtomicBoolean(false);
    visitor
        .page()
        .context()
        .route(
            "**/staff/**",
            route -> {
              if (isOver.get()) {
                route.fulfill(new FulfillOptions().setStatus(401).setBody("{}"));
              } else {
                route.resume();
              }
            });
    String oneTime = visitor.staff().make("walker", "viewer");
    visitor.open("/coverage");
    visitor.find(".staff-mark").click();
    visitor.enter("walker", oneTime, "draws before lunch");
    assertThat(visitor.find("[data-metric='gap.person_days']")).isVisible();
    visitor.find("#tab-what-if").click();
    visitor.find("[data-tool=patrol]").click();
    visitor.find(".add-point").click();
    isOver.set(true);
    visitor.find("#asof").fill("10");
    assertThat(visitor.find(".coverage-notices [role=alert]").first()).containsText("登录已过期");
    assertThat(visitor.find("[data-metric='gap.person_days']")).hasCount(0);
    assertThat(visitor.find("[data-metric='duty.kept']")).isVisible();
    visitor.untilDrawn();
    assertThat(visitor.find(".coverage-notices [role=alert]")).hasCount(1);
    assertThat(visitor.find(".draft-handle")).hasCount(1);
    isOver.set(false);
    visitor.find(".coverage-notices [role=alert] button").click();
    visitor.find("#staff-name").fill("walker");
    visitor.find("#staff-password").fill("draws before lunch");
    visitor.find("dialog [type=submit]").click();
    assertThat(visitor.find("[data-metric='gap.person_days']")).isVisible();
    assertThat(visitor.find(".point-list li")).hasCount(1);
  }

  @Test
  void aBrowserThatKeepsNothingStillShowsStaffEverything() {
    visitor
        .page()
        .addInitScript(
            "for (const name of ['localStorage', 'sessionStorage'])"
                + " Object.defineProperty(window, name, { get() { throw new Error('no'); } })");
    visitor.asStaff().open("/coverage");
    assertThat(visitor.find("[data-metric='gap.person_days']")).isVisible();
    assertThat(visitor.complaints()).isEmpty();
  }

  @Test
  void markupInANameIsTextAndDoesNothing() {
    String harm = "<img src=x onerror='window.harmed = true'><b>G</b>";
    for (String addresses :
        List.of("**/api/analyses/patrol?*", "**/api/analyses/patrol", "**/items/*")) {
      visitor.alter(addresses, answer -> answer.replace("东坡网格", harm).replace("号楼", harm));
    }
    visitor.asStaff().open("/coverage");
    assertThat(visitor.find(".worst-row .name").first()).hasText(harm);
    assertThat(visitor.find("#page img, #page b")).hasCount(0);
    assertThat(visitor.page().evaluate("window.harmed === undefined")).isEqualTo(true);
  }
}
