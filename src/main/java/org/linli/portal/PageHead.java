package org.linli.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of itself to those who do not run it: search engines, link previews, feed
 * readers. Its texts may come from anywhere; none becomes markup.
 *
 * @param address where the page is, without a query
 * @param picture what links to the page show
 * @param alternates the same thing in other forms, such as feeds
 * @param structured the page's subject in the words of schema.org
 */
record PageHead(
    Locale language,
    String title,
    String description,
    String address,
    Picture picture,
    List<Alternate> alternates,
    Optional<Map<String, Object>> structured) {
  private static final List<String> LANGUAGES = List.of("zh", "en", "bo");
  private static final Map<String, String> TERRITORIES =
      Map.of("zh", "zh_CN", "en", "en_GB", "bo", "bo_CN");
  private static final int PREVIEW_LENGTH = 300;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * A picture that every service shows: no drawing (SVG).
   *
   * @param isOfSubject whether it shows what the page is about, and not only whose page it is
   */
  record Picture(String address, boolean isOfSubject) {}

  /** Something that says the same in another form. */
  record Alternate(String type, String address, String title) {}

  /** The same with its subject in other forms, and in the words of schema.org. */
  PageHead with(List<Alternate> others, Map<String, Object> subject) {
    return new PageHead(
        language, title, description, address, picture, others, Optional.of(subject));
  }

  /** The same with a picture of its subject. */
  PageHead showing(String url) {
    Picture shown = new Picture(url, true);
    return new PageHead(language, title, description, address, shown, alternates, structured);
  }

  /** The elements that stand in the page's head, and nothing that a browser would run. */
  String toHtml() {
    StringBuilder html = new StringBuilder();
    html.append("<title>").append(escaped(title)).append("</title>\n");
    meta(html, "name", "description", preview());
    link(html, "canonical", address, Map.of());
    for (String tag : LANGUAGES) {
      link(html, "alternate", address + "?lang=" + tag, Map.of("hreflang", tag));
    }
    openGraph((property, content) -> meta(html, "property", property, content));
    meta(html, "name", "twitter:card", picture.isOfSubject ? "summary_large_image" : "summary");
    for (Alternate other : alternates) {
      link(html, "alternate", other.address, Map.of("type", other.type, "title", other.title));
    }
    structured.ifPresent(subject -> structured(html, subject));
    return html.toString();
  }

  private void openGraph(BiConsumer<String, String> meta) {
    meta.accept("og:type", "website");
    meta.accept("og:site_name", PageHeads.PORTAL.in(language));
    meta.accept("og:title", title);
    meta.accept("og:description", preview());
    meta.accept("og:url", address);
    meta.accept("og:locale", TERRITORIES.get(language.getLanguage()));
    meta.accept("og:image", picture.address);
  }

  /** The description in one line, as much of it as anybody shows. */
  private String preview() {
    String line = description.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= PREVIEW_LENGTH
        ? line
        : line.substring(0, line.offsetByCodePoints(0, PREVIEW_LENGTH - 1)) + "…";
  }

  private static void meta(StringBuilder html, String key, String name, String content) {
    html.append("    <meta ").append(key).append("=\"").append(name).append("\" content=\"");
    html.append(escaped(content)).append("\">\n");
  }

  private static void link(
      StringBuilder html, String rel, String address, Map<String, String> attributes) {
    html.append("    <link rel=\"").append(rel).append("\" href=\"").append(escaped(address));
    html.append('"');
    new java.util.TreeMap<>(attributes)
        .forEach(
            (name, value) ->
                html.append(' ').append(name).append("=\"").append(escaped(value)).append('"'));
    html.append(">\n");
  }

  /** A block of data: no browser runs its type, and with its {@code <} escaped none can end it. */
  private static void structured(StringBuilder html, Map<String, Object> subject) {
    html.append("    <script type=\"application/ld+json\">");
    html.append(JSON.writeValueAsString(subject).replace("<", "\\u003c").replace(">", "\\u003e"));
    html.append("</script>\n");
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
