package org.linli.encode.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.encode.Representation;
import org.linli.encode.Representation.Body;
import org.linli.layer.LocalText;

/**
 * The frame of every page that the server writes: the portal's name and pages, where one is, the
 * other languages, the same thing as JSON. No script; one column on a phone; light or dark as the
 * reader's system is.
 */
public final class PageFrame {
  public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

  /** Changes whenever the same features would be written as other pages. */
  public static final int REVISION = 4;

  private static final LocalText PORTAL = new LocalText("邻里图", "Linli Atlas", "ཁྱིམ་མཚེས་ས་ཁྲ།");
  private static final LocalText PAGES = new LocalText("页面", "Pages", "ཤོག་ངོས།");
  private static final LocalText HERE = new LocalText("所在位置", "Where you are", "གནས་ས།");
  private static final LocalText LANGUAGE = new LocalText("语言", "Language", "སྐད་ཡིག");

  /** As the portal's own pages draw it, in the colours of the theme. */
  private static final String MARK =
      "<svg class=\"mark\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
          + "<path d=\"M3 4.5A1.5 1.5 0 0 1 4.5 3h5v7H3Z\"/>"
          + "<path d=\"M13.5 3h6A1.5 1.5 0 0 1 21 4.5V7h-7.5Z\"/>"
          + "<path d=\"M3 14h7v7H4.5A1.5 1.5 0 0 1 3 19.5Z\"/>"
          + "<path d=\"M13.5 11H21v8.5a1.5 1.5 0 0 1-1.5 1.5h-6Z\"/></svg>";

  private static final List<String> SHEETS = List.of("tokens", "page", "data");

  private final String site;
  private final Locale language;
  private final String title;
  private final Addresses addresses;
  private final List<Step> steps = new ArrayList<>();
  private Optional<Portal> part = Optional.empty();

  /** The portal's own pages, and the releases. */
  public enum Portal {
    MAP("/", new LocalText("地图", "Map", "ས་ཁྲ།")),
    COVERAGE("/coverage", new LocalText("覆盖", "Coverage", "ཁྱབ་ཁོངས།")),
    PROJECTS("/projects", new LocalText("项目", "Projects", "ལས་གཞི།")),
    DATA("/data", new LocalText("数据", "Data", "གཞི་གྲངས།")),
    RELEASES("/releases", new LocalText("数据发布", "Releases", "གཏན་འབེབས།"));

    private final String path;
    private final LocalText title;

    Portal(String path, LocalText title) {
      this.path = path;
      this.title = title;
    }
  }

  /**
   * Where the same page is in another language, and the same thing as JSON, if it has an address.
   */
  public interface Addresses {
    /**
     * @param language {@code zh}, {@code en} or {@code bo}
     */
    String inLanguage(String language);

    Optional<String> asJson();
  }

  /** Writes what is between the frame. */
  public interface Content {
    void writeTo(Html html) throws IOException;
  }

  private record Step(String href, String title) {}

  /**
   * @param site the portal's address, without a slash at its end
   */
  public PageFrame(String site, Locale language, String title, Addresses addresses) {
    this.site = site;
    this.language = language;
    this.title = title;
    this.addresses = addresses;
  }

  /** The part of the portal that the page belongs to. */
  public PageFrame in(Portal portal) {
    part = Optional.of(portal);
    return this;
  }

  /** A page above this one, from the top down. */
  public PageFrame below(String url, String name) {
    steps.add(new Step(url, name));
    return this;
  }

  /** The page as a document. */
  public Representation with(Map<String, String> headers, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      body(content).writeTo(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Representation.Document(MEDIA_TYPE, headers, bytes.toByteArray());
  }

  /** The page for a stream, for as much as there is. */
  public Body body(Content content) {
    return out -> write(out, content);
  }

  private void write(OutputStream out, Content content) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    Html html = new Html(writer);
    head(html);
    html.raw("<body>\n<header class=\"masthead\">\n");
    masthead(html);
    html.raw("</header>\n");
    steps(html);
    html.raw("<main>\n").element("h1", title).raw("\n");
    content.writeTo(html);
    html.raw("\n</main>\n</body>\n</html>\n");
    writer.flush();
  }

  private void head(Html html) throws IOException {
    html.raw("<!doctype html>\n<html lang=\"" + language.toLanguageTag() + "\">\n<head>\n");
    html.raw("<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.element("title", title + " · " + PORTAL.in(language)).raw("\n");
    html.raw("<link rel=\"icon\" type=\"image/svg+xml\" href=\"").text(site);
    html.raw("/favicon.svg\">\n");
    for (String sheet : SHEETS) {
      html.raw("<link rel=\"stylesheet\" href=\"").text(site).raw("/css/" + sheet + ".css\">\n");
    }
    if (addresses.asJson().isPresent()) {
      html.raw("<link rel=\"alternate\" type=\"application/json\" href=\"");
      html.text(addresses.asJson().get()).raw("\">\n");
    }
    html.raw("</head>\n");
  }

  private void masthead(Html html) throws IOException {
    html.raw("<a class=\"brand\" href=\"").text(site).raw("/\">").raw(MARK);
    html.element("span", PORTAL.in(language)).raw("</a>\n");
    html.raw("<nav class=\"pages\" aria-label=\"").text(PAGES.in(language)).raw("\"><ul>");
    for (Portal page : Portal.values()) {
      html.raw("<li><a href=\"").text(site + page.path).raw("\"");
      html.raw(part.filter(page::equals).isPresent() ? " aria-current=\"page\">" : ">");
      html.text(page.title.in(language)).raw("</a></li>");
    }
    html.raw("</ul></nav>\n");
  }

  private void steps(Html html) throws IOException {
    html.raw("<div class=\"steps\">\n<nav aria-label=\"").text(HERE.in(language)).raw("\">");
    String between = "";
    for (Step step : steps) {
      html.raw(between).link(step.href, step.title);
      between = " › ";
    }
    html.raw("</nav>\n<nav aria-label=\"").text(LANGUAGE.in(language)).raw("\">");
    language(html, "zh", "中文");
    language(html, "en", "English");
    language(html, "bo", "བོད་ཡིག");
    if (addresses.asJson().isPresent()) {
      html.link(addresses.asJson().get(), "alternate", "JSON");
    }
    html.raw("</nav>\n</div>\n");
  }

  private void language(Html html, String code, String name) throws IOException {
    html.raw("<a lang=\"" + code + "\" hreflang=\"" + code + "\" href=\"");
    html.text(addresses.inLanguage(code)).raw("\">").text(name).raw("</a> ");
  }
}
