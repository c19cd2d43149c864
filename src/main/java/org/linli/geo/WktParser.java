package org.linli.geo;

import java.util.ArrayList;
import java.util.Locale;

/** Reads a well-known text of a coordinate reference system into its tree of nodes. */
final class WktParser {

  private static final int LONGEST = 65_536;
  private static final int DEEPEST = 32;

  private final String text;
  private int at;

  private WktParser(String text) {
    this.text = text;
  }

  /**
   * The root node.
   *
   * @throws UnknownCrsException if the text is no WKT, longer than 64 KiB or nested deeper than 32
   */
  static WktNode parse(String wkt) {
    if (wkt.length() > LONGEST) {
      throw new UnknownCrsException(
          "The coordinate system text has "
              + wkt.length()
              + " characters; at most "
              + LONGEST
              + " are read.");
    }
    WktParser parser = new WktParser(wkt);
    WktNode root = parser.node(parser.word(), 0);
    if (parser.peek() != 0) {
      throw parser.broken();
    }
    return root;
  }

  private WktNode node(String keyword, int depth) {
    WktNode node =
        new WktNode(
            keyword.toUpperCase(Locale.ROOT),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    if (depth > DEEPEST || !take('[', '(')) {
      throw broken();
    }
    do {
      value(node, depth);
    } while (take(',', ','));
    if (!take(']', ')')) {
      throw broken();
    }
    return node;
  }

  private void value(WktNode into, int depth) {
    char next = peek();
    if (next == '"') {
      into.texts().add(quoted());
    } else if (Character.isLetter(next)) {
      String word = word();
      if (peek() == '[' || peek() == '(') {
        into.children().add(node(word, depth + 1));
      } else {
        into.texts().add(word);
      }
    } else {
      into.numbers().add(number());
    }
  }

  private String quoted() {
    StringBuilder content = new StringBuilder();
    do {
      int end = text.indexOf('"', ++at);
      if (end < 0) {
        throw broken();
      }
      content.append(content.isEmpty() ? "" : "\"").append(text, at, end);
      at = end + 1;
    } while (at < text.length() && text.charAt(at) == '"');
    return content.toString();
  }

  private String word() {
    return run("_");
  }

  private double number() {
    try {
      return Double.parseDouble(run("+-."));
    } catch (NumberFormatException e) {
      throw broken();
    }
  }

  private String run(String alsoAllowed) {
    peek();
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at))
            || alsoAllowed.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean take(char one, char other) {
    char next = peek();
    boolean found = next == one || next == other;
    at += found ? 1 : 0;
    return found;
  }

  /** The next character that is not white, or 0 at the end. */
  private char peek() {
    while (at < text.length() && isWhite(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private static boolean isWhite(char c) {
    return c <= ' ' || c == '\uFEFF';
  }

  private UnknownCrsException broken() {
    return new UnknownCrsException(
        "The coordinate system text breaks off at character "
            + (at + 1)
            + "; name the system by its EPSG code instead, for example EPSG:4549.");
  }
}
