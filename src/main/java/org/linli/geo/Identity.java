package org.linli.geo;

import org.locationtech.jts.geom.Geometry;

/** A system whose longitudes and latitudes are those of WGS 84. */
final class Identity implements CrsTransform {

  static final Identity INSTANCE = new Identity();

  private Identity() {}

  @Override
  public void toLonLat(double[] xy) {}

  @Override
  public void fromLonLat(double[] xy) {}

  @Override
  public Geometry toLonLat(Geometry geometry) {
    return geometry;
  }

  @Override
  public Geometry fromLonLat(Geometry lonLat) {
    return lonLat;
  }

  @Override
  public boolean isIdentity() {
    return true;
  }
}
