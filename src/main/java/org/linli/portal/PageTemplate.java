package org.linli.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.encode.Representation;
import org.linli.encode.Representation.Document;

/**
 * The portal's one page, in whose head each address says what is there. In the file are the
 * language, the title and the description of the portal, in this order: they are what is replaced.
 */
final class PageTemplate {
  private static final Pattern PLACES =
      Pattern.compile(
          "(?s)^(.*<html lang=\")[a-z]+(\".*?)[ \t]*<meta name=\"description\"[^>]*>\\s*"
              + "(.*?)<title>[^<]*</title>\n?(.*)$");

  /** What only some of the pages need is announced to these alone. */
  private static final Pattern FOR_SOME =
      Pattern.compile("(?m)^[^\\n]* data-pages=\"([a-z ]+)\">(?:</script>)?\\n");

  private final MatchResult parts;

  private PageTemplate(MatchResult parts) {
    this.parts = parts;
  }

  /**
   * @param name of the page it is for, as {@code data-pages} has it
   * @throws IllegalStateException if the page has not what is to be replaced
   */
  static PageTemplate of(Document page, String name) {
    String html = new String(page.bytes(), StandardCharsets.UTF_8);
    Matcher matcher = PLACES.matcher(FOR_SOME.matcher(html).replaceAll(line -> kept(line, name)));
    if (!matcher.matches()) {
      throw new IllegalStateException(
          "web/index.html needs <html lang=\"zh\">, then <meta name=\"description\" …>, then"
              + " <title>…</title>: each page puts its own in their places.");
    }
    return new PageTemplate(matcher.toMatchResult());
  }

  private static String kept(MatchResult line, String page) {
    boolean isFor = List.of(line.group(1).split(" ")).contains(page);
    return isFor ? Matcher.quoteReplacement(line.group()) : "";
  }

  Representation with(PageHead head) {
    String html =
        parts.group(1)
            + head.language().toLanguageTag()
            + parts.group(2)
            + parts.group(3)
            + head.toHtml()
            + parts.group(4);
    return new Document(
        "text/html;charset=UTF-8",
        Map.of("Content-Language", head.language().toLanguageTag(), "Vary", "Accept-Language"),
        html.getBytes(StandardCharsets.UTF_8));
  }
}
