package org.linli.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A plane in metres around one place: the transverse Mercator projection of the WGS 84 ellipsoid
 * whose central meridian and origin are that place. x points east, y north.
 *
 * <p>Lengths are exact on the central meridian and grow by x²/2R² away from it: 3 cm in a kilometre
 * at 50 km east or west; areas grow twice as much. So choose the plane by the community, not by the
 * country. Immutable and thread-safe.
 */
public final class MetricPlane {

  private final TransverseMercator projection;

  private MetricPlane(double lon, double lat) {
    this.projection = TransverseMercator.withOrigin(Ellipsoid.WGS84, lon, lat, 1, 0, 0);
  }

  /**
   * The plane with its origin at a longitude and latitude in degrees.
   *
   * @throws OutsideCrsException if the position is not finite or the latitude is beyond 90
   */
  public static MetricPlane at(double lon, double lat) {
    return new MetricPlane(lon, lat);
  }

  /**
   * The plane centred on a lon-lat geometry's envelope.
   *
   * @throws OutsideCrsException if the geometry is empty
   */
  public static MetricPlane around(Geometry lonLat) {
    Coordinate centre = lonLat.getEnvelopeInternal().centre();
    return centre == null ? at(Double.NaN, Double.NaN) : at(centre.x, centre.y);
  }

  /** Writes the metres of a longitude and latitude into {@code xy}, without allocating. */
  public void toMetres(double lon, double lat, double[] xy) {
    xy[0] = lon;
    xy[1] = lat;
    projection.fromLonLat(xy);
  }

  /** Writes the longitude and latitude of a point of the plane into {@code lonLat}. */
  public void toLonLat(double x, double y, double[] lonLat) {
    lonLat[0] = x;
    lonLat[1] = y;
    projection.toLonLat(lonLat);
  }

  /** A copy in metres of a lon-lat geometry; Z is dropped, M is kept. */
  public Geometry toMetres(Geometry lonLat) {
    return projection.fromLonLat(lonLat);
  }

  /** A lon-lat copy, in degrees, of a geometry in metres of this plane; Z is dropped, M is kept. */
  public Geometry toLonLat(Geometry metres) {
    return projection.toLonLat(metres);
  }

  /** The area of a lon-lat geometry in square metres; 0 unless it has polygons. */
  public double area(Geometry lonLat) {
    return toMetres(lonLat).getArea();
  }

  /** The length of a lon-lat line, or the perimeter of a polygon, in metres. */
  public double length(Geometry lonLat) {
    return toMetres(lonLat).getLength();
  }

  /** The shortest distance in metres between two lon-lat geometries. */
  public double distance(Geometry lonLat, Geometry other) {
    return toMetres(lonLat).distance(toMetres(other));
  }

  /** The distance in metres between two positions in degrees. */
  public double distance(double lonA, double latA, double lonB, double latB) {
    double[] a = new double[2];
    double[] b = new double[2];
    toMetres(lonA, latA, a);
    toMetres(lonB, latB, b);
    return Math.hypot(b[0] - a[0], b[1] - a[1]);
  }
}
