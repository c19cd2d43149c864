package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.analysis.Communities;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.DerivedRow;
import org.linli.analysis.LayerChanges;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Coverage by squares of 200 m, the finest that the public gets. All of it is told here, with how
 * the squares lie to the communities; what the public may have of it is for publication to say.
 * Buildings count that have the duty and whose state is known.
 */
final class CoverageSquares {
  private static final LayerDefinition DEFINITION =
      PatrolAnalysis.DEFINITION.getLayer("coverage_map");

  private final Watch watch;
  private final Precinct precinct;
  private Map<Square, List<Integer>> squares = Map.of();
  private Map<Integer, Integer> homes = Map.of();

  CoverageSquares(Watch watch) {
    this.watch = watch;
    this.precinct = watch.precinct();
  }

  /**
   * One square of a grid of the whole world, so that nothing else in a layer can move it: with
   * squares that shift, two maps of nearly the same would tell of the few homes between them. It is
   * 0.0018° high, and as wide in metres at the middle of its belt of five hundred rows.
   */
  private record Square(long column, long row) implements Comparable<Square> {
    private static final double HEIGHT_DEGREES = 0.0018;
    private static final int ROWS_OF_A_BELT = 500;
    private static final double LEAST_COSINE = 0.01;
    private static final GeometryFactory DEGREES = new GeometryFactory(new PrecisionModel(), 4326);

    static Square at(double lon, double lat) {
      long row = (long) Math.floor(lat / HEIGHT_DEGREES);
      return new Square((long) Math.floor(lon / width(row)), row);
    }

    private static double width(long row) {
      long belt = Math.floorDiv(row, ROWS_OF_A_BELT);
      double middle = (belt + 0.5) * ROWS_OF_A_BELT * HEIGHT_DEGREES;
      return HEIGHT_DEGREES / Math.max(LEAST_COSINE, Math.cos(Math.toRadians(middle)));
    }

    @Override
    public int compareTo(Square other) {
      return row != other.row ? Long.compare(row, other.row) : Long.compare(column, other.column);
    }

    String code() {
      return "s" + column + "_" + row;
    }

    Geometry shape() {
      double width = width(row);
      Envelope degrees =
          new Envelope(
              column * width,
              (column + 1) * width,
              row * HEIGHT_DEGREES,
              (row + 1) * HEIGHT_DEGREES);
      return CoordinateGrid.round(DEGREES.toGeometry(degrees));
    }
  }

  DerivedLayer layer() {
    return new DerivedLayer(DEFINITION, this::features);
  }

  private void features(Consumer<Feature> consumer) {
    sort();
    squares.forEach((square, buildings) -> consumer.accept(feature(square, buildings)));
  }

  private synchronized void sort() {
    if (squares.isEmpty()) {
      Map<Integer, Integer> counts = new HashMap<>();
      squares = squares(IntStream.range(0, precinct.size()), square -> true);
      squares
          .values()
          .forEach(
              some ->
                  some.forEach(
                      b -> areasOf(b).forEach(area -> counts.merge(area, 1, Integer::sum))));
      homes = counts;
    }
  }

  /** The buildings whose state is known, by square. */
  private Map<Square, List<Integer>> squares(IntStream buildings, Predicate<Square> where) {
    Map<Square, List<Integer>> sorted = new TreeMap<>();
    double[] xy = new double[2];
    buildings
        .filter(b -> watch.standing(b).isKnown() && precinct.shapes().centre(b, xy))
        .forEach(
            b -> {
              precinct.planes().toLonLat(xy[0], xy[1], xy);
              Square square = Square.at(xy[0], xy[1]);
              if (where.test(square)) {
                sorted.computeIfAbsent(square, none -> new ArrayList<>()).add(b);
              }
            });
    return sorted;
  }

  /**
   * The squares whose band is another in another watch of the same. Where somebody's state comes to
   * be known, all squares are looked at: they tell which communities they hold.
   */
  LayerChanges changesTo(CoverageSquares other, int[] affected) {
    if (IntStream.of(affected)
        .anyMatch(b -> watch.standing(b).isKnown() != other.watch.standing(b).isKnown())) {
      return LayerChanges.between(layer(), other.layer());
    }
    sort();
    other.homes = homes;
    Set<Square> touched = squares(IntStream.of(affected), square -> true).keySet();
    List<Feature> was = new ArrayList<>();
    List<Feature> is = new ArrayList<>();
    for (Square square : touched) {
      was.add(feature(square, squares.get(square)));
      is.add(other.feature(square, squares.get(square)));
    }
    return LayerChanges.between(DEFINITION, was, is);
  }

  /** Its community and those above it. */
  private List<Integer> areasOf(int building) {
    List<Integer> areas = new ArrayList<>();
    precinct
        .communities()
        .ifPresent(
            communities -> {
              int area = precinct.area(building);
              while (area >= 0 && !areas.contains(area)) {
                areas.add(area);
                area = communities.parent(area);
              }
            });
    return areas;
  }

  private Feature feature(Square square, List<Integer> buildings) {
    List<Integer> covered = buildings.stream().filter(b -> watch.standing(b).isCovered()).toList();
    double share = (double) covered.size() / buildings.size();
    double people = residents(buildings);
    DerivedRow row =
        new DerivedRow(DEFINITION)
            .text("band", band(share))
            .real("coverage", share)
            .whole("buildings", buildings.size())
            .whole("covered", covered.size())
            .real("residents", people)
            .real("residents_covered", residents(covered));
    if (people > 0) {
      row.real("coverage_residents", residents(covered) / people);
    }
    within(buildings).ifPresent(code -> row.text("within", code));
    row.text("holds", holds(buildings));
    return row.at(square.code(), square.shape());
  }

  private static String band(double share) {
    if (share < 0.5) {
      return "low";
    }
    if (share < 0.8) {
      return "middle";
    }
    return share < 0.95 ? "high" : "full";
  }

  private double residents(List<Integer> buildings) {
    return buildings.stream()
        .filter(precinct::knowsResidents)
        .mapToDouble(precinct::residents)
        .sum();
  }

  /** The lowest community that all the buildings are in. */
  private Optional<String> within(List<Integer> buildings) {
    List<Integer> common = new ArrayList<>(areasOf(buildings.get(0)));
    buildings.forEach(b -> common.retainAll(areasOf(b)));
    return common.stream().findFirst().map(this::code);
  }

  /** The codes of the communities of which no building lies elsewhere, one a line. */
  private String holds(List<Integer> buildings) {
    Map<Integer, Integer> here = new TreeMap<>();
    buildings.forEach(b -> areasOf(b).forEach(area -> here.merge(area, 1, Integer::sum)));
    return here.keySet().stream()
        .filter(area -> here.get(area).equals(homes.get(area)))
        .map(this::code)
        .collect(Collectors.joining("\n"));
  }

  private String code(int area) {
    Communities communities = precinct.communities().orElseThrow();
    return communities.rows().code(area);
  }
}
