package org.linli.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The ways of a place as a graph, with a vertex at least every eight metres, for working out how
 * somebody walked.
 */
final class PathGraph {
  private static final double STEP_METRES = 8;

  private final List<Coordinate> vertices = new ArrayList<>();
  private final List<List<Integer>> neighbours = new ArrayList<>();

  PathGraph(List<Way> ways) {
    Map<Coordinate, Integer> known = new HashMap<>();
    for (Way way : ways) {
      Integer last = null;
      for (Coordinate point : Densifier.densify(way.line(), STEP_METRES).getCoordinates()) {
        Integer vertex = known.computeIfAbsent(point, this::add);
        if (last != null) {
          neighbours.get(last).add(vertex);
          neighbours.get(vertex).add(last);
        }
        last = vertex;
      }
    }
  }

  private int add(Coordinate point) {
    vertices.add(point);
    neighbours.add(new ArrayList<>());
    return vertices.size() - 1;
  }

  Coordinate at(int vertex) {
    return vertices.get(vertex);
  }

  int size() {
    return vertices.size();
  }

  /** The allowed vertex nearest to a shape. */
  int nearest(Geometry shape, IntPredicate allowed) {
    int nearest = -1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < vertices.size(); i++) {
      double distance = allowed.test(i) ? shape.distance(Drawing.point(vertices.get(i))) : least;
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /** The shortest way over allowed vertices, both ends included; empty when there is none. */
  List<Coordinate> route(int from, int to, IntPredicate allowed) {
    double[] length = new double[vertices.size()];
    int[] before = new int[vertices.size()];
    Arrays.fill(length, Double.MAX_VALUE);
    Arrays.fill(before, -1);
    length[from] = 0;
    PriorityQueue<Reached> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble(Reached::length).thenComparingInt(Reached::vertex));
    queue.add(new Reached(from, 0));
    while (!queue.isEmpty()) {
      Reached here = queue.remove();
      if (here.vertex() == to) {
        return traced(before, to);
      }
      for (int next : neighbours.get(here.vertex())) {
        double through = here.length() + at(here.vertex()).distance(at(next));
        if (allowed.test(next) && through < length[next]) {
          length[next] = through;
          before[next] = here.vertex();
          queue.add(new Reached(next, through));
        }
      }
    }
    return List.of();
  }

  private record Reached(int vertex, double length) {}

  private List<Coordinate> traced(int[] before, int to) {
    List<Coordinate> points = new ArrayList<>();
    for (int vertex = to; vertex >= 0; vertex = before[vertex]) {
      points.add(at(vertex));
    }
    Collections.reverse(points);
    return points;
  }
}
