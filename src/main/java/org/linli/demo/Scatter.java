package org.linli.demo;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/** Places single shapes on a site by trying spots until one is free. */
final class Scatter {
  private static final int TRIES = 160;
  private static final double EAST_METRES = 45;

  private final Site site;
  private final Dice dice;

  Scatter(Site site, Dice dice) {
    this.site = site;
    this.dice = dice;
  }

  boolean anywhere(Polygon shape, String use, int floors, double clearanceMetres) {
    Optional<Polygon> spot = findSpot(shape, site.ground().getEnvelopeInternal(), clearanceMetres);
    spot.ifPresent(there -> site.place(new Block(there, use, floors, 0), clearanceMetres));
    return spot.isPresent();
  }

  boolean near(Polygon shape, String use, int floors, double x, double y, double withinMetres) {
    Envelope around = new Envelope(Drawing.at(x, y));
    around.expandBy(withinMetres);
    Optional<Polygon> spot = findSpot(shape, around, 2);
    spot.ifPresent(there -> site.place(new Block(there, use, floors, 0), 2));
    return spot.isPresent();
  }

  /** A free spot for something that is no building; it is reserved. */
  Optional<Polygon> open(Polygon shape, double clearanceMetres) {
    Optional<Polygon> spot = findSpot(shape, site.ground().getEnvelopeInternal(), clearanceMetres);
    spot.ifPresent(site::reserve);
    return spot;
  }

  /** The same a little east of the middle of the site. */
  Optional<Polygon> openInTheMiddle(Polygon shape, double clearanceMetres) {
    Envelope middle = new Envelope(Drawing.at(EAST_METRES, 0));
    middle.expandBy(18);
    Optional<Polygon> spot = findSpot(shape, middle, clearanceMetres);
    spot.ifPresent(site::reserve);
    return spot;
  }

  private Optional<Polygon> findSpot(Polygon shape, Envelope where, double clearanceMetres) {
    for (int i = 0; i < TRIES; i++) {
      Polygon there =
          Footprints.moved(
              shape,
              dice.between(where.getMinX(), where.getMaxX()),
              dice.between(where.getMinY(), where.getMaxY()));
      if (site.isFree(there, clearanceMetres)) {
        return Optional.of(there);
      }
    }
    return Optional.empty();
  }
}
