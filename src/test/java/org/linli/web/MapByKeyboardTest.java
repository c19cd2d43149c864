package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** The page without a pointer. */
@Needs(Tool.CHROMIUM)
class MapByKeyboardTest {
  private static final String ESTATE = "/#v1&at=17/36.04000/101.43030&layers=buildings,communities";

  private Visitor visitor;
  private Keys keys;

  @BeforeEach
  void open() {
    visitor = Visitor.atDesk(ServedPortal.withDemo()).open(ESTATE);
    keys = new Keys(visitor.page());
  }

  @AfterEach
  void leave() {
    visitor.close();
  }

  private void awaitAddress(String pattern) {
    assertThat(visitor.page()).hasURL(Pattern.compile(pattern));
  }

  @Test
  void theFirstStopLeadsToTheMapAndItsKeysMoveIt() {
    keys.press("Tab");
    assertThat(visitor.find("#skip")).isFocused();
    keys.press("Enter");
    assertThat(visitor.find("#map")).isFocused();
    keys.press("+");
    awaitAddress("at=18/36\\.04000/101\\.43030");
    keys.press("ArrowRight");
    awaitAddress("at=18/36\\.04000/101\\.43073");
    keys.press("-");
    awaitAddress("at=17/36\\.04000/101\\.43073");
  }

  @Test
  void theSearchIsWalkedWithTheArrowsAndEscapeLeavesTheCard() {
    keys.to("#search").type("44号楼");
    assertThat(visitor.find("[role=option]").nth(1)).isVisible();
    keys.press("ArrowDown", "ArrowDown");
    assertThat(visitor.find("#search")).hasAttribute("aria-activedescendant", "search-1");
    keys.press("Enter");
    assertThat(visitor.find(".card-name")).isFocused();
    keys.press("Escape");
    assertThat(visitor.find(".card")).hasCount(0);
    assertThat(visitor.find("#panel")).isFocused();
  }

  @Test
  void theTabsAreWalkedWithTheArrowsAndTheListOpensCards() {
    keys.to("#tab-layers").press("ArrowRight");
    assertThat(visitor.find("#tab-list")).isFocused();
    assertThat(visitor.find("#panel-list .rows button").first()).isVisible();
    keys.to("#panel-list .rows button").press("Enter");
    assertThat(visitor.find(".card-name")).isFocused();
    keys.press("Escape");
    assertThat(visitor.find("#panel-list .rows button").first()).isFocused();
  }

  @Test
  void whatHasTheFocusIsOutlined() {
    keys.to("#tab-layers").press("Tab");
    Object outline =
        visitor.page().evaluate("getComputedStyle(document.activeElement).outlineStyle");
    assertThat(outline).isEqualTo("solid");
  }
}
