package org.linli.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes flat geometries as GeoPackage geometries, as {@link GeometryBlobWriter} writes those of
 * JTS. Used by one thread; the buffer is reused.
 */
final class FlatBlobWriter {
  private final int srsId;
  private final boolean promoting;
  private final boolean measured;
  private ByteBuffer bytes = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * @param promoting whether a line or polygon is written as a multi-geometry of one part
   * @param measured whether M is written
   */
  FlatBlobWriter(int srsId, boolean promoting, boolean measured) {
    this.srsId = srsId;
    this.promoting = promoting;
    this.measured = measured;
  }

  /**
   * The geometry's bytes, header first.
   *
   * @param box its minX, minY, maxX, maxY
   */
  byte[] write(FlatGeometry geometry, double[] box) {
    int kind = geometry.wkbKind();
    bytes.clear();
    room(128);
    header(kind != WkbKind.POINT, box);
    if (promoting && (kind == WkbKind.LINE || kind == WkbKind.POLYGON)) {
      start(kind + WkbKind.MULTI_POINT - WkbKind.POINT).putInt(1);
    }
    body(geometry, kind);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void header(boolean enveloped, double[] box) {
    int flags = BlobHeader.LITTLE_ENDIAN_FLAG | (enveloped ? BlobHeader.XY_ENVELOPE_FLAG : 0);
    bytes.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) flags).putInt(srsId);
    if (enveloped) {
      bytes.putDouble(box[0]).putDouble(box[2]).putDouble(box[1]).putDouble(box[3]);
    }
  }

  private ByteBuffer start(int kind) {
    room(64);
    return bytes.put((byte) 1).putInt(measured ? kind + WkbKind.M_OFFSET : kind);
  }

  private void body(FlatGeometry geometry, int kind) {
    switch (kind) {
      case WkbKind.MULTI_POINT, WkbKind.MULTI_LINE -> parts(geometry, kind);
      case WkbKind.MULTI_POLYGON -> polygons(geometry);
      default -> single(geometry, kind, 0, geometry.parts());
    }
  }

  private void parts(FlatGeometry geometry, int kind) {
    start(kind).putInt(geometry.parts());
    for (int part = 0; part < geometry.parts(); part++) {
      single(geometry, kind - WkbKind.MULTI_POINT + WkbKind.POINT, part, part + 1);
    }
  }

  private void polygons(FlatGeometry geometry) {
    int count = start(WkbKind.MULTI_POLYGON).position();
    bytes.putInt(0);
    int polygons = 0;
    for (int shell = 0; shell < geometry.parts(); shell = geometry.endOfPolygon(shell)) {
      single(geometry, WkbKind.POLYGON, shell, geometry.endOfPolygon(shell));
      polygons++;
    }
    bytes.putInt(count, polygons);
  }

  private void single(FlatGeometry geometry, int kind, int firstPart, int endPart) {
    start(kind);
    if (kind == WkbKind.POINT) {
      vertex(geometry, geometry.start(firstPart));
      return;
    }
    if (kind == WkbKind.POLYGON) {
      bytes.putInt(endPart - firstPart);
    }
    for (int part = firstPart; part < endPart; part++) {
      vertices(geometry, geometry.start(part), geometry.end(part));
    }
  }

  private void vertices(FlatGeometry geometry, int first, int end) {
    room(4 + 24L * (end - first));
    bytes.putInt(end - first);
    for (int vertex = first; vertex < end; vertex++) {
      vertex(geometry, vertex);
    }
  }

  private void vertex(FlatGeometry geometry, int vertex) {
    bytes.putDouble(geometry.x(vertex)).putDouble(geometry.y(vertex));
    if (measured) {
      bytes.putDouble(geometry.m(vertex));
    }
  }

  /** Makes room for so many more bytes; what comes beside vertices fits the 64 of each start. */
  private void room(long more) {
    long needed = bytes.position() + more + 64;
    if (needed > bytes.capacity()) {
      int capacity = Math.toIntExact(Math.max(needed, Math.min(2L * bytes.capacity(), 1 << 30)));
      bytes = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
    }
  }
}
