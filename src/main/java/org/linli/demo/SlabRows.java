package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * Rows of slabs on a site, on both sides of a lane that runs through it: each slab as long as
 * drawn, shorter where the ground ends, some bent into an L. Returns the lines along which lanes
 * may run between the rows.
 */
final class SlabRows {
  private static final double LANE_HALF_METRES = 8.5;
  private static final double EDGE_METRES = 5;
  private static final double SIDE_GAP_METRES = 9;

  private final Site site;
  private final RowStyle style;
  private final double spineX;
  private final Dice dice;

  SlabRows(Site site, RowStyle style, double spineX, Dice dice) {
    this.site = site;
    this.style = style;
    this.spineX = spineX;
    this.dice = dice;
  }

  /**
   * Fills the site from south to north; the answer are the y of the lanes, one south of each row
   * and one north of all.
   */
  List<Double> fill() {
    Envelope extent = site.ground().getEnvelopeInternal();
    List<Double> lanes = new ArrayList<>();
    double y = extent.getMinY() + EDGE_METRES + dice.between(4, 9);
    while (y + style.depthMetres() < extent.getMaxY() - EDGE_METRES) {
      lanes.add(y - style.gapMetres() / 2);
      fillHalf(y, spineX + LANE_HALF_METRES, extent.getMaxX());
      fillHalf(y, spineX - LANE_HALF_METRES, extent.getMinX());
      y += style.depthMetres() + style.gapMetres() + dice.between(0, 2.5);
    }
    lanes.add(y - style.gapMetres() / 2);
    return lanes;
  }

  private void fillHalf(double y, double fromX, double toX) {
    double outward = Math.signum(toX - fromX);
    double x = fromX + outward * dice.between(0, 8);
    while ((toX - x) * outward > style.unitMetres() * style.fewestUnits()) {
      double built = buildAt(x, y + dice.between(-1, 1), outward);
      x += outward * (built > 0 ? built + SIDE_GAP_METRES + dice.between(-1, 5) : 4);
    }
  }

  /** The length built, or 0 when not even the shortest slab fits here. */
  private double buildAt(double x, double y, double outward) {
    int floors = dice.whole(style.fewestFloors(), style.mostFloors());
    double unit = style.unitMetres() * dice.between(0.94, 1.08);
    for (int units = dice.whole(style.fewestUnits(), style.mostUnits());
        units >= style.fewestUnits();
        units--) {
      double length = unit * units;
      if (placeSlab(x, y, outward * length, floors, units)) {
        return length;
      }
    }
    return 0;
  }

  private boolean placeSlab(double x, double y, double run, int floors, int units) {
    double depth = style.depthMetres() + dice.between(-0.6, 0.6);
    boolean bent = dice.chance(style.wingChance()) && isOutside(x);
    Polygon shape = bent ? ell(x, y, run, depth) : Drawing.rectangle(x, y, x + run, y + depth);
    if (!site.place(new Block(shape, style.use(), floors, units + (bent ? 1 : 0)), 6)) {
      return false;
    }
    if (style.isLivedIn()) {
      addNooks(x, y, run, depth);
    }
    return true;
  }

  private boolean isOutside(double x) {
    Envelope extent = site.ground().getEnvelopeInternal();
    double half = x > spineX ? extent.getMaxX() - spineX : spineX - extent.getMinX();
    return Math.abs(x - spineX) > 0.35 * half;
  }

  /** A slab with a wing northward at its outer end. */
  private Polygon ell(double x, double y, double run, double depth) {
    double end = x + run;
    double inner = end - Math.signum(run) * depth;
    double top = y + depth + style.gapMetres() - 8;
    List<Coordinate> corners = new ArrayList<>();
    corners.add(Drawing.at(x, y));
    corners.add(Drawing.at(end, y));
    corners.add(Drawing.at(end, top));
    corners.add(Drawing.at(inner, top));
    corners.add(Drawing.at(inner, y + depth));
    corners.add(Drawing.at(x, y + depth));
    return Drawing.polygon(corners);
  }

  private void addNooks(double x, double y, double run, double depth) {
    double width = Math.min(5.5, style.gapMetres() / 2 - 5);
    if (width < 2) {
      return;
    }
    int pieces = (int) Math.max(1, Math.round(Math.abs(run) / 24));
    for (int i = 0; i < pieces; i++) {
      double from = x + run * i / pieces + Math.signum(run);
      double to = x + run * (i + 1) / pieces - Math.signum(run);
      addNook(Drawing.rectangle(from, y - 1.5 - width, to, y - 1.5), false);
      addNook(Drawing.rectangle(from, y + depth + 1.5, to, y + depth + 1.5 + width), true);
    }
  }

  private void addNook(Polygon shape, boolean behind) {
    if (site.isFree(shape, 0.5)) {
      site.nooks().add(new Nook(shape, site.blocks().size() - 1, behind));
    }
  }
}
