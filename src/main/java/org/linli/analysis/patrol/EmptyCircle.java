package org.linli.analysis.patrol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneShapes;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The largest circle, centred in the communities where the duty is owed (where there are none, in
 * the hull of the buildings it is owed to), that no track of the window and no building visited in
 * it comes into. One in which nobody lives is not spoken of.
 */
final class EmptyCircle {
  private final Watch watch;
  private final Precinct precinct;
  private final Optional<EmptySpot.Ground> ground;
  private final Obstacles obstacles;
  private final Optional<SpotSearch> search;
  private final Optional<Circle> circle;

  EmptyCircle(Watch watch, Effort effort, Cancellation cancellation) {
    this(watch, ground(watch), Obstacles.of(watch, effort.walked()), cancellation);
  }

  private EmptyCircle(
      Watch watch,
      Optional<EmptySpot.Ground> ground,
      Obstacles obstacles,
      Cancellation cancellation) {
    this(
        watch,
        ground,
        obstacles,
        obstacles.areNone()
            ? Optional.empty()
            : ground.map(some -> SpotSearch.of(some, obstacles::metres, cancellation)));
  }

  private EmptyCircle(
      Watch watch,
      Optional<EmptySpot.Ground> ground,
      Obstacles obstacles,
      Optional<SpotSearch> search) {
    this.watch = watch;
    this.precinct = watch.precinct();
    this.ground = ground;
    this.obstacles = obstacles;
    this.search = search;
    this.circle =
        search.flatMap(SpotSearch::spot).map(this::measured).filter(found -> found.residents() > 0);
  }

  /**
   * The same with other walks. Where some only came and none of them, nor of the buildings that
   * they passed, comes into the circle, it is the largest still: all others shrank or stayed.
   */
  EmptyCircle with(
      Watch otherwise, OtherWalks walks, List<Walked> walked, Cancellation cancellation) {
    if (walks.gone().length > 0) {
      Obstacles anew = Obstacles.of(otherwise, walked);
      return new EmptyCircle(otherwise, ground, anew, cancellation);
    }
    List<Walked> more = IntStream.of(walks.come()).mapToObj(walked::get).toList();
    Obstacles others = obstacles.with(otherwise, more);
    if (search.isEmpty()) {
      return new EmptyCircle(otherwise, ground, others, cancellation);
    }
    boolean stays =
        search
            .flatMap(SpotSearch::spot)
            .filter(known -> others.metres(known.x(), known.y()) == known.metres())
            .isPresent();
    return new EmptyCircle(
        otherwise,
        ground,
        others,
        stays ? search : search.map(some -> some.with(others::metres, cancellation)));
  }

  /**
   * A circle on the plane, in metres.
   *
   * @param residentsUnknown how many of its buildings have no number of residents
   */
  record Circle(double x, double y, double radius, double residents, int residentsUnknown) {}

  private static Optional<EmptySpot.Ground> ground(Watch watch) {
    Geometry boundary = boundary(watch);
    return boundary.getDimension() < 2
        ? Optional.empty()
        : Optional.of(new EmptySpot.Ground(boundary));
  }

  private static Geometry boundary(Watch watch) {
    Precinct precinct = watch.precinct();
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
    return areas.isEmpty() ? hullOfBuildings(watch) : UnaryUnionOp.union(areas);
  }

  private static Geometry hullOfBuildings(Watch watch) {
    Precinct precinct = watch.precinct();
    List<Geometry> footprints =
        new Scope(watch)
            .owed()
            .filter(b -> !precinct.shapes().isEmpty(b))
            .mapToObj(b -> PlaneGeometries.geometry(precinct.shapes(), b))
            .toList();
    return PlaneGeometries.metres().buildGeometry(footprints).convexHull();
  }

  private Circle measured(EmptySpot spot) {
    PlaneShapes shapes = precinct.shapes();
    double[] residents = new double[1];
    int[] unknown = new int[1];
    precinct
        .index()
        .around(
            spot.x(),
            spot.y(),
            spot.metres(),
            b -> {
              if (shapes.distance(b, spot.x(), spot.y()) < spot.metres()) {
                residents[0] += precinct.knowsResidents(b) ? precinct.residents(b) : 0;
                unknown[0] += precinct.knowsResidents(b) ? 0 : 1;
              }
            });
    return new Circle(spot.x(), spot.y(), spot.metres(), residents[0], unknown[0]);
  }

  List<Metric> metrics(Scope scope) {
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
