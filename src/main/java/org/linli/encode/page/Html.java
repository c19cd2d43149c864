package org.linli.encode.page;

import java.io.IOException;
import java.io.Writer;

/** HTML on its way to a stream: markup is ours, everything else is escaped. */
public final class Html {
  private final Writer out;

  Html(Writer out) {
    this.out = out;
  }

  /** Markup, which is never made of anything from outside. */
  public Html raw(String markup) throws IOException {
    out.write(markup);
    return this;
  }

  /** A text between tags or inside a quoted attribute. */
  public Html text(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.write("&amp;");
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '"' -> out.write("&quot;");
        case '\'' -> out.write("&#39;");
        default -> out.write(c);
      }
    }
    return this;
  }

  /** An element with nothing but a text. */
  public Html element(String tag, String text) throws IOException {
    return raw("<" + tag + ">").text(text).raw("</" + tag + ">");
  }

  /** A cell of a table whose numbers stand under each other. */
  public Html number(String text) throws IOException {
    return raw("<td class=\"numeric\">").text(text).raw("</td>");
  }

  /**
   * Begins a table that is moved by itself where it is wider than the screen, with a pointer or
   * with keys; {@code </table></div>} ends it.
   *
   * @param told what it is a table of
   */
  public Html table(String told) throws IOException {
    raw("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").text(told);
    return raw("\"><table>\n");
  }

  /** An anchor. */
  public Html link(String href, String text) throws IOException {
    return raw("<a href=\"").text(href).raw("\">").text(text).raw("</a>");
  }

  /** A link of an API document, with its relation. */
  public Html link(String href, String rel, String text) throws IOException {
    return raw("<a rel=\"")
        .text(rel)
        .raw("\" href=\"")
        .text(href)
        .raw("\">")
        .text(text)
        .raw("</a>");
  }

  /** A name and its value in a list of such. */
  public Html fact(String name, String value) throws IOException {
    return element("dt", name).element("dd", value);
  }
}
