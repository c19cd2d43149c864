package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/** Point towers in staggered rows, each with notched sides, as a compound of the 2010s has them. */
final class Towers {
  private static final double ROW_METRES = 58;
  private static final double COLUMN_METRES = 52;

  private final Site site;
  private final Dice dice;

  Towers(Site site, Dice dice) {
    this.site = site;
    this.dice = dice;
  }

  /** Fills the site; the answer are the y of the lanes between the rows. */
  List<Double> fill() {
    Envelope extent = site.ground().getEnvelopeInternal();
    List<Double> lanes = new ArrayList<>();
    boolean odd = false;
    for (double y = extent.getMinY() + 32; y < extent.getMaxY() - 22; y += ROW_METRES) {
      lanes.add(y - ROW_METRES / 2);
      double first = extent.getMinX() + (odd ? 26 + COLUMN_METRES / 2 : 26);
      for (double x = first; x < extent.getMaxX() - 16; x += COLUMN_METRES) {
        placeTower(x + dice.between(-4, 4), y + dice.between(-5, 5));
      }
      odd = !odd;
    }
    return lanes;
  }

  private void placeTower(double x, double y) {
    double half = dice.between(12.5, 15.5);
    if (!site.place(
        new Block(cross(x, y, half, half * 0.8), "residential", dice.whole(16, 28), 2), 12)) {
      return;
    }
    int tower = site.blocks().size() - 1;
    addNook(Drawing.rectangle(x - half, y - half - 9, x + half, y - half - 2.5), tower, false);
    addNook(Drawing.rectangle(x - half, y + half + 2.5, x + half, y + half + 8), tower, true);
  }

  private void addNook(Polygon shape, int tower, boolean behind) {
    if (site.isFree(shape, 1)) {
      site.nooks().add(new Nook(shape, tower, behind));
    }
  }

  private static Polygon cross(double x, double y, double halfWidth, double halfDepth) {
    double a = halfWidth;
    double b = halfDepth;
    double notch = 3.2;
    double[][] corners = {
      {-a, -b + notch},
      {-a + notch, -b + notch},
      {-a + notch, -b},
      {-2, -b},
      {-2, -b + notch},
      {2, -b + notch},
      {2, -b},
      {a - notch, -b},
      {a - notch, -b + notch},
      {a, -b + notch},
      {a, b - notch},
      {a - notch, b - notch},
      {a - notch, b},
      {-a + notch, b},
      {-a + notch, b - notch},
      {-a, b - notch}
    };
    List<Coordinate> ring = new ArrayList<>();
    for (double[] corner : corners) {
      ring.add(Drawing.at(x + corner[0], y + corner[1]));
    }
    return Drawing.polygon(ring);
  }
}
