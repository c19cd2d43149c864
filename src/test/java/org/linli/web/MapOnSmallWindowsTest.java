package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/** The page on a phone, and at twice its size. */
@Needs(Tool.CHROMIUM)
class MapOnSmallWindowsTest {
  private static final String AT_BUILDING_44 = "/#v1&at=18/36.04170/101.43281&layers=buildings";

  private static void assertNothingSticksOut(Page page) {
    Object wide =
        page.evaluate(
            "[...document.querySelectorAll('#stage *')].filter((part) => {"
                + " const box = part.getBoundingClientRect();"
                + " return box.width > 1 && (box.left < -1 || box.right > innerWidth + 1); })"
                + ".map((part) => part.className)");
    assertThat(wide).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en", "bo"})
  void everythingFitsANarrowPhone(String language) {
    try (Visitor visitor = Visitor.with(ServedPortal.withDemo(), Visitor.window(360, 640))) {
      visitor.open(AT_BUILDING_44 + "&tab=list&lang=" + language);
      assertNothingSticksOut(visitor.page());
      visitor.find("#tab-layers").click();
      visitor.find("[aria-controls=legend-buildings]").click();
      assertNothingSticksOut(visitor.page());
    }
  }

  @Test
  void aTapOpensTheCardInTheSheetAndTheHandleFoldsIt() {
    try (Visitor visitor = Visitor.withPhone(ServedPortal.withDemo())) {
      visitor.open(AT_BUILDING_44);
      visitor.page().touchscreen().tap(195, 447);
      assertThat(visitor.find(".card-name")).hasText("44号楼");
      assertThat(visitor.find(".sheet")).hasAttribute("data-stop", "half");
      BoundingBox name = visitor.find(".card-name").boundingBox();
      assertThat(name.y + name.height).isLessThan(844);
      visitor.find(".handle").tap();
      assertThat(visitor.find(".sheet")).hasAttribute("data-stop", "peek");
    }
  }

  /** A window of 1440 × 900 at 200 % has 720 × 450 pixels of the style sheet's. */
  @Test
  void atTwiceTheSizeEveryLayerCanStillBeReached() {
    try (Visitor visitor = Visitor.with(ServedPortal.withDemo(), Visitor.window(720, 450))) {
      visitor.open(AT_BUILDING_44);
      visitor.find("[data-layer=paths] [role=switch]").check();
      assertThat(visitor.find("[data-layer=paths] [role=switch]")).isChecked();
      assertNothingSticksOut(visitor.page());
    }
  }
}
