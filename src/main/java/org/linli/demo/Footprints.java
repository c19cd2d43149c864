package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Outlines of the houses that are not slabs, and of gardens and pitches, each drawn about the
 * origin.
 */
final class Footprints {
  private Footprints() {}

  static Polygon hall(double width, double depth) {
    return Drawing.rectangle(-width / 2, -depth / 2, width / 2, depth / 2);
  }

  /** Two wings and a back, open to the south. */
  static Polygon horseshoe(double width, double depth, double wing) {
    double w = width / 2;
    double d = depth / 2;
    return Drawing.polygon(
        -w, -d, -w + wing, -d, -w + wing, d - wing, w - wing, d - wing, w - wing, -d, w, -d, w, d,
        -w, d);
  }

  /** Two slabs joined in the middle. */
  static Polygon letterH(double width, double depth, double bar) {
    double w = width / 2;
    double d = depth / 2;
    double b = bar / 2;
    return Drawing.polygon(
        -w, -d, w, -d, w, -d + bar, b, -d + bar, b, d - bar, w, d - bar, w, d, -w, d, -w, d - bar,
        -b, d - bar, -b, -d + bar, -w, -d + bar);
  }

  static Polygon ell(double width, double depth, double wing) {
    double w = width / 2;
    double d = depth / 2;
    return Drawing.polygon(-w, -d, w, -d, w, -d + wing, -w + wing, -d + wing, -w + wing, d, -w, d);
  }

  static Polygon regular(int corners, double radius) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      ring.add(onCircle(0, 0, radius, 2 * StrictMath.PI * (i + 0.5) / corners));
    }
    return Drawing.polygon(ring);
  }

  /** A running track's outline: a rectangle with half circles at its short ends. */
  static Polygon track(double length, double width) {
    double radius = width / 2;
    double straight = length / 2 - radius;
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i <= 8; i++) {
      ring.add(onCircle(straight, 0, radius, StrictMath.PI * (i / 8.0 - 0.5)));
    }
    for (int i = 0; i <= 8; i++) {
      ring.add(onCircle(-straight, 0, radius, StrictMath.PI * (i / 8.0 + 0.5)));
    }
    return Drawing.polygon(ring);
  }

  /** A bed nobody drew with a ruler: an ellipse with an uneven edge. */
  static Polygon bed(double width, double depth, Dice dice) {
    List<Coordinate> ring = new ArrayList<>();
    int corners = dice.whole(8, 11);
    for (int i = 0; i < corners; i++) {
      double angle = 2 * StrictMath.PI * i / corners;
      double reach = dice.between(0.82, 1);
      ring.add(
          Drawing.at(
              width / 2 * reach * StrictMath.cos(angle),
              depth / 2 * reach * StrictMath.sin(angle)));
    }
    return Drawing.polygon(ring);
  }

  /** The shape grown or shrunk about the origin until it has this area. */
  static Polygon ofArea(Polygon shape, double squareMetres) {
    double scale = StrictMath.sqrt(squareMetres / shape.getArea());
    return (Polygon) AffineTransformation.scaleInstance(scale, scale).transform(shape);
  }

  static Polygon moved(Polygon shape, double x, double y) {
    return (Polygon) AffineTransformation.translationInstance(x, y).transform(shape);
  }

  private static Coordinate onCircle(double x, double y, double radius, double angle) {
    return Drawing.at(x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle));
  }
}
