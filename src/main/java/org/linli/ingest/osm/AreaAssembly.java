package org.linli.ingest.osm;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Puts the ways of a multipolygon together, by where they lie and not by what they are called. */
final class AreaAssembly {
  static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4326);

  private AreaAssembly() {}

  /** What the ways make. */
  sealed interface Assembled {
    /** A polygon, or several that touch in points at most. */
    record Area(Geometry geometry) implements Assembled {}

    /** The outline does not close. {@code where} it ends; empty if there is no outline at all. */
    record Open(Optional<Coordinate> where) implements Assembled {}

    /** The outline crosses or touches itself where it has no common node. */
    record Crossed(Coordinate where) implements Assembled {}

    /** To tell whether the outline crosses itself takes more work than is given to it. */
    record TooLarge() implements Assembled {}
  }

  /**
   * @param ways the spots of each way, in order
   */
  static Assembled of(List<long[]> ways) {
    Outline outline = Outline.of(ways);
    Optional<Long> end = outline.findOpenEnd();
    if (end.isPresent() || outline.segments().isEmpty()) {
      return new Assembled.Open(end.map(Spot::coordinate));
    }
    CrossingFinder crossings = new CrossingFinder(CrossingFinder.MOST_STEPS);
    Optional<Coordinate> crossing = crossings.find(outline.segments());
    if (crossing.isPresent()) {
      return new Assembled.Crossed(crossing.get());
    }
    return crossings.isGivenUp()
        ? new Assembled.TooLarge()
        : new Assembled.Area(united(new Faces(outline.segments(), FACTORY).inside()));
  }

  private static Geometry united(List<Polygon> inside) {
    return inside.size() == 1
        ? inside.get(0)
        : FACTORY.createMultiPolygon(inside.toArray(Polygon[]::new));
  }
}
