package org.linli.web;

import com.microsoft.playwright.Page;

/** Somebody who has a keyboard and nothing else: goes where Tab leads. */
final class Keys {
  private static final int MOST_STOPS = 120;
  private static final String IS_AT = "selector => document.activeElement.matches(selector)";

  private final Page page;

  Keys(Page page) {
    this.page = page;
  }

  Keys press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  Keys type(String text) {
    page.keyboard().type(text);
    return this;
  }

  /** Presses Tab until the focus is there. */
  Keys to(String selector) {
    return walk("Tab", selector);
  }

  /** Presses Shift and Tab until the focus is there. */
  Keys backTo(String selector) {
    return walk("Shift+Tab", selector);
  }

  boolean areAt(String selector) {
    return Boolean.TRUE.equals(page.evaluate(IS_AT, selector));
  }

  private Keys walk(String key, String selector) {
    for (int i = 0; i < MOST_STOPS; i++) {
      page.keyboard().press(key);
      if (areAt(selector)) {
        return this;
      }
    }
    throw new AssertionError(key + " does not lead to " + selector + ": " + page.url());
  }
}
