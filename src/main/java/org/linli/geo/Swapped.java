package org.linli.geo;

/** A transform of positions that are written latitude or northing first. */
record Swapped(CrsTransform eastFirst) implements CrsTransform {

  @Override
  public void toLonLat(double[] xy) {
    swap(xy);
    eastFirst.toLonLat(xy);
  }

  @Override
  public void fromLonLat(double[] xy) {
    eastFirst.fromLonLat(xy);
    swap(xy);
  }

  private static void swap(double[] xy) {
    double first = xy[0];
    xy[0] = xy[1];
    xy[1] = first;
  }
}
