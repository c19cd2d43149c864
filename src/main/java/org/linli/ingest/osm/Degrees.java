package org.linli.ingest.osm;

/** Degrees as whole numbers of 1e-7, the grid of both OpenStreetMap and the layers. */
final class Degrees {
  private static final double UNITS = 1e7;
  private static final double NANO_DEGREES = 100;

  private Degrees() {}

  /** What is beyond all degrees stays so, and is refused with its row. */
  static int of(double degrees) {
    return (int)
        Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Math.rint(degrees * UNITS)));
  }

  static int ofNano(long nanoDegrees) {
    double units = Math.rint(nanoDegrees / NANO_DEGREES);
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, units));
  }

  static double toDouble(int units) {
    return units / UNITS;
  }
}
