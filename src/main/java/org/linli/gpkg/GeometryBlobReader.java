package org.linli.gpkg;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads GeoPackage geometries into JTS, Z and M kept. It trusts nothing: every count is held
 * against the bytes that are left before anything is made. Used by one thread.
 */
public final class GeometryBlobReader {
  private static final int MAX_DEPTH = 4;
  private static final int EWKB_Z = 0x80000000;
  private static final int EWKB_M = 0x40000000;
  private static final int EWKB_SRID = 0x20000000;

  private final GeometryFactory geometries;
  private ByteBuffer bytes;

  public GeometryBlobReader(GeometryFactory geometries) {
    this.geometries = geometries;
  }

  /**
   * The geometry; an empty one where the file says empty.
   *
   * @throws MalformedGeometryException if the bytes are no geometry, or one of curves
   */
  public Geometry read(byte[] blob) throws MalformedGeometryException {
    return read(blob, BlobHeader.read(blob).length());
  }

  /**
   * The geometry of well-known binary without a header, PostGIS's extended one included.
   *
   * @throws MalformedGeometryException if the bytes are no geometry, or one of curves
   */
  public Geometry readWkb(byte[] wkb) throws MalformedGeometryException {
    return read(wkb, 0);
  }

  private Geometry read(byte[] blob, int from) throws MalformedGeometryException {
    bytes = ByteBuffer.wrap(blob).position(from);
    try {
      return geometry(0);
    } catch (BufferUnderflowException cut) {
      throw new MalformedGeometryException("the geometry is cut off", cut);
    } catch (IllegalArgumentException refused) {
      throw new MalformedGeometryException(refused.getMessage(), refused);
    }
  }

  private Geometry geometry(int depth) throws MalformedGeometryException {
    if (depth > MAX_DEPTH) {
      throw new MalformedGeometryException("collections are nested too deep");
    }
    Shape shape = shape();
    return switch (shape.kind) {
      case WkbKind.POINT -> point(shape);
      case WkbKind.LINE -> line(shape);
      case WkbKind.POLYGON -> polygon(shape);
      case WkbKind.MULTI_POINT ->
          geometries.createMultiPoint(parts(Point.class, Point[]::new, depth));
      case WkbKind.MULTI_LINE ->
          geometries.createMultiLineString(parts(LineString.class, LineString[]::new, depth));
      case WkbKind.MULTI_POLYGON ->
          geometries.createMultiPolygon(parts(Polygon.class, Polygon[]::new, depth));
      case WkbKind.COLLECTION ->
          geometries.createGeometryCollection(parts(Geometry.class, Geometry[]::new, depth));
      default ->
          throw new MalformedGeometryException(
              "geometries of WKB type " + shape.kind + " are not read; turn curves into lines");
    };
  }

  /** A WKB type code taken apart. */
  private record Shape(int kind, boolean z, boolean m) {
    int dimension() {
      return 2 + measures() + (z ? 1 : 0);
    }

    int measures() {
      return m ? 1 : 0;
    }
  }

  private Shape shape() throws MalformedGeometryException {
    bytes.order(byteOrder(bytes.get()));
    int code = bytes.getInt();
    if ((code & EWKB_SRID) != 0) {
      bytes.getInt();
    }
    int flat = code & ~(EWKB_Z | EWKB_M | EWKB_SRID);
    int thousands = flat / 1000;
    boolean z = (code & EWKB_Z) != 0 || thousands == 1 || thousands == 3;
    boolean m = (code & EWKB_M) != 0 || thousands == 2 || thousands == 3;
    return new Shape(thousands > 3 ? flat : flat % 1000, z, m);
  }

  private static ByteOrder byteOrder(byte mark) throws MalformedGeometryException {
    if (mark != 0 && mark != 1) {
      throw new MalformedGeometryException("the byte order mark " + mark + " is neither 0 nor 1");
    }
    return mark == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private Point point(Shape shape) throws MalformedGeometryException {
    CoordinateSequence one = sequence(shape, 1, true);
    return Double.isNaN(one.getX(0)) ? geometries.createPoint() : geometries.createPoint(one);
  }

  private LineString line(Shape shape) throws MalformedGeometryException {
    return geometries.createLineString(sequence(shape, count(8 * shape.dimension()), false));
  }

  private Polygon polygon(Shape shape) throws MalformedGeometryException {
    int rings = count(4);
    if (rings == 0) {
      return geometries.createPolygon();
    }
    LinearRing shell = ring(shape);
    LinearRing[] holes = new LinearRing[rings - 1];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(shape);
    }
    return geometries.createPolygon(shell, holes);
  }

  private LinearRing ring(Shape shape) throws MalformedGeometryException {
    return geometries.createLinearRing(sequence(shape, count(8 * shape.dimension()), false));
  }

  /** A count of things that take at least {@code leastBytes} each. */
  private int count(int leastBytes) throws MalformedGeometryException {
    int count = bytes.getInt();
    if (count < 0 || (long) count * leastBytes > bytes.remaining()) {
      throw new MalformedGeometryException(
          "it announces " + Integer.toUnsignedString(count) + " parts but ends before them");
    }
    return count;
  }

  private CoordinateSequence sequence(Shape shape, int size, boolean mayBeNaN)
      throws MalformedGeometryException {
    CoordinateSequence sequence =
        geometries.getCoordinateSequenceFactory().create(size, shape.dimension(), shape.measures());
    for (int i = 0; i < size; i++) {
      for (int ordinate = 0; ordinate < shape.dimension(); ordinate++) {
        double value = bytes.getDouble();
        boolean allowed = Double.isFinite(value) || mayBeNaN && Double.isNaN(value);
        if (ordinate < 2 && !allowed) {
          throw new MalformedGeometryException("a coordinate is " + value);
        }
        sequence.setOrdinate(i, ordinate, value);
      }
    }
    return sequence;
  }

  private <T extends Geometry> T[] parts(Class<T> type, IntFunction<T[]> array, int depth)
      throws MalformedGeometryException {
    T[] parts = array.apply(count(9));
    for (int i = 0; i < parts.length; i++) {
      Geometry part = geometry(depth + 1);
      if (!type.isInstance(part)) {
        throw new MalformedGeometryException("a part is a " + part.getGeometryType());
      }
      parts[i] = type.cast(part);
    }
    return parts;
  }
}
