package org.linli.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of WCAG a machine can check, by axe-core as it comes. It is laid into a page once, however
 * often the page is checked, and works in the page itself: none of ours has frames.
 */
final class Axe {
  private static final String SOURCE = source();
  private static final String RUN =
      "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
          + ".filter(({ impact }) => ['serious', 'critical'].includes(impact))"
          + ".map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) =>"
          + " `${target} ${failureSummary}`).join('; ')}`)";

  private Axe() {}

  private static String source() {
    try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is serious or critical on a page as it is now: the rule, and where it is broken. */
  static List<String> graveFaults(Page page) {
    if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
      page.evaluate(SOURCE);
    }
    return Stream.of((List<?>) page.evaluate(RUN))
        .flatMap(List::stream)
        .map(String::valueOf)
        .toList();
  }
}
