package org.linli.geo;

import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.geotools.referencing.operation.transform.ConcatenatedTransform;

/**
 * A system that a WKT spells out and that has no EPSG code of its own. Its projection is taken from
 * the text; its datum's shift to WGS 84 from the EPSG database, where ESRI's names of the datum are
 * known, because the text seldom has one.
 */
final class WktDefinition {

  private final String name;
  private final CoordinateReferenceSystem crs;

  private WktDefinition(String name, CoordinateReferenceSystem crs) {
    this.name = name;
    this.crs = crs;
  }

  /**
   * Reads the text, as a code if the database has one for it.
   *
   * @throws UnknownCrsException if it cannot be read or its datum's shift is unknown
   */
  static Crs read(String wkt, String name) {
    try {
      CoordinateReferenceSystem crs = CRS.parseWKT(wkt);
      Optional<Integer> code = EpsgDatabase.identify(crs);
      return code.isPresent()
          ? Crs.ofEpsg(code.get())
          : Crs.ofDefinition(wkt, new WktDefinition(name, crs).define());
    } catch (UnknownCrsException e) {
      throw e;
    } catch (FactoryException | RuntimeException e) {
      throw EpsgDatabase.unusable(name, e);
    }
  }

  private CrsDefinition define() throws FactoryException {
    EpsgDatabase.requireMap(crs, name);
    CrsTransform asWritten = GeoToolsTransform.of(toWgs84());
    return new CrsDefinition(
        name,
        crs instanceof GeographicCRS,
        AxisOrder.LON_LAT,
        EpsgDatabase.isNorthFirst(crs) ? new Swapped(asWritten) : asWritten,
        EpsgDatabase.caution(crs));
  }

  private MathTransform toWgs84() throws FactoryException {
    if (crs instanceof ProjectedCRS projected) {
      GeographicCRS base = projected.getBaseCRS();
      Optional<Integer> known = EpsgDatabase.identify(base);
      if (known.isPresent()) {
        return ConcatenatedTransform.create(
            CRS.findMathTransform(crs, base), ofKnownBase(base, known.get()));
      }
    }
    return EpsgDatabase.toWgs84(crs);
  }

  private static MathTransform ofKnownBase(GeographicCRS base, int epsg) throws FactoryException {
    return EpsgDatabase.toWgs84(
        EpsgDatabase.isNorthFirst(base)
            ? CRS.decode("EPSG:" + epsg)
            : EpsgDatabase.eastFirst(epsg));
  }
}
