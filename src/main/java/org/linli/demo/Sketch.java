package org.linli.demo;

import java.util.Locale;

/** A drawing as it is put together, in SVG, 960 × 640: flat shapes, one over the other. */
final class Sketch {
  static final int WIDTH = 960;
  static final int HEIGHT = 640;
  private static final String WHAT_IT_IS = "示意图 · Drawing · དཔེ་རིས།";

  private final StringBuilder svg = new StringBuilder();

  Sketch(String sky, String ground) {
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 960 640\">\n");
    rect(0, 0, WIDTH, HEIGHT, 0, sky);
    rect(0, 330, WIDTH, 310, 0, ground);
  }

  Sketch rect(double x, double y, double width, double height, double round, String fill) {
    return add(
        "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"%.0f\" fill=\"%s\"/>",
        x, y, width, height, round, fill);
  }

  Sketch disc(double x, double y, double radius, String fill) {
    return add("<circle cx=\"%.0f\" cy=\"%.0f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, fill);
  }

  Sketch oval(double x, double y, double across, double down, String fill) {
    return add(
        "<ellipse cx=\"%.0f\" cy=\"%.0f\" rx=\"%.1f\" ry=\"%.1f\" fill=\"%s\"/>",
        x, y, across, down, fill);
  }

  /** A path in SVG's own words, filled. */
  Sketch shape(String path, String fill) {
    return add("<path d=\"%s\" fill=\"%s\"/>", path, fill);
  }

  /** A path in SVG's own words, as a stroke with round ends. */
  Sketch line(String path, double width, String colour) {
    return add(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.0f\" stroke-linecap=\"round\"/>",
        path, colour, width);
  }

  /** The house at the back, with its windows. */
  Sketch house(double x, double width, String wall, String glass) {
    rect(x, 40, width, 300, 2, wall);
    for (double row = 70; row < 300; row += 74) {
      for (double left = x + 34; left < x + width - 60; left += 96) {
        rect(left, row, 54, 42, 2, glass);
      }
    }
    return this;
  }

  private Sketch add(String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    return this;
  }

  /** The whole file; it says in the picture that this is no photograph. */
  String text() {
    rect(20, 590, 330, 34, 17, "#fdfcf9");
    add(
        "<text x=\"36\" y=\"613\" font-size=\"18\" font-family=\"sans-serif\" fill=\"#1d2127\">%s</text>",
        WHAT_IT_IS);
    return svg.append("</svg>\n").toString();
  }
}
