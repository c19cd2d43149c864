package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Draws the sub-district: a bent net of streets about a canal, and in each cell what the plan in
 * {@code demo/places.yaml} says: a compound, or a plot of public use. Corners are cut out of some
 * compounds for a kindergarten or a pocket park.
 */
final class SubdistrictPlan {
  private static final double[] COLUMN_WIDTHS_METRES = {
    290, 300, 285, 295, 290, 350, 350, 300, 290, 300, 285
  };
  private static final double[] ROW_HEIGHTS_METRES = {335, 345, 330, 350, 340, 335};
  private static final char DOUBLE_BLOCK = 'E';

  private final PlaceNames names;
  private final Dice dice;
  private final StreetGrid grid;
  private final Streets streets;
  private final Geometry centreLines;
  private final List<Compound> compounds = new ArrayList<>();
  private final List<PublicGround> grounds = new ArrayList<>();

  SubdistrictPlan(PlaceNames names, Dice dice) {
    this.names = names;
    this.dice = dice;
    this.grid =
        new StreetGrid(
            lines(COLUMN_WIDTHS_METRES),
            lines(ROW_HEIGHTS_METRES),
            SubdistrictPlan::bent,
            13,
            dice.named("crossings"));
    this.streets = new Streets(grid, names);
    this.centreLines =
        Drawing.FACTORY.buildGeometry(streets.all().stream().map(Street::line).toList());
  }

  Subdistrict draw() {
    for (int row = 0; row < names.blocks().size(); row++) {
      for (int column = 0; column < names.blocks().get(row).length(); column++) {
        drawCell(column, row);
      }
    }
    return new Subdistrict(
        names.subdistrict(),
        Drawing.largest(grid.outline().buffer(13, 2)),
        compounds,
        grounds,
        streets.all(),
        streets.strips(),
        streets.banks());
  }

  private void drawCell(int column, int row) {
    char letter = names.blocks().get(row).charAt(column);
    boolean secondHalf = letter == DOUBLE_BLOCK && column > 0;
    if (secondHalf) {
      return;
    }
    String cell = "c" + column + "r" + row;
    int fromSouth = names.blocks().size() - 1 - row;
    double radians = bearing(column, fromSouth);
    Polygon parcel = parcel(column, fromSouth, letter == DOUBLE_BLOCK);
    Optional<CompoundStyle> style = style(letter);
    if (style.isPresent()) {
      drawCompound(cell, style.get(), cutCorner(cell, parcel, radians), radians);
    } else {
      drawGround(letter, cell, names.ground(cell), parcel, radians, dice.named(cell));
    }
  }

  private static Optional<CompoundStyle> style(char letter) {
    return CompoundStyle.findByLetter(letter == DOUBLE_BLOCK ? 'n' : letter);
  }

  private void drawCompound(String cell, CompoundStyle style, Polygon ground, double radians) {
    Dice own = dice.named(cell);
    CompoundPlan plan = new CompoundPlan(cell, names.compound(cell), style, ground, radians, own);
    compounds.add(plan.draw(garden(cell, own), centreLines));
  }

  private void drawGround(
      char letter, String cell, Name name, Polygon ground, double radians, Dice own) {
    grounds.add(new PublicGroundPlan(letter, cell, ground, radians, own).draw(name, centreLines));
  }

  private static Polygon garden(String cell, Dice own) {
    if (cell.equals(TyreGarden.CELL)) {
      return Footprints.ofArea(Footprints.bed(42, 19, own), TyreGarden.SQUARE_METRES);
    }
    return Footprints.bed(own.between(34, 52), own.between(24, 36), own);
  }

  /** The compound's ground; the corner cut from it is drawn as a plot of its own. */
  private Polygon cutCorner(String cell, Polygon parcel, double radians) {
    String letter = names.corners().get(cell);
    if (letter == null) {
      return parcel;
    }
    Dice own = dice.named(cell + " corner");
    Corner corner = Corner.of(parcel, radians, own.between(58, 74), own.between(48, 60), own);
    drawGround(letter.charAt(0), cell, Name.NONE, corner.plot(), radians, own);
    return corner.rest();
  }

  /** The cell up to the edges of its streets; two cells make the double block. */
  private Polygon parcel(int column, int row, boolean twice) {
    List<Geometry> cells = new ArrayList<>(List.of(grid.cell(column, row)));
    if (twice) {
      cells.add(grid.cell(column + 1, row));
    }
    Geometry whole = UnaryUnionOp.union(cells);
    return Drawing.largest(Drawing.without(whole, streets.roadways()));
  }

  private double bearing(int column, int row) {
    Coordinate from = middle(grid.northward(column, row));
    Coordinate to = middle(grid.northward(column + 1, row));
    double jitter = dice.named("bearing " + column + " " + row).between(-0.025, 0.025);
    return StrictMath.atan2(to.y - from.y, to.x - from.x) + jitter;
  }

  private static Coordinate middle(LineString line) {
    Coordinate a = line.getCoordinateN(0);
    Coordinate b = line.getCoordinateN(line.getNumPoints() - 1);
    return Drawing.at((a.x + b.x) / 2, (a.y + b.y) / 2);
  }

  private static double[] lines(double[] widths) {
    double total = 0;
    for (double width : widths) {
      total += width;
    }
    double[] at = new double[widths.length + 1];
    at[0] = -total / 2;
    for (int i = 0; i < widths.length; i++) {
      at[i + 1] = at[i] + widths[i];
    }
    return at;
  }

  /** A long swing and a short one in each direction: up to 12 degrees off the straight. */
  private static Coordinate bent(Coordinate p) {
    return Drawing.at(
        p.x + 70 * StrictMath.sin(p.y / 560 + 0.4) + 16 * StrictMath.sin(p.y / 230),
        p.y + 58 * StrictMath.sin(p.x / 690 + 1.1) + 13 * StrictMath.sin(p.x / 260));
  }
}
