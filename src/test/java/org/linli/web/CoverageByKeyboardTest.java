package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** The official's story without a pointer. */
@Needs(Tool.CHROMIUM)
class CoverageByKeyboardTest {

  @Test
  void thePatrolIsDrawnThroughTheWorstZoneByKeysAlone() {
    try (Visitor visitor = Visitor.atDesk(ServedPortal.withDemo())) {
      visitor.asStaff().open("/coverage#v1&lang=en");
      Keyboard keys = visitor.page().keyboard();
      visitor.find(".worst-row").first().focus();
      keys.press("Enter");
      assertThat(visitor.find(".worst-row").first()).hasAttribute("aria-pressed", "true");
      assertThat(visitor.find(".worst-row").first()).isFocused();
      visitor.find("#tab-worst").focus();
      keys.press("ArrowRight");
      assertThat(visitor.find("#tab-list")).isFocused();
      keys.press("ArrowRight");
      assertThat(visitor.find("#tab-what-if")).isFocused();
      keys.press("Tab");
      keys.press("Tab");
      assertThat(visitor.find("[data-tool=patrol]")).isFocused();
      keys.press("Enter");
      addMiddle(visitor, keys);
      visitor.find("#map").focus();
      keys.press("ArrowRight");
      addMiddle(visitor, keys);
      assertThat(visitor.find(".point-list li")).hasCount(2);
      assertThat(visitor.find("[data-metric='coverage.buildings'] .change.better").first())
          .isVisible();
    }
  }

  private static void addMiddle(Visitor visitor, Keyboard keys) {
    visitor.find(".add-point").focus();
    keys.press("Enter");
  }

  @Test
  void theFirstStopLeadsToTheContentAndThePagesFollowInOrder() {
    try (Visitor visitor = Visitor.atDesk(ServedPortal.withDemo())) {
      visitor.open("/coverage#v1&lang=en");
      Keyboard keys = visitor.page().keyboard();
      keys.press("Tab");
      assertThat(visitor.find("#skip")).isFocused();
      keys.press("Enter");
      assertThat(visitor.find("main")).isFocused();
      visitor.find(".pages a").first().focus();
      keys.press("Enter");
      assertThat(visitor.find(".layer-list")).isVisible();
      assertThat(visitor.find("#map")).isFocused();
    }
  }
}
