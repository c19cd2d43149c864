package org.linli.geo;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Names a two-dimensional coordinate reference system and the order of its two numbers. Two are
 * equal if both are; WGS 84 in longitude-latitude order is the same whether it was named {@code
 * EPSG:4326}, {@code CRS84} or by CRS84's URI. Immutable and thread-safe.
 */
public final class Crs {

  /**
   * WGS 84 longitude-latitude in degrees: OGC's CRS84, and what {@code EPSG:4326} means in a file.
   */
  public static final Crs WGS84 = Crs.ofEpsg(BuiltInCrs.WGS84);

  /** GCJ-02, longitude-latitude: the offset positions of Amap and Tencent. It has no EPSG code. */
  public static final Crs GCJ02 =
      new Crs("GCJ-02", new CrsDefinition("GCJ-02", true, AxisOrder.LON_LAT, Gcj02.INSTANCE));

  /** BD-09, longitude-latitude: the offset positions of Baidu. It has no EPSG code. */
  public static final Crs BD09 =
      new Crs("BD-09", new CrsDefinition("BD-09", true, AxisOrder.LON_LAT, Bd09.INSTANCE));

  /** What follows a code to say that latitude or northing comes first. */
  static final String LAT_LON_SUFFIX = ":latlon";

  private static final String CRS84_URI = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
  private static final String EPSG_URI = "http://www.opengis.net/def/crs/EPSG/0/";

  private final String code;
  private final AxisOrder axisOrder;
  private final CrsDefinition definition;

  private Crs(String code, CrsDefinition definition) {
    this(code, definition, AxisOrder.LON_LAT);
  }

  private Crs(String code, CrsDefinition definition, AxisOrder axisOrder) {
    this.code = code;
    this.definition = definition;
    this.axisOrder = axisOrder;
  }

  /**
   * Reads a name: {@code EPSG:4549}, {@code CRS84}, {@code GCJ-02}, {@code BD-09} or a WKT, which
   * mean longitude or easting first, as files have it, unless {@code :latlon} follows; or OGC's
   * URI, URN or safe CURIE ({@code [EPSG:4326]}), which mean the authority's own axis order.
   *
   * @throws UnknownCrsException if the name is not understood or the system cannot be used
   */
  public static Crs parse(String name) {
    return CrsNames.parse(name);
  }

  /**
   * Reads a well-known text: OGC's WKT 1 or ESRI's {@code .prj}, or any WKT that ends with its EPSG
   * code. The axis order is longitude or easting first, as GIS files have it whatever the text
   * says.
   *
   * @throws UnknownCrsException if the text is not understood or the system cannot be used
   */
  public static Crs fromWkt(String wkt) {
    return CrsNames.fromWkt(wkt);
  }

  static Crs ofEpsg(int epsg) {
    return new Crs(
        "EPSG:" + epsg, BuiltInCrs.find(epsg).orElseGet(() -> EpsgDatabase.define(epsg)));
  }

  static Crs ofDefinition(String wkt, CrsDefinition definition) {
    return new Crs(wkt, definition);
  }

  /** {@code EPSG:4549}, {@code GCJ-02}, {@code BD-09}, or the WKT of a system without a code. */
  public String code() {
    return code;
  }

  /** The EPSG code's number, the SRID of a spatial database. */
  public OptionalInt epsg() {
    return code.startsWith("EPSG:")
        ? OptionalInt.of(Integer.parseInt(code.substring("EPSG:".length())))
        : OptionalInt.empty();
  }

  /** A name for people, such as {@code CGCS2000 / 3-degree Gauss-Kruger CM 120E}. */
  public String name() {
    return definition.name();
  }

  /**
   * OGC's URI, if the system has one. WGS 84 longitude first is CRS84; any other URI names the
   * system in its authority's axis order, so answer with {@link #inAuthorityOrder()}.
   */
  public Optional<String> uri() {
    if (equals(WGS84)) {
      return Optional.of(CRS84_URI);
    }
    return epsg().isPresent() ? Optional.of(EPSG_URI + epsg().getAsInt()) : Optional.empty();
  }

  /** True if the numbers are degrees of longitude and latitude. */
  public boolean isGeographic() {
    return definition.geographic();
  }

  public AxisOrder axisOrder() {
    return axisOrder;
  }

  /** The same system with longitude or easting first, as GIS files have it. */
  public Crs inFileOrder() {
    return withAxisOrder(AxisOrder.LON_LAT);
  }

  /** The same system in the order that its authority defines, as its URI demands. */
  public Crs inAuthorityOrder() {
    return withAxisOrder(definition.authorityOrder());
  }

  public Crs withAxisOrder(AxisOrder order) {
    return order == axisOrder ? this : new Crs(code, definition, order);
  }

  /** The operation between positions of this system, in its axis order, and WGS 84 lon-lat. */
  public CrsTransform transform() {
    return axisOrder == AxisOrder.LON_LAT
        ? definition.transform()
        : new Swapped(definition.transform());
  }

  /** What a user should know before trusting positions that come from this system. */
  public Optional<String> caution() {
    return definition.caution();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Crs crs && crs.code.equals(code) && crs.axisOrder == axisOrder;
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + axisOrder.hashCode();
  }

  /**
   * The name that {@link #parse} understands: the code, with {@code :latlon} if that is the order.
   */
  @Override
  public String toString() {
    return axisOrder == AxisOrder.LON_LAT ? code : code + LAT_LON_SUFFIX;
  }
}
