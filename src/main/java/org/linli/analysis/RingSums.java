package org.linli.analysis;

/** What is summed along the rings of an area. */
final class RingSums {
  private RingSums() {}

  /** Square metres, holes taken off. */
  static double area(PlaneShapes shapes, int shape) {
    double area = 0;
    for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
      double ring = ringArea(shapes, part);
      area += shapes.isShell(part) ? ring : -ring;
    }
    return area;
  }

  private static double ringArea(PlaneShapes shapes, int part) {
    int start = shapes.partStart(part);
    double twice = 0;
    for (int v = start + 1; v < shapes.partEnd(part); v++) {
      twice +=
          (shapes.x(v - 1) - shapes.x(start)) * (shapes.y(v) - shapes.y(start))
              - (shapes.x(v) - shapes.x(start)) * (shapes.y(v - 1) - shapes.y(start));
    }
    return Math.abs(twice) / 2;
  }

  /**
   * Writes the centroid.
   *
   * @return false when the rings enclose nothing
   */
  static boolean centre(PlaneShapes shapes, int shape, double[] xy) {
    double originX = shapes.x(shapes.partStart(shapes.firstPart(shape)));
    double originY = shapes.y(shapes.partStart(shapes.firstPart(shape)));
    double sumX = 0;
    double sumY = 0;
    double sum = 0;
    for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
      double twice = 0;
      double partX = 0;
      double partY = 0;
      for (int v = shapes.partStart(part) + 1; v < shapes.partEnd(part); v++) {
        double ax = shapes.x(v - 1) - originX;
        double ay = shapes.y(v - 1) - originY;
        double bx = shapes.x(v) - originX;
        double by = shapes.y(v) - originY;
        double cross = ax * by - bx * ay;
        twice += cross;
        partX += (ax + bx) * cross;
        partY += (ay + by) * cross;
      }
      double sign = Math.signum(twice) * (shapes.isShell(part) ? 1 : -1);
      sum += sign * twice;
      sumX += sign * partX;
      sumY += sign * partY;
    }
    if (sum <= 0) {
      return false;
    }
    xy[0] = originX + sumX / (3 * sum);
    xy[1] = originY + sumY / (3 * sum);
    return true;
  }
}
