package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * The ways inside a site: a spine from gate to gate, a lane between each two rows of houses, one of
 * them led out to the streets at the sides. A lane ends where a house stands in its way.
 */
final class Lanes {
  private static final double REACH_METRES = 70;
  private static final double BESIDE_HOUSE_METRES = 1.2;

  private final Site site;
  private final double spineX;
  private final Geometry streets;
  private final Geometry houses;

  /**
   * @param streets the centre lines around the site, in the site's axes
   * @param gardens what no lane may cut
   */
  Lanes(Site site, double spineX, Geometry streets, List<Polygon> gardens) {
    this.site = site;
    this.spineX = spineX;
    this.streets = streets;
    List<Geometry> shapes = new ArrayList<>(gardens);
    for (Block block : site.blocks()) {
      shapes.add(block.shape().buffer(BESIDE_HOUSE_METRES, 1));
    }
    this.houses = Drawing.FACTORY.buildGeometry(shapes).buffer(0);
  }

  List<LineString> draw(List<Double> lanesY) {
    List<LineString> lanes = new ArrayList<>();
    lanes.add(spine());
    LineString crossLane = null;
    double middleY = site.ground().getCentroid().getY();
    for (double y : lanesY) {
      LineString lane = laneAt(y);
      if (lane == null) {
        continue;
      }
      lanes.add(lane);
      if (crossLane == null || Math.abs(y - middleY) < Math.abs(yOf(crossLane) - middleY)) {
        crossLane = lane;
      }
    }
    if (crossLane != null) {
      leadOut(crossLane, lanes);
    }
    return lanes;
  }

  /** The lane through the site, out to the streets south and north of it where there are any. */
  private LineString spine() {
    Envelope extent = site.ground().getEnvelopeInternal();
    Geometry inside =
        Drawing.common(
            Drawing.line(
                Drawing.at(spineX, extent.getMinY() - 1), Drawing.at(spineX, extent.getMaxY() + 1)),
            site.ground());
    Envelope within = inside.getEnvelopeInternal();
    Coordinate south = Drawing.at(spineX, within.getMinY());
    Coordinate north = Drawing.at(spineX, within.getMaxY());
    return Drawing.line(streetFrom(south, 0, -1), streetFrom(north, 0, 1));
  }

  private LineString laneAt(double y) {
    Envelope extent = site.ground().getEnvelopeInternal();
    LineString whole =
        Drawing.line(Drawing.at(extent.getMinX(), y), Drawing.at(extent.getMaxX(), y));
    Geometry free = Drawing.without(Drawing.common(whole, site.ground().buffer(-3)), houses);
    return Drawing.lines(free).stream()
        .filter(part -> crossesSpine(part) && part.getLength() > 15)
        .findFirst()
        .orElse(null);
  }

  private boolean crossesSpine(LineString part) {
    Envelope extent = part.getEnvelopeInternal();
    return extent.getMinX() < spineX && spineX < extent.getMaxX();
  }

  private static double yOf(LineString lane) {
    return lane.getStartPoint().getY();
  }

  private void leadOut(LineString lane, List<LineString> lanes) {
    Envelope extent = lane.getEnvelopeInternal();
    lead(Drawing.at(extent.getMinX(), yOf(lane)), -1, lanes);
    lead(Drawing.at(extent.getMaxX(), yOf(lane)), 1, lanes);
  }

  private void lead(Coordinate end, int eastward, List<LineString> lanes) {
    Coordinate street = streetFrom(end, eastward, 0);
    LineString way = Drawing.line(end, street);
    if (way.getLength() > 1 && !way.intersects(Drawing.FACTORY.buildGeometry(footprints()))) {
      lanes.add(way);
    }
  }

  private List<Geometry> footprints() {
    List<Geometry> shapes = new ArrayList<>();
    site.blocks().forEach(block -> shapes.add(block.shape()));
    return shapes;
  }

  /** The nearest point of a street straight ahead, or where one stands when there is none. */
  private Coordinate streetFrom(Coordinate from, double dx, double dy) {
    Coordinate far = Drawing.at(from.x + dx * REACH_METRES, from.y + dy * REACH_METRES);
    Coordinate nearest = from;
    double least = Double.MAX_VALUE;
    for (Coordinate hit : Drawing.common(Drawing.line(from, far), streets).getCoordinates()) {
      if (hit.distance(from) < least) {
        least = hit.distance(from);
        nearest = hit;
      }
    }
    return nearest;
  }
}
