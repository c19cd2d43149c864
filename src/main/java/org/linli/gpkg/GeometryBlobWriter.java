package org.linli.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes JTS geometries as GeoPackage geometries: little endian, with an XY envelope (points have
 * none, as the format advises), Z dropped. Used by one thread; the buffer is reused.
 */
public final class GeometryBlobWriter {
  private final int srsId;
  private final boolean promoting;
  private final boolean measured;
  private ByteBuffer bytes = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * @param promoting whether a line or polygon is written as a multi-geometry of one part, for a
   *     column that declares multi-geometries
   * @param measured whether M is written; a vertex without one gets NaN
   */
  public GeometryBlobWriter(int srsId, boolean promoting, boolean measured) {
    this.srsId = srsId;
    this.promoting = promoting;
    this.measured = measured;
  }

  /** The geometry's bytes, header first. */
  public byte[] write(Geometry geometry) {
    bytes.clear();
    header(geometry);
    return withBody(geometry);
  }

  /** The geometry's bytes without a header: well-known binary (OGC 06-103r4). */
  public byte[] writeWkb(Geometry geometry) {
    bytes.clear();
    return withBody(geometry);
  }

  private byte[] withBody(Geometry geometry) {
    if (promoting && WkbKind.of(geometry) == WkbKind.LINE) {
      start(WkbKind.MULTI_LINE).putInt(1);
    } else if (promoting && WkbKind.of(geometry) == WkbKind.POLYGON) {
      start(WkbKind.MULTI_POLYGON).putInt(1);
    }
    body(geometry);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void header(Geometry geometry) {
    boolean envelope = !(geometry instanceof Point) && !geometry.isEmpty();
    int flags = BlobHeader.LITTLE_ENDIAN_FLAG;
    flags |= envelope ? BlobHeader.XY_ENVELOPE_FLAG : 0;
    flags |= geometry.isEmpty() ? BlobHeader.EMPTY_FLAG : 0;
    bytes.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) flags).putInt(srsId);
    if (envelope) {
      Envelope box = geometry.getEnvelopeInternal();
      bytes.putDouble(box.getMinX()).putDouble(box.getMaxX());
      bytes.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
  }

  private ByteBuffer start(int kind) {
    room(64);
    return bytes.put((byte) 1).putInt(measured ? kind + WkbKind.M_OFFSET : kind);
  }

  private void body(Geometry geometry) {
    int kind = WkbKind.of(geometry);
    start(kind);
    switch (kind) {
      case WkbKind.POINT -> point((Point) geometry);
      case WkbKind.LINE -> sequence(((LineString) geometry).getCoordinateSequence());
      case WkbKind.POLYGON -> rings((Polygon) geometry);
      default -> parts(geometry);
    }
  }

  private void point(Point point) {
    if (point.isEmpty()) {
      bytes.putDouble(Double.NaN).putDouble(Double.NaN);
      if (measured) {
        bytes.putDouble(Double.NaN);
      }
    } else {
      coordinate(point.getCoordinateSequence(), 0);
    }
  }

  private void rings(Polygon polygon) {
    int holes = polygon.getNumInteriorRing();
    bytes.putInt(polygon.isEmpty() ? 0 : holes + 1);
    if (!polygon.isEmpty()) {
      sequence(polygon.getExteriorRing().getCoordinateSequence());
    }
    for (int i = 0; i < holes; i++) {
      sequence(polygon.getInteriorRingN(i).getCoordinateSequence());
    }
  }

  private void parts(Geometry geometry) {
    bytes.putInt(geometry.getNumGeometries());
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      body(geometry.getGeometryN(i));
    }
  }

  private void sequence(CoordinateSequence vertices) {
    room(4 + 24L * vertices.size());
    bytes.putInt(vertices.size());
    for (int i = 0; i < vertices.size(); i++) {
      coordinate(vertices, i);
    }
  }

  private void coordinate(CoordinateSequence vertices, int i) {
    bytes.putDouble(vertices.getX(i)).putDouble(vertices.getY(i));
    if (measured) {
      bytes.putDouble(vertices.getM(i));
    }
  }

  /** Makes room for so many more bytes; what comes beside vertices fits the 64 of each start. */
  private void room(long more) {
    long needed = bytes.position() + more + 64;
    if (needed > bytes.capacity()) {
      int capacity = Math.toIntExact(Math.max(needed, Math.min(2L * bytes.capacity(), 1 << 30)));
      ByteBuffer larger = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
      bytes = larger.put(bytes.flip());
    }
  }

  /**
   * The geometry as it is stored: a multi-geometry of one part is that part, so that both stores
   * and every column type give back what they were given.
   */
  public static Geometry simplest(Geometry geometry) {
    boolean single = geometry.getNumGeometries() == 1;
    return single && (geometry instanceof GeometryCollection) ? geometry.getGeometryN(0) : geometry;
  }
}
