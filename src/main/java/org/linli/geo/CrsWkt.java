package org.linli.geo;

/**
 * The well-known texts, version 1, of the systems that files are given away in: WGS 84, CGCS2000,
 * Web Mercator, CGCS2000's zones of 3 degrees by meridian, and UTM. GeoPackages have OGC's
 * (01-009), shapefiles ESRI's.
 */
public final class CrsWkt {
  private static final int FIRST_ZONE = 4534;
  private static final int LAST_ZONE = 4554;
  private static final int FIRST_UTM = 32_601;
  private static final int FIRST_SOUTHERN_UTM = 32_701;

  private static final String WGS84 =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
          + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
          + "AUTHORITY[\"EPSG\",\"9122\"]],AUTHORITY[\"EPSG\",\"4326\"]]";
  private static final String CGCS2000 =
      "GEOGCS[\"China Geodetic Coordinate System 2000\",DATUM[\"China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137,298.257222101,AUTHORITY[\"EPSG\",\"1024\"]],"
          + "AUTHORITY[\"EPSG\",\"1043\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
          + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
          + "AUTHORITY[\"EPSG\",\"4490\"]]";

  /** WKT 1 cannot say that the sphere is used; GDAL's extension does. */
  private static final String WEB_MERCATOR =
      "PROJCS[\"WGS 84 / Pseudo-Mercator\","
          + WGS84
          + ",PROJECTION[\"Mercator_1SP\"],PARAMETER[\"central_meridian\",0],"
          + "PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",0],"
          + "PARAMETER[\"false_northing\",0],UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],"
          + "AXIS[\"Easting\",EAST],AXIS[\"Northing\",NORTH],EXTENSION[\"PROJ4\",\"+proj=merc"
          + " +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null"
          + " +wktext +no_defs\"],AUTHORITY[\"EPSG\",\"3857\"]]";

  private static final String ZONE =
      "PROJCS[\"%s\",%s,PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
          + "PARAMETER[\"central_meridian\",%d],PARAMETER[\"scale_factor\",%s],"
          + "PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",%d],"
          + "UNIT[\"metre\",1,AUTHORITY[\"EPSG\",\"9001\"]],AUTHORITY[\"EPSG\",\"%d\"]]";

  private static final String ESRI_WGS84 =
      "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
  private static final String ESRI_CGCS2000 =
      "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\","
          + "SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
  private static final String ESRI_WEB_MERCATOR =
      "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\","
          + ESRI_WGS84
          + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",0.0],"
          + "PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
          + "UNIT[\"Meter\",1.0]]";
  private static final String ESRI_ZONE =
      "PROJCS[\"%s\",%s,PROJECTION[\"%s\"],PARAMETER[\"False_Easting\",500000.0],"
          + "PARAMETER[\"False_Northing\",%d.0],PARAMETER[\"Central_Meridian\",%d.0],"
          + "PARAMETER[\"Scale_Factor\",%s],PARAMETER[\"Latitude_Of_Origin\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  private CrsWkt() {}

  /**
   * OGC's text, with EPSG's codes in it.
   *
   * @throws IllegalArgumentException if it is none of those systems
   */
  public static String ogc(Crs crs) {
    return switch (code(crs)) {
      case BuiltInCrs.WGS84 -> WGS84;
      case BuiltInCrs.CGCS2000 -> CGCS2000;
      case BuiltInCrs.WEB_MERCATOR -> WEB_MERCATOR;
      default -> zone(crs, zone(crs));
    };
  }

  private static String zone(Crs crs, ZoneCode zone) {
    boolean utm = isUtm(zone);
    return ZONE.formatted(
        crs.name(),
        utm ? WGS84 : CGCS2000,
        zone.meridian(),
        utm ? "0.9996" : "1",
        falseNorthing(zone),
        zone.epsg());
  }

  /**
   * ESRI's text, as a {@code .prj} has it.
   *
   * @throws IllegalArgumentException if it is none of those systems
   */
  public static String esri(Crs crs) {
    return switch (code(crs)) {
      case BuiltInCrs.WGS84 -> ESRI_WGS84;
      case BuiltInCrs.CGCS2000 -> ESRI_CGCS2000;
      case BuiltInCrs.WEB_MERCATOR -> ESRI_WEB_MERCATOR;
      default -> esriZone(zone(crs));
    };
  }

  private static String esriZone(ZoneCode zone) {
    return isUtm(zone)
        ? ESRI_ZONE.formatted(
            "WGS_1984_UTM_Zone_" + zone.epsg() % 100 + (isSouthern(zone) ? "S" : "N"),
            ESRI_WGS84,
            "Transverse_Mercator",
            falseNorthing(zone),
            zone.meridian(),
            "0.9996")
        : ESRI_ZONE.formatted(
            "CGCS2000_3_Degree_GK_CM_" + zone.meridian() + "E",
            ESRI_CGCS2000,
            "Gauss_Kruger",
            0,
            zone.meridian(),
            "1.0");
  }

  private static int code(Crs crs) {
    return crs.epsg().orElseThrow(() -> unknown(crs));
  }

  private static ZoneCode zone(Crs crs) {
    return ZoneCode.find(crs)
        .filter(z -> isUtm(z) || z.epsg() >= FIRST_ZONE && z.epsg() <= LAST_ZONE)
        .orElseThrow(() -> unknown(crs));
  }

  private static boolean isUtm(ZoneCode zone) {
    return zone.epsg() >= FIRST_UTM;
  }

  private static boolean isSouthern(ZoneCode zone) {
    return zone.epsg() >= FIRST_SOUTHERN_UTM;
  }

  private static int falseNorthing(ZoneCode zone) {
    return isSouthern(zone) ? 10_000_000 : 0;
  }

  private static IllegalArgumentException unknown(Crs crs) {
    return new IllegalArgumentException(
        "No well-known text is kept for "
            + crs
            + ": take WGS 84, CGCS2000, Web Mercator, a zone of"
            + " CGCS2000 by meridian, or one of UTM.");
  }
}
