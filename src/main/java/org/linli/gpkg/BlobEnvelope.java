package org.linli.gpkg;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** The box of a stored geometry, from its header where it has one, else from its vertices. */
final class BlobEnvelope {

  private BlobEnvelope() {}

  /** The box as minX, maxX, minY, maxY; null if the geometry is empty or unreadable. */
  static double[] of(byte[] blob) {
    try {
      double[] told = BlobHeader.envelope(blob);
      return told != null && told[0] <= told[1] && told[2] <= told[3] ? told : measured(blob);
    } catch (MalformedGeometryException unreadable) {
      return null;
    }
  }

  private static double[] measured(byte[] blob) throws MalformedGeometryException {
    Envelope box = new GeometryBlobReader(new GeometryFactory()).read(blob).getEnvelopeInternal();
    return box.isNull()
        ? null
        : new double[] {box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()};
  }
}
