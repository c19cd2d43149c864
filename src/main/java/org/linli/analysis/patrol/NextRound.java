package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.WalkNetwork;
import org.linli.layer.InvalidParameterException;
import org.locationtech.jts.geom.Coordinate;

/**
 * The walk, through buildings in gap, that avoids the most person-days of gap over the next
 * interval of each within the time there is: residents × (interval − time to get there), since
 * nobody would come otherwise. A building whose residents nobody knows weighs nothing and is not
 * gone to; one that cannot be reached from the start is never counted.
 */
final class NextRound {
  /** Of more buildings than this, those most worth it by themselves are thought about. */
  static final int MOST_PLACES = 400;

  private final Watch watch;
  private final RoundParameters parameters;
  private final Ground ground;
  private final Tour tour;
  private final int[] left;
  private final int[] unreachable;
  private final int[] unknown;
  private final int[] placeless;

  /**
   * @throws InvalidParameterException if the start, community or post is none
   */
  static NextRound of(
      AnalysisInputs inputs, RoundParameters parameters, Cancellation cancellation) {
    return new NextRound(inputs, parameters, cancellation);
  }

  private NextRound(AnalysisInputs inputs, RoundParameters parameters, Cancellation cancellation) {
    this.watch = Watch.of(inputs, parameters.watching(), cancellation);
    this.parameters = parameters;
    Departure departure = new Departure(watch, parameters);
    IntPredicate allowed = departure.allowed();
    Precinct precinct = watch.precinct();
    int[] inGap =
        IntStream.range(0, precinct.size())
            .filter(b -> watch.standing(b).isInGap() && allowed.test(b))
            .toArray();
    this.placeless = where(inGap, b -> precinct.shapes().isEmpty(b));
    this.unknown = where(inGap, b -> !precinct.shapes().isEmpty(b) && !precinct.knowsResidents(b));
    int[] wanted = where(inGap, b -> !precinct.shapes().isEmpty(b) && precinct.knowsResidents(b));
    Coordinate start = departure.start();
    Ground whole = ground(inputs, start, wanted);
    int[] reachable = whole.buildings();
    this.unreachable = where(wanted, b -> Arrays.binarySearch(reachable, b) < 0);
    this.ground = reachable.length > MOST_PLACES ? ground(inputs, start, mostWorth(whole)) : whole;
    cancellation.check();
    this.tour = new Orienteering(errand(ground), cancellation).best();
    int[] gone = IntStream.range(0, stops()).map(this::building).sorted().toArray();
    this.left = where(reachable, b -> Arrays.binarySearch(gone, b) < 0);
  }

  private static int[] where(int[] buildings, IntPredicate test) {
    return Arrays.stream(buildings).filter(test).toArray();
  }

  private Ground ground(AnalysisInputs inputs, Coordinate start, int[] wanted) {
    Precinct precinct = watch.precinct();
    PathGround.Distances distances =
        new PathGround.Distances(
            parameters.longestMetres(), parameters.joinMetres(), parameters.nearMetres());
    return inputs
        .rows("paths")
        .filter(paths -> paths.size() > 0)
        .map(
            paths ->
                inputs.once(
                    Set.of("buildings", "paths"),
                    "walk network",
                    () -> WalkNetwork.of(paths, precinct.planes())))
        .flatMap(paths -> PathGround.find(paths, start, precinct.shapes(), wanted, distances))
        .orElseGet(() -> new OpenGround(start, precinct.shapes(), wanted));
  }

  /** Those with the most worth by time if one went there first. */
  private int[] mostWorth(Ground whole) {
    Errand errand = errand(whole);
    int[] buildings = whole.buildings();
    Comparator<Integer> byRate = Comparator.comparingDouble(place -> -rate(errand, place));
    return IntStream.rangeClosed(1, buildings.length)
        .boxed()
        .sorted(byRate.thenComparing(Comparator.naturalOrder()))
        .limit(MOST_PLACES)
        .mapToInt(place -> buildings[place - 1])
        .sorted()
        .toArray();
  }

  private static double rate(Errand errand, int place) {
    double seconds = errand.legs().seconds(0, place);
    return errand.worth(place, seconds) / Math.max(1, seconds + errand.staySeconds());
  }

  private Errand errand(Ground on) {
    int[] buildings = on.buildings();
    double[] people = new double[buildings.length + 1];
    double[] intervals = new double[buildings.length + 1];
    for (int i = 0; i < buildings.length; i++) {
      people[i + 1] = watch.precinct().residents(buildings[i]);
      intervals[i + 1] = watch.interval(buildings[i]) / 1000.0;
    }
    return new Errand(
        (from, to) -> on.metres(from, to) / parameters.metresASecond(),
        people,
        intervals,
        parameters.staySeconds(),
        parameters.budgetSeconds());
  }

  Watch watch() {
    return watch;
  }

  String mode() {
    return ground.mode();
  }

  /** How many buildings one comes to. */
  int stops() {
    return tour.size() - 1;
  }

  /** The building of a stop, counted from 0. */
  int building(int stop) {
    return ground.buildings()[tour.place(stop + 1) - 1];
  }

  /** Where one stands at a stop, in metres. */
  Coordinate spot(int stop) {
    return ground.spot(tour.place(stop + 1));
  }

  /** Seconds from setting out until one is there. */
  double arrival(int stop) {
    return tour.arrival(stop + 1);
  }

  /** Metres walked until one is there. */
  double metresTo(int stop) {
    double metres = 0;
    for (int i = 0; i <= stop; i++) {
      metres += ground.metres(tour.place(i), tour.place(i + 1));
    }
    return metres;
  }

  /** Metres of the whole walk. */
  double metres() {
    return stops() == 0 ? 0 : metresTo(stops() - 1);
  }

  /** Seconds until the last stay ends. */
  double seconds() {
    return tour.seconds();
  }

  /** The gap of the next interval that coming to a stop avoids. */
  double personDays(int stop) {
    int building = building(stop);
    double seconds = Math.max(0, watch.interval(building) / 1000.0 - arrival(stop));
    return watch.precinct().residents(building) * seconds * 1000 / GapDays.MILLIS_PER_DAY;
  }

  /** The gap of the next interval at a building if nobody comes. */
  double personDaysIfNobody(int building) {
    return watch.precinct().residents(building) * watch.interval(building) / GapDays.MILLIS_PER_DAY;
  }

  /** In gap, reachable and weighed, but not gone to; ascending. */
  int[] left() {
    return left.clone();
  }

  int[] unreachable() {
    return unreachable.clone();
  }

  int[] unknownResidents() {
    return unknown.clone();
  }

  int[] placeless() {
    return placeless.clone();
  }

  /** The whole way in metres, from the start on; the start alone where nobody is gone to. */
  List<Coordinate> way() {
    List<Coordinate> way = new ArrayList<>(List.of(ground.spot(0)));
    for (int i = 0; i < stops(); i++) {
      for (Coordinate next : ground.way(tour.place(i), tour.place(i + 1))) {
        if (!next.equals2D(way.get(way.size() - 1))) {
          way.add(next);
        }
      }
    }
    return way;
  }
}
