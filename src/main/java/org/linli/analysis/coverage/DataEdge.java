package org.linli.analysis.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Segments;
import org.linli.analysis.Town;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Where the data ends: the convex hull of the buildings and green spaces of each town. A home whose
 * distance crosses it may have a green space outside that nobody imported.
 */
final class DataEdge {
  /** Towns are laid out at least this far apart. */
  private static final double APART_METRES = 50_000;

  private final PlaneShapes homes;
  private final double distance;
  private final List<Coordinate> ofHomes;
  private final List<Coordinate[]> edges;
  private final boolean[] near;

  private DataEdge(PlaneShapes homes, double distance, List<Coordinate> ofHomes, Greens greens) {
    this(homes, distance, ofHomes, hulls(ofHomes, greens));
  }

  private DataEdge(
      PlaneShapes homes, double distance, List<Coordinate> ofHomes, List<Coordinate[]> edges) {
    this.homes = homes;
    this.distance = distance;
    this.ofHomes = ofHomes;
    this.edges = edges;
    this.near = new boolean[homes.size()];
    IntStream.range(0, near.length).parallel().forEach(b -> near[b] = reaches(b));
  }

  static DataEdge of(Town homes, Greens greens, AccessParameters parameters) {
    List<Coordinate> ofHomes = Outermost.of(homes.shapes(), APART_METRES);
    return new DataEdge(homes.shapes(), parameters.distance(), ofHomes, greens);
  }

  /** The same with other green spaces; itself, when they do not move the edge. */
  DataEdge with(Greens greens) {
    List<Coordinate[]> moved = hulls(ofHomes, greens);
    return Arrays.deepEquals(moved.toArray(), edges.toArray())
        ? this
        : new DataEdge(homes, distance, ofHomes, moved);
  }

  private static List<Coordinate[]> hulls(List<Coordinate> ofHomes, Greens greens) {
    List<Coordinate> outermost = new ArrayList<>(ofHomes);
    outermost.addAll(Outermost.of(greens.shapes(), APART_METRES));
    outermost.sort(java.util.Comparator.comparingDouble(Coordinate::getX));
    List<Coordinate[]> hulls = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= outermost.size(); i++) {
      if (i == outermost.size() || outermost.get(i).x - outermost.get(i - 1).x > APART_METRES) {
        hulls.add(hull(outermost.subList(first, i)));
        first = i;
      }
    }
    return hulls;
  }

  private static Coordinate[] hull(List<Coordinate> vertices) {
    Geometry hull =
        new ConvexHull(vertices.toArray(Coordinate[]::new), PlaneGeometries.metres())
            .getConvexHull();
    return hull.getCoordinates();
  }

  /** Whether the data ends within the distance of a building. */
  boolean isNear(int building) {
    return near[building];
  }

  private boolean reaches(int building) {
    if (homes.isEmpty(building)) {
      return false;
    }
    double halfWidth = (homes.maxX(building) - homes.minX(building)) / 2;
    double halfDepth = (homes.maxY(building) - homes.minY(building)) / 2;
    double middle = metres(homes.minX(building) + halfWidth, homes.minY(building) + halfDepth);
    return middle - Math.hypot(halfWidth, halfDepth) <= distance && isNearCorner(building);
  }

  /** A hull around everything is nowhere nearer to a wall than to one of its ends. */
  private boolean isNearCorner(int building) {
    int end = homes.partEnd(homes.endPart(building) - 1);
    for (int v = homes.partStart(homes.firstPart(building)); v < end; v++) {
      if (metres(homes.x(v), homes.y(v)) <= distance) {
        return true;
      }
    }
    return false;
  }

  private double metres(double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (Coordinate[] edge : edges) {
      for (int i = 1; i < edge.length; i++) {
        least =
            Math.min(
                least, Segments.squared(x, y, edge[i - 1].x, edge[i - 1].y, edge[i].x, edge[i].y));
      }
    }
    return Math.sqrt(least);
  }
}
