package org.linli.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The part of a GeoPackage geometry before its WKB (OGC 12-128r17, 2.1.3): {@code GP}, version,
 * flags, SRS id, envelope.
 *
 * @param empty whether the flags call the geometry empty
 * @param length how many bytes it has
 */
record BlobHeader(boolean empty, int length) {
  static final int FIXED_LENGTH = 8;
  static final byte LITTLE_ENDIAN_FLAG = 0x01;
  static final byte XY_ENVELOPE_FLAG = 0x02;
  static final byte EMPTY_FLAG = 0x10;
  private static final byte EXTENDED_FLAG = 0x20;

  /** Bytes of the envelope by its code: none, XY, XYZ, XYM, XYZM. */
  private static final int[] ENVELOPE_LENGTHS = {0, 32, 48, 48, 64};

  static BlobHeader read(byte[] blob) throws MalformedGeometryException {
    if (blob.length < FIXED_LENGTH || blob[0] != 'G' || blob[1] != 'P') {
      throw new MalformedGeometryException("the value does not begin as a GeoPackage geometry");
    }
    byte flags = blob[3];
    int envelopeCode = flags >> 1 & 0x07;
    if ((flags & EXTENDED_FLAG) != 0 || envelopeCode >= ENVELOPE_LENGTHS.length) {
      throw new MalformedGeometryException("the geometry is of an extended kind");
    }
    int length = FIXED_LENGTH + ENVELOPE_LENGTHS[envelopeCode];
    if (blob.length < length) {
      throw new MalformedGeometryException("the geometry is cut off in its envelope");
    }
    return new BlobHeader((flags & EMPTY_FLAG) != 0, length);
  }

  /** The box (minX, maxX, minY, maxY) that the header holds, or null if it holds none. */
  static double[] envelope(byte[] blob) {
    if (blob.length < FIXED_LENGTH + 32 || (blob[3] >> 1 & 0x07) == 0) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.wrap(blob, FIXED_LENGTH, 32);
    bytes.order(
        (blob[3] & LITTLE_ENDIAN_FLAG) != 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return new double[] {
      bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.getDouble()
    };
  }
}
