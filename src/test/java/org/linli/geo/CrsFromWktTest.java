package org.linli.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.RealData;

class CrsFromWktTest {

  private static final String CGCS2000 =
      "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
          + "UNIT[\"Degree\",0.0174532925199433]]";

  private static final String WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private static String esri(
      String name, String base, String projection, double easting, double meridian, double scale) {
    return "PROJCS[\""
        + name
        + "\","
        + base
        + ",PROJECTION[\""
        + projection
        + "\"],PARAMETER[\"False_Easting\","
        + easting
        + "],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\","
        + meridian
        + "],PARAMETER[\"Scale_Factor\","
        + scale
        + "],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
  }

  @ParameterizedTest
  @CsvSource({
    "CGCS2000_3_Degree_GK_CM_120E, 500000, 120, 4549",
    "CGCS2000_3_degree_Gauss-Kruger_CM_120E, 500000, 120, 4549",
    "CGCS2000 / 3-degree Gauss-Kruger CM 117E, 500000, 117, 4548",
    "CGCS2000_3_Degree_GK_CM_75E, 500000, 75, 4534",
    "CGCS2000_3_Degree_GK_CM_135E, 500000, 135, 4554",
    "CGCS2000_GK_CM_117E, 500000, 117, 4509",
    "CGCS2000_GK_CM_75E, 500000, 75, 4502",
    "CGCS2000_3_Degree_GK_Zone_40, 40500000, 120, 4528",
    "CGCS2000_3_Degree_GK_Zone_25, 25500000, 75, 4513",
    "CGCS2000_GK_Zone_20, 20500000, 117, 4498",
    "CGCS2000_GK_Zone_13, 13500000, 75, 4491",
    "my own zone, 500000, 102, 4543",
  })
  void aCgcs2000ZoneIsKnownByItsNumbersWhateverItIsCalled(
      String name, double easting, double meridian, int code) {
    for (String projection : new String[] {"Gauss_Kruger", "Transverse_Mercator"}) {
      String wkt = esri(name, CGCS2000, projection, easting, meridian, 1);
      assertThat(Crs.fromWkt(wkt).epsg()).as(wkt).hasValue(code);
    }
  }

  @ParameterizedTest
  @CsvSource({"WGS_1984_UTM_Zone_50N, 117, 32650", "anything, -177, 32601"})
  void aUtmZoneIsKnownByItsNumbers(String name, double meridian, int code) {
    String wkt = esri(name, WGS84, "Transverse_Mercator", 500_000, meridian, 0.9996);
    assertThat(Crs.fromWkt(wkt).epsg()).hasValue(code);
    String south = wkt.replace("False_Northing\",0.0", "False_Northing\",10000000.0");
    assertThat(Crs.fromWkt(south).epsg()).hasValue(code + 100);
  }

  @Test
  void geographicSystemsAreKnownByTheirDatum() {
    assertThat(Crs.fromWkt(WGS84)).isEqualTo(Crs.WGS84);
    assertThat(Crs.fromWkt("\uFEFF" + WGS84 + "\r\n")).isEqualTo(Crs.WGS84);
    assertThat(Crs.fromWkt(CGCS2000)).isEqualTo(Crs.parse("EPSG:4490"));
    assertThat(Crs.parse(WGS84)).isEqualTo(Crs.WGS84);
  }

  @Test
  void webMercatorIsKnownInEsrisAndInGdalsWords() {
    String esri =
        "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\","
            + WGS84
            + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
            + "PARAMETER[\"Central_Meridian\",0.0],UNIT[\"Meter\",1.0]]";
    String gdal =
        "PROJCS[\"WGS 84 / Pseudo-Mercator\","
            + WGS84
            + ",PROJECTION[\"Mercator_1SP\"],UNIT[\"metre\",1],"
            + "EXTENSION[\"PROJ4\",\"+proj=merc +a=6378137 +b=6378137 +nadgrids=@null +wktext\"]]";
    assertThat(Crs.fromWkt(esri).epsg()).hasValue(3857);
    assertThat(Crs.fromWkt(gdal).epsg()).hasValue(3857);
  }

  @Test
  void theTextsOwnEpsgCodeIsTakenAndFileOrderKept() {
    String wkt1 =
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
            + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0],"
            + "UNIT[\"degree\",0.0174532925199433],AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],"
            + "AUTHORITY[\"EPSG\",\"4326\"]]";
    String wkt2 =
        "PROJCRS[\"CGCS2000 / 3-degree Gauss-Kruger CM 120E\",BASEGEOGCRS[\"CGCS2000\","
            + "DATUM[\"China 2000\",ELLIPSOID[\"CGCS2000\",6378137,298.257222101]]],"
            + "CONVERSION[\"3-degree Gauss-Kruger CM 120E\",METHOD[\"Transverse Mercator\"]],"
            + "CS[Cartesian,2],AXIS[\"northing (X)\",north],AXIS[\"easting (Y)\",east],"
            + "LENGTHUNIT[\"metre\",1],ID[\"EPSG\",4549]]";
    assertThat(Crs.fromWkt(wkt1)).isEqualTo(Crs.WGS84);
    assertThat(Crs.fromWkt(wkt2)).isEqualTo(Crs.parse("EPSG:4549"));
  }

  @Test
  void ofACompoundSystemTheGroundIsTaken() {
    String wkt = "COMPD_CS[\"with heights\"," + CGCS2000 + ",VERT_CS[\"1985\",UNIT[\"metre\",1]]]";
    assertThat(Crs.fromWkt(wkt).epsg()).hasValue(4490);
  }

  @Test
  void anotherEpsgSystemIsFoundInTheDatabaseByItsName() {
    String utm =
        "PROJCS[\"ETRS89 / UTM zone 32N\",GEOGCS[\"ETRS89\",DATUM[\"European_Terrestrial_Reference_System_1989\","
            + "SPHEROID[\"GRS 1980\",6378137,298.257222101]],PRIMEM[\"Greenwich\",0],"
            + "UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
            + "PARAMETER[\"latitude_of_origin\",0],PARAMETER[\"central_meridian\",9],"
            + "PARAMETER[\"scale_factor\",0.9996],PARAMETER[\"false_easting\",500000],"
            + "PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]";
    assertThat(Crs.fromWkt(utm).epsg()).hasValue(25832);
  }

  /** The Times Square tower in feet of New York's state plane, after GDAL 3.6 (restated). */
  @Test
  void anEsriNameThatNobodyKnowsGetsItsDatumFromTheDatabase() {
    String statePlane =
        "PROJCS[\"NAD_1983_StatePlane_New_York_Long_Island_FIPS_3104_Feet\","
            + "GEOGCS[\"GCS_North_American_1983\",DATUM[\"D_North_American_1983\","
            + "SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic\"],"
            + "PARAMETER[\"False_Easting\",984250.0],PARAMETER[\"False_Northing\",0.0],"
            + "PARAMETER[\"Central_Meridian\",-74.0],PARAMETER[\"Standard_Parallel_1\",40.6666666666667],"
            + "PARAMETER[\"Standard_Parallel_2\",41.0333333333333],"
            + "PARAMETER[\"Latitude_Of_Origin\",40.1666666666667],UNIT[\"Foot_US\",0.304800609601219]]";
    double[] tower = {988_300, 215_300};
    Crs.fromWkt(statePlane).transform().toLonLat(tower);
    assertThat(tower).containsExactly(new double[] {-73.985381, 40.757624}, within(2e-5));
    Crs.fromWkt(statePlane).transform().fromLonLat(tower);
    assertThat(tower).containsExactly(new double[] {988_300, 215_300}, within(0.1));
  }

  /** A city's own zone: the same datum, a meridian of its own. */
  @Test
  void aZoneOfACitysOwnWorksWithoutACode() {
    String wkt = esri("Dongying_2000", CGCS2000, "Gauss_Kruger", 50_000, 118.5, 1);
    Crs crs = Crs.fromWkt(wkt);
    assertThat(crs.epsg()).isEmpty();
    assertThat(crs.name()).isEqualTo("Dongying_2000");
    assertThat(Crs.parse(crs.toString())).isEqualTo(crs);
    double[] position = {50_000, 0};
    crs.transform().toLonLat(position);
    assertThat(position).containsExactly(new double[] {118.5, 0}, within(1e-9));
  }

  @Test
  void aTextThatIsNoWktOrNoSystemOfTheEarthSaysWhatToDo() {
    for (String wkt :
        new String[] {
          "",
          "GEOGCS",
          "GEOGCS[",
          "GEOGCS[\"x",
          "GEOGCS[\"x\"]]",
          "GEOGCS[\"x\",1.2.3]",
          "LOCAL_CS[\"drawing\",UNIT[\"metre\",1]]",
          "A[".repeat(1_000),
          "PROJCS[\"x\"," + CGCS2000 + ",PROJECTION[\"No_Such\"],UNIT[\"Meter\",1.0]]",
          "x".repeat(100_000)
        }) {
      assertThatThrownBy(() -> Crs.fromWkt(wkt))
          .as(wkt)
          .isInstanceOf(UnknownCrsException.class)
          .message()
          .containsAnyOf("EPSG:4549", "at most 65536", "not a two-dimensional map system");
    }
  }

  @Test
  void theHangzhouShapefilesTellTheirSystems() throws Exception {
    assertThat(prj("green/hangzhou-landuse-cgcs2000-4549.shp.zip").epsg()).hasValue(4549);
    assertThat(prj("green/hangzhou-landuse-gbk.shp.zip")).isEqualTo(Crs.WGS84);
  }

  private static Crs prj(String zip) throws Exception {
    try (ZipFile file = new ZipFile(RealData.file(zip).toFile())) {
      var entry =
          file.stream().filter(any -> any.getName().endsWith(".prj")).findFirst().orElseThrow();
      byte[] bytes = file.getInputStream(entry).readAllBytes();
      return Crs.fromWkt(new String(bytes, StandardCharsets.UTF_8));
    }
  }
}
