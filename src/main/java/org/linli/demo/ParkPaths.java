package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** A walk round a park's pond, and bent paths from it to the streets on four sides. */
final class ParkPaths {
  private static final double FROM_WATER_METRES = 9;
  private static final double REACH_METRES = 60;
  private static final int SPOKES = 4;

  private final Polygon ground;
  private final Geometry streets;
  private final LineString walk;

  /**
   * @param streets centre lines around the park, in the site's axes
   */
  ParkPaths(Polygon ground, Geometry streets, Polygon pond) {
    this.ground = ground;
    this.streets = streets;
    this.walk = ((Polygon) pond.buffer(FROM_WATER_METRES, 3)).getExteriorRing();
  }

  List<LineString> draw() {
    List<LineString> paths = new ArrayList<>();
    paths.add(walk);
    for (int i = 0; i < SPOKES; i++) {
      spoke(2 * StrictMath.PI * (i + 0.4) / SPOKES, paths);
    }
    return paths;
  }

  private void spoke(double angle, List<LineString> paths) {
    double far = ground.getEnvelopeInternal().getDiameter() + REACH_METRES;
    LineString ray = Drawing.line(Drawing.at(0, 0), along(angle, far));
    Coordinate start = nearest(Drawing.common(ray, walk).getCoordinates());
    Coordinate edge = nearest(Drawing.common(ray, ground.getExteriorRing()).getCoordinates());
    Geometry beyond =
        Drawing.line(edge, along(angle, edge.distance(Drawing.at(0, 0)) + REACH_METRES));
    Coordinate[] hits = Drawing.common(beyond, streets).getCoordinates();
    paths.add(bent(start, hits.length == 0 ? edge : nearest(hits)));
  }

  private static Coordinate nearest(Coordinate[] points) {
    Coordinate nearest = points[0];
    for (Coordinate point : points) {
      if (distance(point) < distance(nearest)) {
        nearest = point;
      }
    }
    return nearest;
  }

  private static double distance(Coordinate point) {
    return point.distance(Drawing.at(0, 0));
  }

  private static Coordinate along(double angle, double metres) {
    return Drawing.at(metres * StrictMath.cos(angle), metres * StrictMath.sin(angle));
  }

  /** From one point to another with a swing to both sides on the way. */
  private static LineString bent(Coordinate from, Coordinate to) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i <= 8; i++) {
      double t = i / 8.0;
      double swing = i == 8 ? 0 : 0.09 * StrictMath.sin(2 * StrictMath.PI * t);
      points.add(Drawing.at(from.x + dx * t - dy * swing, from.y + dy * t + dx * swing));
    }
    return Drawing.line(points);
  }
}
