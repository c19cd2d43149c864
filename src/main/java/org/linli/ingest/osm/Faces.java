package org.linli.ingest.osm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces that the segments of an outline cut out of the plane, and which of them are inside:
 * every step over a segment leads from inside to outside or back. Roles are not asked, because they
 * are often wrong where the geometry is right.
 */
final class Faces {
  private final List<Polygon> faces = new ArrayList<>();
  private final Map<Segment, List<Integer>> facesOfSegment = new HashMap<>();

  /**
   * @param segments of closed rings that meet at their ends only
   */
  Faces(Set<Segment> segments, GeometryFactory factory) {
    Polygonizer polygonizer = new Polygonizer();
    for (Segment segment : segments) {
      polygonizer.add(line(segment, factory));
    }
    for (Object face : (Collection<?>) polygonizer.getPolygons()) {
      add((Polygon) face);
    }
  }

  private static LineString line(Segment segment, GeometryFactory factory) {
    return factory.createLineString(
        new Coordinate[] {Spot.coordinate(segment.from()), Spot.coordinate(segment.to())});
  }

  private void add(Polygon face) {
    int index = faces.size();
    faces.add(face);
    addRing(face.getExteriorRing(), index);
    for (int i = 0; i < face.getNumInteriorRing(); i++) {
      addRing(face.getInteriorRingN(i), index);
    }
  }

  private void addRing(LinearRing ring, int face) {
    for (Segment segment : segmentsOf(ring)) {
      facesOfSegment.computeIfAbsent(segment, none -> new ArrayList<>(2)).add(face);
    }
  }

  private static List<Segment> segmentsOf(LinearRing ring) {
    List<Segment> segments = new ArrayList<>(ring.getNumPoints());
    for (int i = 1; i < ring.getNumPoints(); i++) {
      segments.add(
          Segment.between(Spot.of(ring.getCoordinateN(i - 1)), Spot.of(ring.getCoordinateN(i))));
    }
    return segments;
  }

  /** The faces inside the outline. They touch in points at most. */
  List<Polygon> inside() {
    int[] depth = new int[faces.size()];
    Arrays.fill(depth, -1);
    Deque<Integer> open = new ArrayDeque<>();
    facesOfSegment.values().stream()
        .filter(sides -> sides.size() == 1)
        .forEach(sides -> visit(sides.get(0), 1, depth, open));
    while (!open.isEmpty()) {
      int face = open.remove();
      neighbours(face).forEach(next -> visit(next, depth[face] + 1, depth, open));
    }
    List<Polygon> inside = new ArrayList<>();
    for (int i = 0; i < depth.length; i++) {
      if (depth[i] % 2 == 1) {
        inside.add(faces.get(i));
      }
    }
    return inside;
  }

  private static void visit(int face, int at, int[] depth, Deque<Integer> open) {
    if (depth[face] < 0) {
      depth[face] = at;
      open.add(face);
    }
  }

  private List<Integer> neighbours(int face) {
    List<Integer> neighbours = new ArrayList<>();
    Polygon polygon = faces.get(face);
    for (int ring = -1; ring < polygon.getNumInteriorRing(); ring++) {
      LinearRing of = ring < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(ring);
      segmentsOf(of).forEach(segment -> neighbours.addAll(facesOfSegment.get(segment)));
    }
    return neighbours;
  }
}
