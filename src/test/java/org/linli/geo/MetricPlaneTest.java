package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.geotools.referencing.GeodeticCalculator;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class MetricPlaneTest {

  private static final double MICRODEGREE = 1e-6;

  @Test
  void theOriginIsZeroAndEastIsXAndNorthIsY() {
    MetricPlane plane = MetricPlane.at(101.43, 36.04);
    double[] xy = new double[2];
    plane.toMetres(101.43, 36.04, xy);
    assertThat(xy).containsExactly(new double[] {0, 0}, within(1e-8));
    plane.toMetres(101.44, 36.05, xy);
    assertThat(xy[0]).isBetween(900.0, 902.0);
    assertThat(xy[1]).isBetween(1109.0, 1110.0);
  }

  /** The meridian of WGS 84: 110,574.3886 m for the first degree, 10,001,965.7293 m to the pole. */
  @Test
  void theCentralMeridianKeepsTheLengthOfTheEllipsoid() {
    MetricPlane plane = MetricPlane.at(0, 0);
    assertThat(plane.distance(0, 0, 0, 1)).isCloseTo(110_574.3886, within(1e-4));
    assertThat(plane.distance(0, 0, 0, 90)).isCloseTo(10_001_965.7293, within(1e-4));
  }

  @Test
  void aPointSurvivesTheWayThereAndBackWithinFiftyKilometres() {
    long seed = 50_000;
    Random random = new Random(seed);
    double[] back = new double[2];
    for (int i = 0; i < 20_000; i++) {
      double lon = random.nextDouble(-180, 180);
      double lat = random.nextDouble(-80, 80);
      MetricPlane plane = MetricPlane.at(lon, lat);
      double x = random.nextDouble(-50_000, 50_000);
      double y = random.nextDouble(-50_000, 50_000);
      plane.toLonLat(x, y, back);
      double pointLon = back[0];
      double pointLat = back[1];
      plane.toMetres(pointLon, pointLat, back);
      plane.toLonLat(back[0], back[1], back);
      assertThat(back)
          .as("seed %d, draw %d", seed, i)
          .containsExactly(new double[] {pointLon, pointLat}, within(1e-9));
    }
  }

  @Test
  void distancesAgreeWithTheGeodesicNearTheOrigin() {
    long seed = 4711;
    Random random = new Random(seed);
    GeodeticCalculator geodesic = new GeodeticCalculator(DefaultGeographicCRS.WGS84);
    MetricPlane plane = MetricPlane.at(118.67, 37.43);
    for (int i = 0; i < 500; i++) {
      double lonA = 118.67 + random.nextDouble(-0.05, 0.05);
      double latA = 37.43 + random.nextDouble(-0.05, 0.05);
      double lonB = 118.67 + random.nextDouble(-0.05, 0.05);
      double latB = 37.43 + random.nextDouble(-0.05, 0.05);
      geodesic.setStartingGeographicPoint(lonA, latA);
      geodesic.setDestinationGeographicPoint(lonB, latB);
      double expected = geodesic.getOrthodromicDistance();
      assertThat(plane.distance(lonA, latA, lonB, latB))
          .as("seed %d, draw %d", seed, i)
          .isCloseTo(expected, within(expected * 1e-6 + 1e-6));
    }
  }

  @Test
  void theProjectionIsTheOneOfGeoToolsWithinAMillimetre() throws Exception {
    String wkt =
        """
        PROJCS["local", GEOGCS["WGS 84", DATUM["WGS_1984", SPHEROID["WGS 84", 6378137, 298.257223563]],
        PRIMEM["Greenwich", 0], UNIT["degree", 0.017453292519943295]], PROJECTION["Transverse_Mercator"],
        PARAMETER["latitude_of_origin", 37.43], PARAMETER["central_meridian", 118.67],
        PARAMETER["scale_factor", 1], PARAMETER["false_easting", 0], PARAMETER["false_northing", 0],
        UNIT["m", 1]]""";
    MathTransform reference = CRS.findMathTransform(DefaultGeographicCRS.WGS84, CRS.parseWKT(wkt));
    MetricPlane plane = MetricPlane.at(118.67, 37.43);
    long seed = 37;
    Random random = new Random(seed);
    double[] ours = new double[2];
    for (int i = 0; i < 2_000; i++) {
      double[] theirs = {
        118.67 + random.nextDouble(-3, 3), 37.43 + random.nextDouble(-30, 30),
      };
      plane.toMetres(theirs[0], theirs[1], ours);
      reference.transform(theirs, 0, theirs, 0, 1);
      assertThat(ours).as("seed %d, draw %d", seed, i).containsExactly(theirs, within(1e-3));
    }
  }

  /** A square of 1 km drawn in the plane has 1 km² and 4 km, whatever the way through degrees. */
  @Test
  void areaLengthAndDistanceAreInMetres() throws Exception {
    MetricPlane plane = MetricPlane.at(101.43, 36.04);
    WKTReader wkt = new WKTReader();
    Geometry square = plane.toLonLat(wkt.read("POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))"));
    Geometry point = plane.toLonLat(wkt.read("POINT (1300 1400)"));
    assertThat(square.getCoordinates()[2].x).isCloseTo(101.44, within(0.002));
    assertThat(plane.area(square)).isCloseTo(1_000_000, within(1e-3));
    assertThat(plane.length(square)).isCloseTo(4_000, within(1e-6));
    assertThat(plane.distance(square, point)).isCloseTo(500, within(1e-6));
    assertThat(MetricPlane.around(square).area(square)).isCloseTo(1_000_000, within(1.0));
  }

  @Test
  void aPlaneOnTheAntimeridianIsWhole() {
    MetricPlane plane = MetricPlane.at(180, 10);
    double gap = plane.distance(179.999, 10, -179.999, 10);
    assertThat(gap).isCloseTo(2 * MetricPlane.at(0, 10).distance(0, 10, 0.001, 10), within(0.01));
    double[] lonLat = new double[2];
    plane.toLonLat(100, 0, lonLat);
    assertThat(lonLat[0]).isBetween(-180.0, -180 + 1000 * MICRODEGREE);
  }

  @Test
  void whatLiesFarOutsideIsRefusedInASentence() {
    MetricPlane plane = MetricPlane.at(118.67, 37.43);
    double[] xy = new double[2];
    assertThatThrownBy(() -> plane.toMetres(-60, 37, xy))
        .isInstanceOf(OutsideCrsException.class)
        .hasMessageContaining("Longitude -60, latitude 37");
    assertThatThrownBy(() -> plane.toLonLat(1e9, 0, xy))
        .isInstanceOf(OutsideCrsException.class)
        .hasMessageContaining("1000000000");
    assertThatThrownBy(() -> MetricPlane.at(Double.NaN, 0)).isInstanceOf(OutsideCrsException.class);
  }
}
