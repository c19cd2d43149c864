package org.linli.geo;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;

/** A coordinate operation computed by GeoTools. */
final class GeoToolsTransform implements CrsTransform {

  private final MathTransform toWgs84;
  private final MathTransform fromWgs84;

  private GeoToolsTransform(MathTransform toWgs84, MathTransform fromWgs84) {
    this.toWgs84 = toWgs84;
    this.fromWgs84 = fromWgs84;
  }

  static GeoToolsTransform of(MathTransform toWgs84) {
    try {
      return new GeoToolsTransform(toWgs84, toWgs84.inverse());
    } catch (NoninvertibleTransformException e) {
      throw new UnknownCrsException(
          "The system has no way back from WGS 84; convert the file to EPSG:4326 first.", e);
    }
  }

  @Override
  public void toLonLat(double[] xy) {
    double x = xy[0];
    double y = xy[1];
    if (!apply(toWgs84, xy)) {
      throw OutsideCrsException.ofPlane(x, y);
    }
  }

  @Override
  public void fromLonLat(double[] xy) {
    double lon = xy[0];
    double lat = xy[1];
    if (!(Math.abs(lat) <= 90) || !apply(fromWgs84, xy)) {
      throw OutsideCrsException.ofLonLat(lon, lat);
    }
  }

  private static boolean isFinite(double[] xy) {
    return Double.isFinite(xy[0]) && Double.isFinite(xy[1]);
  }

  private static boolean apply(MathTransform transform, double[] xy) {
    try {
      if (isFinite(xy)) {
        transform.transform(xy, 0, xy, 0, 1);
      }
      return isFinite(xy);
    } catch (TransformException | IllegalArgumentException e) {
      return false;
    }
  }
}
