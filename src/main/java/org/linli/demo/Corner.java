package org.linli.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** A parcel cut in two: a plot at one of its corners and the rest. */
record Corner(Polygon plot, Polygon rest) {
  private static final double FENCE_METRES = 3;
  private static final double BEYOND_METRES = 30;

  static Corner of(Polygon parcel, double radians, double width, double depth, Dice dice) {
    Turn turn = new Turn(parcel.getCentroid().getCoordinate(), radians);
    Polygon onSite = (Polygon) turn.toSite(parcel);
    int east = dice.chance(0.5) ? 1 : -1;
    int north = dice.chance(0.5) ? 1 : -1;
    Coordinate tip = tip(onSite, east, north);
    Polygon cut =
        Drawing.rectangle(
            tip.x + east * BEYOND_METRES,
            tip.y + north * BEYOND_METRES,
            tip.x - east * width,
            tip.y - north * depth);
    Polygon rest = Drawing.largest(Drawing.without(onSite, cut.buffer(FENCE_METRES, 1)));
    return new Corner(
        (Polygon) turn.toPlan(Drawing.largest(Drawing.common(onSite, cut))),
        (Polygon) turn.toPlan(rest));
  }

  /** The parcel's vertex farthest out to one of the four quarters. */
  private static Coordinate tip(Polygon parcel, int east, int north) {
    Coordinate tip = parcel.getCoordinate();
    for (Coordinate corner : parcel.getCoordinates()) {
      if (corner.x * east + corner.y * north > tip.x * east + tip.y * north) {
        tip = corner;
      }
    }
    return tip;
  }
}
