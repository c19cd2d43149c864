package org.linli.demo;

import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Houses along the edge of a site, each turned to the street as it bends: rows of shops, or homes
 * over shops.
 */
final class Frontage {
  /** A side of the site that looks on a street. */
  enum Side {
    SOUTH,
    EAST,
    NORTH,
    WEST
  }

  /**
   * What lines the edge.
   *
   * @param gapMetres between two houses
   * @param homes true where people live above
   */
  record Style(
      double shortest,
      double longest,
      double depthMetres,
      double gapMetres,
      int fewestFloors,
      int mostFloors,
      boolean homes) {
    static final Style SHOPS = new Style(30, 84, 9.5, 0.8, 1, 2, false);
    static final Style HOMES_OVER_SHOPS = new Style(36, 62, 12, 11, 4, 6, true);
  }

  private static final double STRAIGHT = 0.98;

  private final Site site;
  private final Set<Side> sides;
  private final Style style;
  private final Dice dice;

  Frontage(Site site, Set<Side> sides, Style style, Dice dice) {
    this.site = site;
    this.sides = sides;
    this.style = style;
    this.dice = dice;
  }

  /** Walks round the ground's edge and builds where a street is. */
  void fill() {
    LineString edge = anticlockwise(site.ground()).getExteriorRing();
    LengthIndexedLine along = new LengthIndexedLine(edge);
    double from = dice.between(4, 14);
    while (from < edge.getLength() - style.shortest()) {
      double length = dice.between(style.shortest(), style.longest());
      Coordinate a = along.extractPoint(from);
      Coordinate b = along.extractPoint(Math.min(edge.getLength(), from + length));
      boolean straight = a.distance(b) > STRAIGHT * length;
      boolean built = straight && sides.contains(side(a, b)) && place(a, b);
      from += built ? length + gap() : 6;
    }
  }

  private double gap() {
    return style.gapMetres() + (dice.chance(0.18) ? dice.between(6, 22) : 0);
  }

  private static Polygon anticlockwise(Polygon ground) {
    return ((Polygon) ground.norm()).reverse();
  }

  private static Side side(Coordinate a, Coordinate b) {
    double dx = b.x - a.x;
    double dy = b.y - a.y;
    if (Math.abs(dx) > Math.abs(dy)) {
      return dx > 0 ? Side.SOUTH : Side.NORTH;
    }
    return dy > 0 ? Side.EAST : Side.WEST;
  }

  private boolean place(Coordinate a, Coordinate b) {
    double depth = style.depthMetres() + dice.between(-1.2, 1.5);
    Polygon shape = Drawing.strip(Drawing.line(a, b), 1.2, 1.2 + depth, 0.2);
    int units = style.homes() ? (int) Math.round(a.distance(b) / 15) : 0;
    String use = style.homes() ? "mixed" : "commercial";
    int floors = dice.whole(style.fewestFloors(), style.mostFloors());
    return site.place(new Block(shape, use, floors, units), Math.min(4, style.gapMetres() * 0.7));
  }
}
