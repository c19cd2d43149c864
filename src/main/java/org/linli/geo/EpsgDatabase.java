package org.linli.geo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.NoSuchAuthorityCodeException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.OperationNotFoundException;
import org.geotools.referencing.CRS;

/**
 * The EPSG database that GeoTools carries: 33 MB that are unpacked once, a second at first use.
 * Everything that is asked of GeoTools about coordinate reference systems begins here.
 */
final class EpsgDatabase {

  /** Held, or the logging framework would forget the levels set on them. */
  private static final List<Logger> QUIET =
      List.of(Logger.getLogger("org.geotools"), Logger.getLogger("hsqldb.db"));

  static {
    // HSQLDB would reconfigure java.util.logging for the whole program.
    System.setProperty("hsqldb.reconfig_logging", "false");
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
  }

  private EpsgDatabase() {}

  /** Names the folder to unpack into; without effect once the database is open. */
  static void unpackInto(Path folder) {
    System.setProperty("EPSG-HSQL.directory", folder.toAbsolutePath().toString());
  }

  /**
   * The definition of an EPSG code.
   *
   * @throws UnknownCrsException if there is none, or if it is not on the plane of a map
   */
  static CrsDefinition define(int epsg) {
    String code = "EPSG:" + epsg;
    try {
      CoordinateReferenceSystem eastFirst = eastFirst(epsg);
      requireMap(eastFirst, code);
      return new CrsDefinition(
          eastFirst.getName().getCode(),
          eastFirst instanceof GeographicCRS,
          isNorthFirst(CRS.decode(code)) ? AxisOrder.LAT_LON : AxisOrder.LON_LAT,
          GeoToolsTransform.of(toWgs84(eastFirst)),
          caution(eastFirst));
    } catch (NoSuchAuthorityCodeException e) {
      throw new UnknownCrsException(
          code + " is not in the EPSG database; look the code up at https://epsg.org.", e);
    } catch (FactoryException e) {
      throw unusable(code, e);
    }
  }

  static CoordinateReferenceSystem eastFirst(int epsg) throws FactoryException {
    return CRS.decode("EPSG:" + epsg, true);
  }

  /** The code of a system that is in the database under its name with its numbers. */
  static Optional<Integer> identify(CoordinateReferenceSystem crs) throws FactoryException {
    return Optional.ofNullable(CRS.lookupEpsgCode(crs, false));
  }

  static MathTransform toWgs84(CoordinateReferenceSystem crs) throws FactoryException {
    return CRS.findMathTransform(crs, eastFirst(BuiltInCrs.WGS84));
  }

  static boolean isNorthFirst(CoordinateReferenceSystem crs) {
    return CRS.getAxisOrder(crs) == CRS.AxisOrder.NORTH_EAST;
  }

  static void requireMap(CoordinateReferenceSystem crs, String name) {
    boolean map = crs instanceof GeographicCRS || crs instanceof ProjectedCRS;
    if (!map || crs.getCoordinateSystem().getDimension() != 2) {
      throw new UnknownCrsException(
          name
              + " is not a two-dimensional map system; name the system of its longitudes and"
              + " latitudes or of its eastings and northings.");
    }
  }

  /** EPSG has Beijing 1954's shift for a few oil basins, none for the country. */
  static Optional<String> caution(CoordinateReferenceSystem crs) {
    CoordinateReferenceSystem base =
        crs instanceof ProjectedCRS projected ? projected.getBaseCRS() : crs;
    return base.getName().getCode().equals("Beijing 1954")
        ? Optional.of(
            "Beijing 1954 has no nationwide transformation to WGS 84; positions may be off by some"
                + " 100 m unless the file is converted with your surveying office's parameters.")
        : Optional.empty();
  }

  static UnknownCrsException unusable(String name, Exception cause) {
    return cause instanceof OperationNotFoundException
        ? new UnknownCrsException(
            "No transformation from "
                + name
                + " to WGS 84 is known; name the system by its EPSG code, or convert the file to"
                + " CGCS2000 (EPSG:4490) or WGS 84 (EPSG:4326) with your surveying office's"
                + " parameters first.",
            cause)
        : new UnknownCrsException(
            name
                + " cannot be read as a coordinate reference system; name it by its EPSG code, for"
                + " example EPSG:4549.",
            cause);
  }
}
