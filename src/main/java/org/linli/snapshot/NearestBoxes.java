package org.linli.snapshot;

import java.util.List;
import org.linli.geo.CoordinateGrid;
import org.linli.snapshot.LayerView.Near;

/**
 * Nearest rows of one block, distances in degrees of latitude on a plane at the point's latitude.
 */
final class NearestBoxes {
  private NearestBoxes() {}

  static void add(
      Block block, double lon, double lat, int limit, double maxDegrees, List<Near> near) {
    int x = CoordinateGrid.fromDegrees(lon);
    int y = CoordinateGrid.fromDegrees(lat);
    double scaleX = Math.cos(Math.toRadians(lat));
    double max = maxDegrees / CoordinateGrid.toDegrees(1);
    int[] box = new int[4];
    for (int row : block.tree().nearest(x, y, scaleX, limit, max, block::isLive)) {
      block.geometries().box(row, box);
      double dx = scaleX * gap(x, box[0], box[2]);
      double dy = gap(y, box[1], box[3]);
      near.add(new Near(block, row, Math.hypot(dx, dy) * CoordinateGrid.toDegrees(1)));
    }
  }

  private static double gap(int value, int min, int max) {
    return Math.max(0, Math.max((double) min - value, (double) value - max));
  }
}
