package org.linli.testing;

import java.util.function.Supplier;
import org.linli.testing.RandomFilters.Filter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Random spatial conditions on the layer's geometry. */
final class RandomPlaces {
  private final Dice dice;
  private final Supplier<Geometry> geometries;

  RandomPlaces(Dice dice, Supplier<Geometry> geometries) {
    this.dice = dice;
    this.geometries = geometries;
  }

  Filter spatial() {
    String relation =
        dice.oneOf(
            "INTERSECTS",
            "INTERSECTS",
            "EQUALS",
            "DISJOINT",
            "TOUCHES",
            "WITHIN",
            "OVERLAPS",
            "CROSSES",
            "CONTAINS");
    Geometry literal = literal();
    String text = dice.coin() && literal.isRectangle() ? box(literal) : literal.toText();
    boolean placeFirst = dice.below(4) > 0;
    return new Filter(
        "S_" + relation + (placeFirst ? "(geometry," + text + ")" : "(" + text + ",geometry)"),
        f -> {
          Geometry place = f.shape();
          if (place == null) {
            return null;
          }
          return placeFirst ? lies(relation, place, literal) : lies(relation, literal, place);
        });
  }

  private static String box(Geometry rectangle) {
    Envelope box = rectangle.getEnvelopeInternal();
    return "BBOX(%s,%s,%s,%s)"
        .formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private Geometry literal() {
    Geometry geometry = geometries.get();
    while (geometry == null) {
      geometry = geometries.get();
    }
    if (dice.below(3) > 0) {
      return geometry;
    }
    Envelope box = geometry.getEnvelopeInternal();
    box.expandBy(dice.below(500) / 1e4 + 1e-4);
    return new GeometryFactory().toGeometry(box);
  }

  private static boolean lies(String relation, Geometry left, Geometry right) {
    return switch (relation) {
      case "INTERSECTS" -> left.intersects(right);
      case "EQUALS" -> left.equalsTopo(right);
      case "DISJOINT" -> left.disjoint(right);
      case "TOUCHES" -> left.touches(right);
      case "WITHIN" -> left.within(right);
      case "OVERLAPS" -> left.overlaps(right);
      case "CROSSES" -> left.crosses(right);
      default -> left.contains(right);
    };
  }
}
