package org.linli.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Pointy-top hexagons on a plane in metres, one centred on the origin. A cell is named by its axial
 * coordinates q (east) and r (north-east rows), after redblobgames.com/grids/hexagons.
 */
public final class HexGrid {
  private static final double SQRT_3 = Math.sqrt(3);
  private static final int[][] NEIGHBOURS = {{1, 0}, {0, 1}, {-1, 1}, {-1, 0}, {0, -1}, {1, -1}};
  private final double side;

  public HexGrid(double sideMetres) {
    this.side = sideMetres;
  }

  /** One hexagon. Cells are ordered from south to north, then from west to east. */
  public record Cell(int q, int r) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return r != other.r ? Integer.compare(r, other.r) : Integer.compare(q, other.q);
    }

    /** A stable name, such as {@code h3_-2}. */
    public String code() {
      return "h" + q + "_" + r;
    }

    public List<Cell> neighbours() {
      List<Cell> neighbours = new ArrayList<>(6);
      for (int[] step : NEIGHBOURS) {
        neighbours.add(new Cell(q + step[0], r + step[1]));
      }
      return neighbours;
    }
  }

  public double centreX(Cell cell) {
    return side * SQRT_3 * (cell.q + cell.r / 2.0);
  }

  public double centreY(Cell cell) {
    return side * 1.5 * cell.r;
  }

  /** The cell a point lies in. */
  public Cell cellAt(double x, double y) {
    double r = y / (1.5 * side);
    double q = x / (SQRT_3 * side) - r / 2;
    double s = -q - r;
    long roundedQ = Math.round(q);
    long roundedR = Math.round(r);
    long roundedS = Math.round(s);
    double offQ = Math.abs(roundedQ - q);
    double offR = Math.abs(roundedR - r);
    double offS = Math.abs(roundedS - s);
    if (offQ > offR && offQ > offS) {
      roundedQ = -roundedR - roundedS;
    } else if (offR > offS) {
      roundedR = -roundedQ - roundedS;
    }
    return new Cell((int) roundedQ, (int) roundedR);
  }

  /** The hexagon itself, in metres. */
  public Polygon polygon(Cell cell) {
    Coordinate[] corners = new Coordinate[7];
    for (int i = 0; i < 6; i++) {
      double angle = Math.toRadians(60 * i + 30);
      corners[i] =
          new Coordinate(
              centreX(cell) + side * Math.cos(angle), centreY(cell) + side * Math.sin(angle));
    }
    corners[6] = corners[0].copy();
    return PlaneGeometries.metres().createPolygon(corners);
  }

  /** All cells that meet an area given in metres, in order. */
  public List<Cell> covering(Geometry area) {
    List<Cell> cells = new ArrayList<>();
    if (area.isEmpty()) {
      return cells;
    }
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(area);
    Envelope box = area.getEnvelopeInternal();
    int lastRow = (int) Math.ceil((box.getMaxY() + side) / (1.5 * side));
    for (int r = (int) Math.floor((box.getMinY() - side) / (1.5 * side)); r <= lastRow; r++) {
      int lastQ = (int) Math.ceil((box.getMaxX() + side) / (SQRT_3 * side) - r / 2.0);
      for (int q = (int) Math.floor((box.getMinX() - side) / (SQRT_3 * side) - r / 2.0);
          q <= lastQ;
          q++) {
        Cell cell = new Cell(q, r);
        if (prepared.intersects(polygon(cell))) {
          cells.add(cell);
        }
      }
    }
    return cells;
  }
}
