package org.linli.encode;

import java.io.IOException;
import org.linli.geo.AxisOrder;
import org.linli.geo.CoordinateGrid;
import org.linli.geo.Crs;
import org.linli.geo.CrsTransform;

/** How vertices of the 1e-7° grid are written as positions of JSON. Used by one thread. */
interface Positions {
  /** A tenth of a millimetre: the grid itself is about a centimetre. */
  int METRE_DECIMALS = 4;

  int DEGREE_DECIMALS = 9;

  /**
   * Writes positions with commas between.
   *
   * @param xy longitude and latitude of each vertex
   * @param first the first vertex
   * @param step from one vertex to the next: 1 or -1
   */
  void write(int[] xy, int first, int count, int step, JsonBytes out) throws IOException;

  /** Positions in a system, in its axis order. */
  static Positions in(Crs crs) {
    CrsTransform transform = crs.inFileOrder().transform();
    boolean eastFirst = crs.axisOrder() == AxisOrder.LON_LAT;
    if (transform.isIdentity()) {
      return (xy, first, count, step, out) -> out.gridPositions(xy, first, count, step, !eastFirst);
    }
    return transformed(crs.transform(), crs.isGeographic() ? DEGREE_DECIMALS : METRE_DECIMALS);
  }

  private static Positions transformed(CrsTransform transform, int decimals) {
    double[] position = new double[2];
    return (xy, first, count, step, out) -> {
      for (int i = 0, vertex = first; i < count; i++, vertex += step) {
        if (i > 0) {
          out.put(',');
        }
        position[0] = CoordinateGrid.toDegrees(xy[2 * vertex]);
        position[1] = CoordinateGrid.toDegrees(xy[2 * vertex + 1]);
        transform.fromLonLat(position);
        out.position(position[0], position[1], decimals);
      }
    };
  }
}
