package org.linli.encode;

import java.io.IOException;
import org.linli.geo.AxisOrder;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.Crs;
import org.linli.geo.CrsTransform;

/** How a vertex of the 1e-7° grid is written as a position of JSON. Used by one thread. */
interface Positions {
  /** A tenth of a millimetre: the grid itself is about a centimetre. */
  int METRE_DECIMALS = 4;

  int DEGREE_DECIMALS = 9;

  void write(int x, int y, JsonBytes out) throws IOException;

  /** Positions in a system, in its axis order. */
  static Positions in(Crs crs) {
    CrsTransform transform = crs.inFileOrder().transform();
    boolean eastFirst = crs.axisOrder() == AxisOrder.LON_LAT;
    if (transform.isIdentity()) {
      return eastFirst
          ? (x, y, out) -> out.gridPosition(x, y)
          : (x, y, out) -> out.gridPosition(y, x);
    }
    return transformed(crs.transform(), crs.isGeographic() ? DEGREE_DECIMALS : METRE_DECIMALS);
  }

  private static Positions transformed(CrsTransform transform, int decimals) {
    double[] xy = new double[2];
    return (x, y, out) -> {
      xy[0] = CoordinateGrid.toDegrees(x);
      xy[1] = CoordinateGrid.toDegrees(y);
      transform.fromLonLat(xy);
      out.position(xy[0], xy[1], decimals);
    };
  }
}
