package org.linli.analysis.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneShapes;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/**
 * Where the data ends: the convex hull of the buildings and green spaces of each town. A home whose
 * distance crosses it may have a green space outside that nobody imported.
 */
final class DataEdge {
  /** Towns are laid out at least this far apart. */
  private static final double APART_METRES = 50_000;

  private final Homes homes;
  private final double distance;
  private final List<LineString> edges;

  private DataEdge(Homes homes, double distance, List<LineString> edges) {
    this.homes = homes;
    this.distance = distance;
    this.edges = edges;
  }

  static DataEdge of(AnalysisInputs inputs, Homes homes, AccessParameters parameters) {
    List<LineString> edges = inputs.once("data edge", () -> hulls(inputs, homes));
    return new DataEdge(homes, parameters.distance(), edges);
  }

  private static List<LineString> hulls(AnalysisInputs inputs, Homes homes) {
    List<Coordinate> vertices = new ArrayList<>();
    Stream.concat(
            Stream.of(homes.shapes()),
            inputs.rows("green_spaces").map(r -> PlaneShapes.of(r, homes.planes())).stream())
        .forEach(shapes -> add(shapes, vertices));
    vertices.sort(java.util.Comparator.comparingDouble(Coordinate::getX));
    List<LineString> hulls = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= vertices.size(); i++) {
      if (i == vertices.size() || vertices.get(i).x - vertices.get(i - 1).x > APART_METRES) {
        hull(vertices.subList(first, i)).ifPresent(hulls::add);
        first = i;
      }
    }
    return hulls;
  }

  private static void add(PlaneShapes shapes, List<Coordinate> vertices) {
    for (int v = 0; v < shapes.vertices(); v++) {
      vertices.add(new Coordinate(shapes.x(v), shapes.y(v)));
    }
  }

  private static Optional<LineString> hull(List<Coordinate> vertices) {
    Geometry hull =
        new ConvexHull(vertices.toArray(Coordinate[]::new), PlaneGeometries.metres())
            .getConvexHull();
    return hull instanceof Polygon polygon
        ? Optional.of(polygon.getExteriorRing())
        : Optional.empty();
  }

  /** Whether the data ends within the distance of a building. */
  boolean isNear(int building) {
    PlaneShapes shapes = homes.shapes();
    if (shapes.isEmpty(building)) {
      return false;
    }
    Geometry wall = PlaneGeometries.geometry(shapes, building);
    return edges.stream().anyMatch(edge -> edge.isWithinDistance(wall, distance));
  }
}
