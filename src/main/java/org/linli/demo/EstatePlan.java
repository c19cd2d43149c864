package org.linli.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Draws the resettlement estate on a terrace above the river: two rows of three grids between
 * streets that follow the slope, each grid a few rows of slabs about a court, a belt of poplars
 * along the water and a bare slope in the east.
 */
final class EstatePlan {
  private static final double[] COLUMNS_METRES = {-300, -95, 105, 300};
  private static final double[] ROWS_METRES = {-205, 0, 195};
  private static final int[] HOUSES_A_GRID = {8, 8, 8, 7, 8, 8};
  private static final int SQUARE_GRID = 3;

  private final PlaceNames.Estate names;
  private final Dice dice;
  private final StreetGrid grid;
  private final List<Street> streets = new ArrayList<>();
  private final List<Polygon> parcels = new ArrayList<>();
  private final List<List<Block>> blocks = new ArrayList<>();
  private final List<Green> greens = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();

  EstatePlan(PlaceNames.Estate names, Dice dice) {
    this.names = names;
    this.dice = dice;
    this.grid =
        new StreetGrid(COLUMNS_METRES, ROWS_METRES, EstatePlan::bent, 9, dice.named("crossings"));
  }

  Name name() {
    return names.name();
  }

  /** The grids' outlines from the south-west, row by row. */
  List<Polygon> parcels() {
    return parcels;
  }

  /** The houses of each grid. */
  List<List<Block>> blocks() {
    return blocks;
  }

  List<Green> greens() {
    return greens;
  }

  List<Way> ways() {
    return ways;
  }

  Polygon outline() {
    return Drawing.largest(grid.outline().buffer(14, 2));
  }

  void draw() {
    addStreets();
    for (int row = 0; row < grid.rows() - 1; row++) {
      for (int column = 0; column < grid.columns() - 1; column++) {
        drawGrid(column, row);
      }
    }
    addRiverside();
    addSlope();
  }

  private void addStreets() {
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns() - 1; column++) {
        addStreet(names.rows().get(row), grid.eastward(column, row));
      }
    }
    for (int column = 0; column < grid.columns(); column++) {
      for (int row = 0; row < grid.rows() - 1; row++) {
        addStreet(names.columns().get(column), grid.northward(column, row));
      }
    }
  }

  private void addStreet(PlaceNames.StreetName name, LineString line) {
    streets.add(new Street(name.name(), name.kind(), name.half(), line));
    ways.add(new Way(name.name(), name.kind(), "asphalt", true, line));
  }

  private void drawGrid(int column, int row) {
    List<Geometry> roadways = new ArrayList<>();
    streets.forEach(street -> roadways.add(street.line().buffer(street.halfWidthMetres(), 3)));
    Polygon parcel =
        Drawing.largest(Drawing.without(grid.cell(column, row), UnaryUnionOp.union(roadways)));
    int position = parcels.size();
    parcels.add(parcel);
    Dice own = dice.named("grid " + position);
    Turn turn = new Turn(parcel.getCentroid().getCoordinate(), bearing(column, row));
    Site site = new Site((Polygon) turn.toSite(parcel.buffer(-1.5, 2)));
    double spineX = own.between(-9, 9);
    reserveSpine(site, spineX);
    Polygon court = reserveCourt(site, position, spineX, turn, own);
    List<Double> lanesY = new SlabRows(site, RowStyle.RESETTLEMENT, spineX, own).fill();
    thin(site, HOUSES_A_GRID[position]);
    for (LineString lane : lanes(site, spineX, turn, court).draw(lanesY)) {
      ways.add(Way.lane(lane, own.chance(0.5)).moved(turn));
      site.reserve(lane);
    }
    addBeds(site, turn, own);
    blocks.add(site.blocks().stream().map(block -> block.moved(turn)).toList());
  }

  /** The open middle of a grid: a garden, in one of them the square where people dance. */
  private Polygon reserveCourt(Site site, int position, double spineX, Turn turn, Dice own) {
    boolean square = position == SQUARE_GRID;
    Polygon shape = square ? Footprints.regular(8, 22) : Footprints.bed(44, 20, own);
    int side = own.chance(0.5) ? 1 : -1;
    double x = spineX + side * (shape.getEnvelopeInternal().getMaxX() + 9);
    Polygon court = Footprints.moved(shape, x, own.between(-12, 12));
    site.reserve(court);
    addGreen(
        square ? "square" : "courtyard",
        (Polygon) turn.toPlan(court),
        square ? "square" : "garden",
        "good");
    return court;
  }

  private Lanes lanes(Site site, double spineX, Turn turn, Polygon court) {
    Geometry centreLines =
        Drawing.FACTORY.buildGeometry(streets.stream().map(Street::line).toList());
    return new Lanes(site, spineX, turn.toSite(centreLines), List.of(court));
  }

  private static void reserveSpine(Site site, double spineX) {
    double reach = site.ground().getEnvelopeInternal().getHeight();
    site.reserve(Drawing.rectangle(spineX - 2.2, -reach, spineX + 2.2, reach));
  }

  /** Of all that would fit only the longest slabs were built. */
  private static void thin(Site site, int houses) {
    while (site.blocks().size() > houses) {
      int smallest =
          IntStream.range(0, site.blocks().size())
              .boxed()
              .min(Comparator.comparingDouble(i -> site.blocks().get(i).shape().getArea()))
              .orElseThrow();
      site.remove(smallest);
    }
    if (site.blocks().size() < houses) {
      throw new IllegalStateException(
          "a grid of the estate holds " + site.blocks().size() + " houses, not " + houses);
    }
  }

  private void addBeds(Site site, Turn turn, Dice own) {
    Scatter scatter = new Scatter(site, own);
    scatter
        .open(Footprints.hall(28, 15), 3)
        .ifPresent(spot -> addGreen("pitch", (Polygon) turn.toPlan(spot), "pitch", "good"));
    for (double length : new double[] {34, 26, 20}) {
      scatter
          .open(Footprints.bed(length, own.between(9, 13), own), 3)
          .ifPresent(spot -> addGreen("courtyard", (Polygon) turn.toPlan(spot), "garden", "good"));
    }
  }

  private void addRiverside() {
    List<Coordinate> bank = new ArrayList<>();
    for (int column = 0; column < grid.columns() - 1; column++) {
      append(bank, grid.eastward(column, 0));
    }
    addGreen("river", ragged(Drawing.line(bank), -20, -66), "forest", "good");
    LineString walk = Drawing.beside(Drawing.line(bank), -41);
    ways.add(Way.path(walk));
    ways.add(Way.path(Drawing.line(bank.get(0), walk.getCoordinateN(0))));
    Coordinate end = bank.get(bank.size() - 1);
    ways.add(Way.path(Drawing.line(end, walk.getCoordinateN(walk.getNumPoints() - 1))));
  }

  private void addSlope() {
    List<Coordinate> foot = new ArrayList<>();
    for (int row = 0; row < grid.rows() - 1; row++) {
      append(foot, grid.northward(grid.columns() - 1, row));
    }
    addGreen("slope", ragged(Drawing.line(foot), -16, -72), "bare_land", "bare");
  }

  private static void append(List<Coordinate> line, LineString stretch) {
    line.addAll(List.of(stretch.getCoordinates()).subList(0, stretch.getNumPoints() - 1));
  }

  /** A strip along a line whose far edge nobody drew with a ruler. */
  private Polygon ragged(LineString line, double near, double far) {
    Dice own = dice.named("ragged " + far);
    List<Coordinate> ring = new ArrayList<>(List.of(Drawing.beside(line, near).getCoordinates()));
    for (int i = line.getNumPoints() - 1; i >= 0; i--) {
      ring.add(Drawing.beside(line, far * own.between(0.72, 1.2)).getCoordinateN(i));
    }
    return Drawing.polygon(ring);
  }

  private void addGreen(String name, Polygon shape, String kind, String condition) {
    greens.add(new Green(names.greens().get(name), shape, kind, condition, "everyone"));
  }

  private double bearing(int column, int row) {
    LineString south = grid.eastward(column, row);
    Coordinate from = south.getCoordinateN(0);
    Coordinate to = south.getCoordinateN(south.getNumPoints() - 1);
    return StrictMath.atan2(to.y - from.y, to.x - from.x);
  }

  /** The terrace: streets bow up to the hill in the middle and lean eastward up the slope. */
  private static Coordinate bent(Coordinate p) {
    return Drawing.at(
        p.x + 26 * StrictMath.sin(p.y / 170) + 0.06 * p.y,
        p.y + 34 * StrictMath.cos(p.x / 250) + 0.05 * p.x);
  }
}
