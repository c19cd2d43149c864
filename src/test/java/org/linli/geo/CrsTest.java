package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;

class CrsTest {

  @Test
  void wgs84InFileOrderHasManyNamesAndIsOneValue() {
    for (String name :
        new String[] {
          "EPSG:4326",
          "epsg:4326",
          " EPSG:4326 ",
          "CRS84",
          "OGC:CRS84",
          "[OGC:CRS84]",
          "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
          "https://www.opengis.net/def/crs/OGC/1.3/CRS84",
          "urn:ogc:def:crs:OGC:1.3:CRS84"
        }) {
      Crs crs = Crs.parse(name);
      assertThat(crs).as(name).isEqualTo(Crs.WGS84).hasSameHashCodeAs(Crs.WGS84);
      assertThat(crs.transform().isIdentity()).as(name).isTrue();
      assertThat(crs.uri()).contains("http://www.opengis.net/def/crs/OGC/1.3/CRS84");
    }
  }

  @Test
  void aStandardsNameMeansTheAuthoritysAxisOrder() {
    for (String name :
        new String[] {
          "http://www.opengis.net/def/crs/EPSG/0/4326",
          "http://www.opengis.net/def/crs/EPSG/9.9.1/4326",
          "urn:ogc:def:crs:EPSG::4326",
          "[EPSG:4326]",
          "EPSG:4326:latlon",
          "EPSG:4326;latlon"
        }) {
      Crs crs = Crs.parse(name);
      assertThat(crs.axisOrder()).as(name).isEqualTo(AxisOrder.LAT_LON);
      assertThat(crs).hasToString("EPSG:4326:latlon").isNotEqualTo(Crs.WGS84);
      assertThat(crs.inFileOrder()).isEqualTo(Crs.WGS84);
      assertThat(crs.uri()).contains("http://www.opengis.net/def/crs/EPSG/0/4326");
      double[] position = {36.04, 101.43};
      crs.transform().toLonLat(position);
      assertThat(position).containsExactly(101.43, 36.04);
    }
    assertThat(Crs.parse("[EPSG:3857]").axisOrder()).isEqualTo(AxisOrder.LON_LAT);
    assertThat(Crs.parse("urn:ogc:def:crs:EPSG::4490").axisOrder()).isEqualTo(AxisOrder.LAT_LON);
    assertThat(Crs.parse("[EPSG:4549]").axisOrder()).isEqualTo(AxisOrder.LAT_LON);
  }

  @Test
  void everyNamePrintsAsANameThatReadsBack() {
    for (String name :
        new String[] {"EPSG:4326", "EPSG:4549:latlon", "EPSG:27700", "GCJ-02", "BD-09:latlon"}) {
      Crs crs = Crs.parse(name);
      assertThat(crs).hasToString(name);
      assertThat(Crs.parse(crs.toString())).isEqualTo(crs);
    }
  }

  @Test
  void codesThatSoftwareMadeUpForWebMercatorAreWebMercator() {
    assertThat(Crs.parse("EPSG:900913")).isEqualTo(Crs.parse("EPSG:3857"));
    assertThat(Crs.parse("EPSG:102100").epsg()).hasValue(3857);
  }

  @Test
  void theOffsetSystemsHaveNamesButNoUriAndNoCode() {
    assertThat(Crs.parse("gcj02")).isEqualTo(Crs.GCJ02);
    assertThat(Crs.parse("BD-09")).isEqualTo(Crs.BD09);
    assertThat(Crs.GCJ02.uri()).isEmpty();
    assertThat(Crs.GCJ02.epsg()).isEmpty();
    assertThat(Crs.GCJ02.isGeographic()).isTrue();
    double[] position = {116.41024449916938, 39.91640428150164};
    Crs.GCJ02.transform().toLonLat(position);
    assertThat(position).containsExactly(new double[] {116.404, 39.915}, within(1e-9));
  }

  /** The position as GeoTools 33 projects it, restated. */
  @Test
  void aPositionInTheSubdistrictIsWhereItShouldBeInItsZone() {
    double[] position = {382281.6727, 4145063.6014};
    Crs zone = Crs.parse("EPSG:4549");
    zone.transform().toLonLat(position);
    assertThat(position).containsExactly(new double[] {118.67, 37.43}, within(1e-8));
    assertThat(zone.isGeographic()).isFalse();
    assertThat(zone.name()).isEqualTo("CGCS2000 / 3-degree Gauss-Kruger CM 120E");
    position = new double[] {4145063.6014, 40_382_281.6727};
    Crs.parse("EPSG:4528:latlon").transform().toLonLat(position);
    assertThat(position).containsExactly(new double[] {118.67, 37.43}, within(1e-8));
  }

  @Test
  void aGeometryIsTransformedWholeAndLosesItsHeights() throws Exception {
    var line = new WKTReader().read("LINESTRING Z (13210283.972 4499213.931 7, 0 0 7)");
    var lonLat = Crs.parse("EPSG:3857").transform().toLonLat(line);
    assertThat(lonLat.getCoordinates()[0].x).isCloseTo(118.67, within(1e-8));
    assertThat(lonLat.getCoordinates()[0].y).isCloseTo(37.43, within(1e-8));
    assertThat(lonLat.getCoordinates()[0].getZ()).isNaN();
  }

  @Test
  void aNameThatIsNotUnderstoodSaysWhatToWrite() {
    for (String name :
        new String[] {
          "", "4326x", "EPSG:", "EPSG:4549x", "WGS84 ", "EPSG:1234567", "[EPSG:4326", "GCJ-03"
        }) {
      assertThatThrownBy(() -> Crs.parse(name))
          .as(name)
          .isInstanceOf(UnknownCrsException.class)
          .hasMessageContaining("names no coordinate reference system")
          .hasMessageContaining("EPSG:4549");
    }
    assertThatThrownBy(() -> Crs.parse("EPSG:4549:latlon".repeat(100_000)))
        .isInstanceOf(UnknownCrsException.class);
    assertThatThrownBy(() -> Crs.parse("EPSG:99999"))
        .isInstanceOf(UnknownCrsException.class)
        .hasMessageContaining("EPSG:99999 is not in the EPSG database");
  }

  @Test
  void aSystemThatCannotBePutOnTheMapSaysWhy() {
    assertThatThrownBy(() -> Crs.parse("EPSG:4978"))
        .isInstanceOf(UnknownCrsException.class)
        .hasMessageContaining("not a two-dimensional map system");
    assertThatThrownBy(() -> Crs.parse("EPSG:2385"))
        .isInstanceOf(UnknownCrsException.class)
        .hasMessageContaining("No transformation from EPSG:2385")
        .hasMessageContaining("convert the file to");
  }

  @Test
  void beijing1954ComesWithACaution() {
    assertThat(Crs.parse("EPSG:2437").caution())
        .hasValueSatisfying(caution -> assertThat(caution).contains("off by some 100 m"));
    assertThat(Crs.parse("EPSG:4549").caution()).isEmpty();
  }

  @Test
  void aPositionOutsideItsSystemIsRefusedWithItsNumbers() {
    for (String code : new String[] {"EPSG:4549", "EPSG:3857", "EPSG:27700"}) {
      CrsTransform transform = Crs.parse(code).transform();
      assertThatThrownBy(() -> transform.toLonLat(new double[] {Double.NaN, 4}))
          .as(code)
          .isInstanceOf(OutsideCrsException.class)
          .hasMessageContaining("(NaN, 4)");
      assertThatThrownBy(() -> transform.fromLonLat(new double[] {0, 91}))
          .as(code)
          .isInstanceOf(OutsideCrsException.class)
          .hasMessageContaining("latitude 91");
    }
  }
}
