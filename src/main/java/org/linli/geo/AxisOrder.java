package org.linli.geo;

/** Which of a position's two numbers comes first. */
public enum AxisOrder {
  /** Longitude or easting first, as GIS files have it. */
  LON_LAT,
  /** Latitude or northing first, as EPSG defines many systems and surveyors write them. */
  LAT_LON
}
