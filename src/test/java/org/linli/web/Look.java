package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** How a page is looked at when it is checked for access. */
record Look(String language, ColorScheme scheme, int width) {
  /** Every language, light and dark, on a desk and on a phone. */
  static final List<Look> ALL =
      List.of(
          new Look("zh", ColorScheme.LIGHT, 1440),
          new Look("en", ColorScheme.DARK, 1440),
          new Look("bo", ColorScheme.LIGHT, 390),
          new Look("bo", ColorScheme.DARK, 390));

  void in(Page page) {
    page.setViewportSize(width, 900);
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
  }

  void assertNothingGrave(Page page, String what) {
    assertThat(Axe.graveFaults(page)).as("%s, %s", what, this).isEmpty();
  }
}
