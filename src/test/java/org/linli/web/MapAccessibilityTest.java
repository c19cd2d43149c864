package org.linli.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

/**
 * What of WCAG a machine can check, in every language, light and dark, at a desk and on a phone.
 */
@Needs(Tool.CHROMIUM)
class MapAccessibilityTest {
  private static final String ESTATE = "/#v1&at=18/36.04170/101.43281";

  @ParameterizedTest
  @CsvSource({"zh, light", "en, dark", "bo, light"})
  void nothingGraveStandsInAnybodysWay(String language, String theme) {
    try (Visitor visitor = Visitor.atDesk(ServedPortal.withDemo())) {
      visitor.open(ESTATE + "&lang=" + language + "&theme=" + theme);
      visitor.find("[aria-controls=legend-hazards]").click();
      visitor.find("#search").fill("轮胎花园");
      assertThat(visitor.find("[role=option]")).hasCount(2);
      assertThat(Axe.graveFaults(visitor.page())).isEmpty();
      visitor.find("[role=option]").last().click();
      assertThat(visitor.find(".facts")).isVisible();
      assertThat(Axe.graveFaults(visitor.page())).isEmpty();
    }
  }

  /** In Tibetan, whose letters need the most room. */
  @Test
  void norOnAPhone() {
    try (Visitor visitor = Visitor.withPhone(ServedPortal.withDemo())) {
      visitor.open(ESTATE + "&tab=list&layers=hazards,buildings&lang=bo");
      assertThat(Axe.graveFaults(visitor.page())).isEmpty();
    }
  }
}
