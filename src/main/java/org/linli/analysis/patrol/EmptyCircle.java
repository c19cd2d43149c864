package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneShapes;
import org.locationtech.jts.algorithm.construct.LargestEmptyCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The largest circle, centred in the communities where the duty is owed (where there are none, in
 * the hull of the buildings it is owed to), that no track of the window and no building visited in
 * it comes into. One in which nobody lives is not spoken of.
 */
final class EmptyCircle {
  private static final double TOLERANCE_METRES = 1;
  private final Watch watch;
  private final Precinct precinct;
  private final Optional<Circle> circle;

  EmptyCircle(Watch watch, Effort effort) {
    this.watch = watch;
    this.precinct = watch.precinct();
    this.circle = find(obstacles(effort.lines())).filter(found -> found.residents() > 0);
  }

  /**
   * A circle on the plane, in metres.
   *
   * @param residentsUnknown how many of its buildings have no number of residents
   */
  record Circle(double x, double y, double radius, double residents, int residentsUnknown) {}

  Optional<Circle> circle() {
    return circle;
  }

  private List<Geometry> obstacles(List<Geometry> lines) {
    List<Geometry> obstacles = new ArrayList<>(lines);
    long from = watch.parameters().from();
    long asOf = watch.parameters().asOf();
    IntStream.range(0, precinct.size())
        .filter(b -> watch.presence().touches(b, from, asOf) && !precinct.shapes().isEmpty(b))
        .mapToObj(b -> PlaneGeometries.geometry(precinct.shapes(), b))
        .forEach(obstacles::add);
    return obstacles;
  }

  private Optional<Circle> find(List<Geometry> obstacles) {
    Geometry boundary = boundary();
    if (obstacles.isEmpty() || boundary.getDimension() < 2) {
      return Optional.empty();
    }
    Geometry all = PlaneGeometries.metres().buildGeometry(obstacles);
    LineString radius = LargestEmptyCircle.getRadiusLine(all, boundary, TOLERANCE_METRES);
    return radius.isEmpty()
        ? Optional.empty()
        : Optional.of(measured(radius.getCoordinateN(0), radius.getLength()));
  }

  private Geometry boundary() {
    List<Geometry> areas =
        precinct
            .communities()
            .map(
                communities ->
                    Scope.byArea(watch, communities).keySet().stream()
                        .map(area -> PlaneGeometries.area(communities.shapes(), area))
                        .filter(area -> !area.isEmpty())
                        .toList())
            .orElse(List.of());
    return areas.isEmpty() ? hullOfBuildings() : UnaryUnionOp.union(areas);
  }

  private Geometry hullOfBuildings() {
    List<Geometry> footprints =
        new Scope(watch)
            .owed()
            .filter(b -> !precinct.shapes().isEmpty(b))
            .mapToObj(b -> PlaneGeometries.geometry(precinct.shapes(), b))
            .toList();
    return PlaneGeometries.metres().buildGeometry(footprints).convexHull();
  }

  private Circle measured(Coordinate centre, double radius) {
    PlaneShapes shapes = precinct.shapes();
    double[] residents = new double[1];
    int[] unknown = new int[1];
    precinct
        .index()
        .around(
            centre.x,
            centre.y,
            radius,
            b -> {
              if (shapes.distance(b, centre.x, centre.y) < radius) {
                residents[0] += precinct.knowsResidents(b) ? precinct.residents(b) : 0;
                unknown[0] += precinct.knowsResidents(b) ? 0 : 1;
              }
            });
    return new Circle(centre.x, centre.y, radius, residents[0], unknown[0]);
  }

  List<Metric> metrics() {
    Scope scope = new Scope(watch);
    Exclusion unknown = scope.residentsUnknown();
    return List.of(
        scope
            .metric("empty_circle.radius")
            .valueOr(value(Circle::radius), "no_empty_circle_with_residents"),
        scope
            .metric("empty_circle.residents")
            .without(List.of(unknown))
            .valueOr(value(Circle::residents), "no_empty_circle_with_residents"));
  }

  private OptionalDouble value(ToDoubleFunction<Circle> part) {
    return circle.stream().mapToDouble(part).findFirst();
  }
}
