package org.linli.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Draws one compound: garden, shops, rows or towers, sheds, lanes, in the order in which a
 * developer fills a plot.
 */
final class CompoundPlan {
  private final String cell;
  private final Name name;
  private final CompoundStyle style;
  private final Polygon outline;
  private final Turn turn;
  private final Site site;
  private final Dice dice;
  private final double spineX;

  CompoundPlan(
      String cell, Name name, CompoundStyle style, Polygon outline, double radians, Dice dice) {
    this.cell = cell;
    this.name = name;
    this.style = style;
    this.outline = outline;
    this.turn = new Turn(outline.getCentroid().getCoordinate(), radians);
    this.site = new Site((Polygon) turn.toSite(outline.buffer(-2.5, 2)));
    this.dice = dice;
    this.spineX = dice.between(-22, -6);
  }

  /**
   * @param gardenShape what is kept free at the heart of the compound, about the origin
   * @param streets centre lines around it, on the plan
   */
  Compound draw(Polygon gardenShape, Geometry streets) {
    double away = gardenShape.getEnvelopeInternal().getMaxX() + dice.between(9, 14);
    Polygon garden = Footprints.moved(gardenShape, spineX + away, dice.between(-9, 9));
    site.reserve(garden);
    reserveSpine();
    front();
    List<Double> lanesY = houses();
    addSheds();
    List<LineString> lanes =
        new Lanes(site, spineX, turn.toSite(streets), List.of(garden)).draw(lanesY);
    return new Compound(
        cell,
        name,
        style,
        outline,
        site.blocks().stream().map(block -> block.moved(turn)).toList(),
        site.nooks().stream().map(nook -> nook.moved(turn)).toList(),
        lanes.stream().map(lane -> Way.lane(lane, !dice.chance(0.3)).moved(turn)).toList(),
        (Polygon) turn.toPlan(garden));
  }

  private void reserveSpine() {
    Envelope extent = site.ground().getEnvelopeInternal();
    site.reserve(
        Drawing.rectangle(spineX - 2.2, extent.getMinY() - 5, spineX + 2.2, extent.getMaxY() + 5));
  }

  /**
   * Shops on some sides; on a few of the others houses that stand along the street, not to the sun.
   */
  private void front() {
    Set<Frontage.Side> shops = EnumSet.noneOf(Frontage.Side.class);
    Set<Frontage.Side> homes = EnumSet.noneOf(Frontage.Side.class);
    for (Frontage.Side side : Frontage.Side.values()) {
      boolean sunny = side == Frontage.Side.SOUTH;
      if (dice.chance(sunny ? 0.45 : 0.24)) {
        shops.add(side);
      } else if (style != CompoundStyle.COTTAGES && dice.chance(sunny ? 0.2 : 0.3)) {
        homes.add(side);
      }
    }
    new Frontage(site, shops, Frontage.Style.SHOPS, dice).fill();
    new Frontage(site, homes, Frontage.Style.HOMES_OVER_SHOPS, dice).fill();
  }

  private List<Double> houses() {
    return style
        .rows()
        .map(
            rows ->
                new SlabRows(site, rows.loosened(dice.between(0.95, 1.25)), spineX, dice).fill())
        .orElseGet(() -> new Towers(site, dice).fill());
  }

  /** A gatehouse kiosk at the spine, the caretakers' office, sheds for e-bikes at the fence. */
  private void addSheds() {
    Envelope extent = site.ground().getEnvelopeInternal();
    Scatter scatter = new Scatter(site, dice);
    scatter.near(Footprints.hall(4.5, 3.2), "kiosk", 1, spineX + 7, extent.getMinY() + 9, 10);
    scatter.near(Footprints.hall(16, 9), "service", 2, spineX - 18, 0, 40);
    for (int i = dice.whole(0, 2); i > 0; i--) {
      scatter.anywhere(Footprints.hall(22, 3.4), "utility", 1, 1.8);
    }
  }
}
