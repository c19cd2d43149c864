package org.linli.ingest.format;

import org.linli.ingest.source.SourceException;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonParser;

/** A geometry object of RFC 7946, in JSON that somebody else reads. */
public final class GeoJsonObject {
  private GeoJsonObject() {}

  /**
   * Reads one; the parser stands on its opening brace, and then on its closing one.
   *
   * @param number the feature's, from 1, for the message
   * @throws SourceException if it is no geometry
   */
  public static Geometry geometry(JsonParser json, long number) {
    try {
      return new GeoJsonGeometry().read(json);
    } catch (ShapeFault fault) {
      throw new SourceException(fault.at(number, "geometry"));
    }
  }
}
