package org.linli.ogcapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.encode.Representation;
import org.linli.encode.Representation.Body;

/**
 * The frame of every page here: where one is, the other languages, the same thing as JSON. No
 * script; one column on a phone.
 */
final class HtmlPage {
  static final String MEDIA_TYPE = "text/html;charset=UTF-8";

  /** Changes whenever the same features would be written as other pages. */
  static final int REVISION = 1;

  private static final Map<String, String> LANGUAGES = languages();

  private final Asked asked;
  private final String title;
  private final List<Step> steps = new ArrayList<>();

  private record Step(String href, String title) {}

  /** Writes what is between the frame. */
  interface Content {
    void writeTo(Html html) throws IOException;
  }

  HtmlPage(Asked asked, String title) {
    this.asked = asked;
    this.title = title;
  }

  private static Map<String, String> languages() {
    Map<String, String> languages = new LinkedHashMap<>();
    languages.put("zh", "中文");
    languages.put("en", "English");
    languages.put("bo", "བོད་ཡིག");
    return languages;
  }

  /** A page above this one, from the top down. */
  HtmlPage below(String url, String name) {
    steps.add(new Step(url, name));
    return this;
  }

  /** The page as a document. */
  Representation with(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      body(content).writeTo(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Representation.Document(MEDIA_TYPE, Answers.negotiated(asked), bytes.toByteArray());
  }

  /** The page for a stream, for as much as there is. */
  Body body(Content content) {
    return out -> write(out, content);
  }

  private void write(OutputStream out, Content content) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    Html html = new Html(writer);
    head(html);
    html.raw("<body>\n<header>\n<nav>");
    steps(html);
    html.raw("</nav>\n<nav>");
    languages(html);
    html.raw("</nav>\n</header>\n<main>\n").element("h1", title).raw("\n");
    content.writeTo(html);
    html.raw("\n</main>\n</body>\n</html>\n");
    writer.flush();
  }

  private void head(Html html) throws IOException {
    Locale language = asked.language();
    html.raw("<!doctype html>\n<html lang=\"" + language.toLanguageTag() + "\">\n<head>\n");
    html.raw("<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", title + " · " + Words.PORTAL.in(language)).raw("\n");
    for (String sheet : List.of("tokens", "data")) {
      html.raw("<link rel=\"stylesheet\" href=\"").text(asked.place().site());
      html.raw("/css/" + sheet + ".css\">\n");
    }
    html.raw("<link rel=\"alternate\" href=\"").text(asked.address(Format.JSON)).raw("\">\n");
    html.raw("</head>\n");
  }

  private void steps(Html html) throws IOException {
    html.link(asked.place().site() + "/", Words.MAP.in(asked.language()));
    for (Step step : steps) {
      html.raw(" › ").link(asked.page(step.href), step.title);
    }
  }

  private void languages(Html html) throws IOException {
    for (Map.Entry<String, String> language : LANGUAGES.entrySet()) {
      html.link(asked.address(Map.of("f", "html", "lang", language.getKey())), language.getValue());
      html.raw(" ");
    }
    html.link(asked.address(Format.JSON), "alternate", "JSON");
  }
}
