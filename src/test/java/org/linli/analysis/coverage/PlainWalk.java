package org.linli.analysis.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * How far each home walks to the nearest green, said a second time and plainly: a graph of objects,
 * one Dijkstra from all greens at once, geometry by JTS, and a plane of its own (metres along the
 * meridian and the parallel of WGS 84). It shares no code with the analysis.
 */
final class PlainWalk {
  private static final double JOIN_METRES = 50;
  private static final double STEP_METRES = 5;

  /** Edges as near as this are as good as the nearest, since the planes differ. */
  private static final double SAME_METRES = 0.05;

  private static final GeometryFactory METRES = new GeometryFactory();

  private final double middleLon;
  private final Map<Coordinate, Node> nodes = new HashMap<>();
  private final STRtree edges = new STRtree();
  private final List<Join> gates = new ArrayList<>();
  private final STRtree greens = new STRtree();

  private static final class Node {
    final Coordinate at;
    final List<Edge> edges = new ArrayList<>();
    double metres = Double.POSITIVE_INFINITY;

    Node(Coordinate at) {
      this.at = at;
    }
  }

  private record Edge(Node one, Node other, LineSegment line) {
    double length() {
      return line.getLength();
    }
  }

  /** A place on an edge, so far from its one end, and so far from what is joined. */
  private record Join(Edge edge, double along, double metres) {}

  /** The least and the most that a home walks, by which of equally near edges it takes. */
  record Metres(double least, double most) {}

  PlainWalk(double middleLon) {
    this.middleLon = middleLon;
  }

  Geometry metres(Geometry degrees) {
    Geometry plane = METRES.createGeometry(degrees).copy();
    plane.apply((CoordinateFilter) this::project);
    plane.geometryChanged();
    return plane;
  }

  /** Rows of parallels: true along each and along the middle meridian. */
  private void project(Coordinate c) {
    double e2 = 0.00669437999014;
    double a = 6_378_137;
    double lat = Math.toRadians(c.y);
    double n = a / Math.sqrt(1 - e2 * Math.sin(lat) * Math.sin(lat));
    double x = n * Math.cos(lat) * Math.toRadians(c.x - middleLon);
    double y =
        a
            * ((1 - e2 / 4 - 3 * e2 * e2 / 64) * lat
                - (3 * e2 / 8 + 3 * e2 * e2 / 32) * Math.sin(2 * lat)
                + 15 * e2 * e2 / 256 * Math.sin(4 * lat));
    c.setX(x);
    c.setY(y);
  }

  void addPath(Geometry degrees) {
    for (int part = 0; part < degrees.getNumGeometries(); part++) {
      Coordinate[] spots = degrees.getGeometryN(part).getCoordinates();
      Coordinate[] metres = metres(degrees.getGeometryN(part)).getCoordinates();
      for (int i = 1; i < spots.length; i++) {
        if (!spots[i].equals2D(spots[i - 1])) {
          addEdge(node(spots[i - 1], metres[i - 1]), node(spots[i], metres[i]));
        }
      }
    }
  }

  private Node node(Coordinate spot, Coordinate metres) {
    return nodes.computeIfAbsent(new Coordinate(spot.x, spot.y), key -> new Node(metres));
  }

  private void addEdge(Node one, Node other) {
    Edge edge = new Edge(one, other, new LineSegment(one.at, other.at));
    one.edges.add(edge);
    other.edges.add(edge);
    edges.insert(new Envelope(one.at, other.at), edge);
  }

  @SuppressWarnings("unchecked")
  private List<Edge> edgesNear(Envelope where, double metres) {
    Envelope wide = new Envelope(where);
    wide.expandBy(metres);
    return edges.query(wide);
  }

  /** One polygon of a green that is large enough. */
  void addGreen(Geometry degrees) {
    Geometry green = metres(degrees);
    var prepared = PreparedGeometryFactory.prepare(green);
    greens.insert(green.getEnvelopeInternal(), prepared);
    Coordinate[][] rings = rings(green);
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        addSide(new LineSegment(ring[i - 1], ring[i]));
      }
    }
    for (Edge edge : edgesNear(green.getEnvelopeInternal(), 0)) {
      for (Node end : List.of(edge.one, edge.other)) {
        if (prepared.contains(METRES.createPoint(end.at))) {
          gates.add(new Join(edge, end == edge.one ? 0 : edge.length(), 0));
        }
      }
    }
  }

  private static Coordinate[][] rings(Geometry area) {
    Geometry boundary = area.getBoundary();
    Coordinate[][] rings = new Coordinate[boundary.getNumGeometries()][];
    Arrays.setAll(rings, i -> boundary.getGeometryN(i).getCoordinates());
    return rings;
  }

  private void addSide(LineSegment side) {
    int steps = (int) Math.ceil(side.getLength() / STEP_METRES);
    for (int i = 0; i <= steps; i++) {
      Point spot = METRES.createPoint(side.pointAlong((double) i / Math.max(1, steps)));
      nearest(spot).stream().limit(1).forEach(gates::add);
    }
    for (Edge edge : edgesNear(new Envelope(side.p0, side.p1), 0)) {
      Coordinate crossing = edge.line.intersection(side);
      if (crossing != null) {
        gates.add(new Join(edge, edge.line.p0.distance(crossing), 0));
      }
    }
  }

  /**
   * Where a thing meets the nearest edge, and all other places that are as near: along a wall that
   * is parallel to a street, and on other edges.
   */
  private List<Join> nearest(Geometry thing) {
    List<Join> joins = new ArrayList<>();
    for (Edge edge : edgesNear(thing.getEnvelopeInternal(), JOIN_METRES)) {
      Coordinate[] walls = thing.getCoordinates();
      for (int i = 0; i < walls.length; i++) {
        offer(edge, edge.line.closestPoint(walls[i]), edge.line.distance(walls[i]), joins);
        Coordinate crossing =
            i == 0 ? null : edge.line.intersection(new LineSegment(walls[i - 1], walls[i]));
        if (crossing != null) {
          offer(edge, crossing, 0, joins);
        }
      }
      for (Coordinate end : List.of(edge.line.p0, edge.line.p1)) {
        offer(edge, end, thing.distance(METRES.createPoint(end)), joins);
      }
    }
    joins.sort(Comparator.comparingDouble(Join::metres));
    return joins.stream()
        .takeWhile(join -> join.metres <= joins.get(0).metres + SAME_METRES)
        .toList();
  }

  private static void offer(Edge edge, Coordinate at, double metres, List<Join> joins) {
    if (metres <= JOIN_METRES) {
      joins.add(new Join(edge, edge.line.p0.distance(at), metres));
    }
  }

  /** Dijkstra from all gates at once; call when all is added. */
  void walk() {
    record Step(double metres, Node node) {}
    PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingDouble(Step::metres));
    for (Join gate : gates) {
      open.add(new Step(gate.metres + gate.along, gate.edge.one));
      open.add(new Step(gate.metres + gate.edge.length() - gate.along, gate.edge.other));
    }
    while (!open.isEmpty()) {
      Step step = open.poll();
      if (step.metres < step.node.metres) {
        step.node.metres = step.metres;
        for (Edge edge : step.node.edges) {
          Node next = edge.one == step.node ? edge.other : edge.one;
          open.add(new Step(step.metres + edge.length(), next));
        }
      }
    }
    gatesOf = gates.stream().collect(Collectors.groupingBy(Join::edge));
  }

  private Map<Edge, List<Join>> gatesOf = Map.of();

  Metres of(Geometry degrees) {
    Geometry home = metres(degrees);
    if (isAtGreen(home)) {
      return new Metres(0, 0);
    }
    double[] walks = nearest(home).stream().mapToDouble(this::metres).toArray();
    return walks.length == 0
        ? new Metres(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)
        : new Metres(
            Arrays.stream(walks).min().orElseThrow(), Arrays.stream(walks).max().orElseThrow());
  }

  private double metres(Join home) {
    double least =
        Math.min(
            home.along + home.edge.one.metres,
            home.edge.length() - home.along + home.edge.other.metres);
    for (Join gate : gatesOf.getOrDefault(home.edge, List.of())) {
      least = Math.min(least, gate.metres + Math.abs(gate.along - home.along));
    }
    return least + home.metres;
  }

  @SuppressWarnings("unchecked")
  private boolean isAtGreen(Geometry home) {
    List<PreparedGeometry> near = greens.query(home.getEnvelopeInternal());
    return near.stream().anyMatch(green -> green.intersects(home));
  }
}
