package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.linli.analysis.Join;
import org.linli.analysis.Joiner;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Walk;
import org.linli.analysis.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * The paths that hang together near where the walk begins, the most of them if there are several
 * such. One stays on the path where a building is near enough to it, else one goes straight towards
 * the wall until it is. From each place the network is walked once, when it is first asked for.
 */
final class PathGround implements Ground {
  /** Farther than this from where the walk begins, paths are of no use to it. */
  static final double START_METRES = 500;

  private final WalkNetwork network;
  private final Walk walk;
  private final List<Join> joins = new ArrayList<>();
  private final List<Coordinate> spots = new ArrayList<>();
  private final int[] buildings;
  private final double[][] rows;
  private int walkedFrom = -1;

  private PathGround(
      WalkNetwork network,
      IntPredicate component,
      Coordinate start,
      PlaneShapes shapes,
      int[] wanted,
      Distances distances) {
    this.network = network;
    this.walk = new Walk(network, distances.longest());
    addStart(
        new Joiner(network, START_METRES, component).at(start.x, start.y).orElseThrow(), start);
    Joiner joiner = new Joiner(network, distances.join(), component);
    this.buildings =
        Arrays.stream(wanted)
            .filter(b -> addBuilding(joiner.at(shapes, b), shapes, b, distances.near()))
            .toArray();
    this.rows = new double[joins.size()][];
  }

  /**
   * How far things may be, in metres.
   *
   * @param longest the whole walk
   * @param join a building from the nearest path
   * @param near how near to a building one goes
   */
  record Distances(double longest, double join, double near) {}

  /** Empty if there is no path near where the walk begins. */
  static Optional<Ground> find(
      WalkNetwork network,
      Coordinate start,
      PlaneShapes shapes,
      int[] wanted,
      Distances distances) {
    int component = component(network, start);
    return component < 0
        ? Optional.empty()
        : Optional.of(
            new PathGround(
                network,
                segment -> network.component(segment) == component,
                start,
                shapes,
                wanted,
                distances));
  }

  /** The greatest by its segments of those near; ties go to the first. */
  private static int component(WalkNetwork network, Coordinate start) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int segment = 0; segment < network.segments(); segment++) {
      sizes.merge(network.component(segment), 1, Integer::sum);
    }
    int[] best = {-1};
    Joiner joiner =
        new Joiner(
            network,
            START_METRES,
            segment -> {
              int component = network.component(segment);
              if (best[0] < 0
                  || sizes.get(component) > sizes.get(best[0])
                  || sizes.get(component).equals(sizes.get(best[0])) && component < best[0]) {
                best[0] = component;
              }
              return false;
            });
    joiner.at(start.x, start.y);
    return best[0];
  }

  private void addStart(Join join, Coordinate start) {
    joins.add(join);
    spots.add(start);
  }

  private boolean addBuilding(
      Optional<Join> join, PlaneShapes shapes, int building, double nearMetres) {
    join.ifPresent(
        found -> {
          double off = found.metres() <= nearMetres ? 0 : found.metres() - nearMetres;
          joins.add(new Join(found.segment(), found.part(), off));
          spots.add(spot(at(found), shapes, building, off));
        });
    return join.isPresent();
  }

  /** So far off the path, straight towards the wall. */
  private static Coordinate spot(
      Coordinate onPath, PlaneShapes shapes, int building, double offMetres) {
    if (offMetres == 0) {
      return onPath;
    }
    Point point = PlaneGeometries.metres().createPoint(onPath);
    Coordinate wall =
        DistanceOp.nearestPoints(PlaneGeometries.geometry(shapes, building), point)[0];
    double part = offMetres / onPath.distance(wall);
    return new Coordinate(
        onPath.x + part * (wall.x - onPath.x), onPath.y + part * (wall.y - onPath.y));
  }

  private Coordinate at(Join join) {
    double ax = network.fromX(join.segment());
    double ay = network.fromY(join.segment());
    return new Coordinate(
        ax + join.part() * (network.toX(join.segment()) - ax),
        ay + join.part() * (network.toY(join.segment()) - ay));
  }

  @Override
  public String mode() {
    return "walk";
  }

  @Override
  public int[] buildings() {
    return buildings.clone();
  }

  @Override
  public Coordinate spot(int place) {
    return spots.get(place);
  }

  @Override
  public double metres(int from, int to) {
    if (rows[from] == null && rows[to] != null) {
      return rows[to][from];
    }
    if (rows[from] == null) {
      rows[from] = row(from);
    }
    return rows[from][to];
  }

  private double[] row(int from) {
    walkFrom(from);
    double[] row = new double[joins.size()];
    for (int to = 0; to < row.length; to++) {
      row[to] = to == from ? 0 : metresTo(from, to);
    }
    return row;
  }

  private void walkFrom(int place) {
    if (walkedFrom != place) {
      walk.from(List.of(joins.get(place)));
      walkedFrom = place;
    }
  }

  private double metresTo(int from, int to) {
    return Math.min(walk.metresTo(joins.get(to)), metresAlong(from, to));
  }

  /** Along the segment that both are joined to; infinite if they are not. */
  private double metresAlong(int from, int to) {
    return joins.get(from).segment() == joins.get(to).segment()
        ? walk.metresBetween(joins.get(from), joins.get(to))
        : Double.POSITIVE_INFINITY;
  }

  /** How many nodes of the network were settled so far. */
  long settled() {
    return walk.settled();
  }

  @Override
  public List<Coordinate> way(int from, int to) {
    walkFrom(from);
    List<Coordinate> way = new ArrayList<>();
    way.add(spots.get(from));
    way.add(at(joins.get(from)));
    if (walk.metresTo(joins.get(to)) < metresAlong(from, to)) {
      for (int node : walk.nodesTo(joins.get(to))) {
        way.add(new Coordinate(network.x(node), network.y(node)));
      }
    }
    way.add(at(joins.get(to)));
    way.add(spots.get(to));
    return way;
  }
}
