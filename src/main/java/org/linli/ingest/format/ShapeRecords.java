package org.linli.ingest.format;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import org.h2gis.functions.io.utility.ReadBufferManager;
import org.linli.geo.GeometryRepair;
import org.linli.ingest.source.IssueKind;

/**
 * Looks over the records of a {@code .shp} before shapes are made of them. H2GIS believes the
 * counts in a record, leaves out rings that are none, and reads past a line of one point; here a
 * record has to have room for what it announces, and its parts have to be lines or rings.
 */
final class ShapeRecords {
  private static final int HEADER_BYTES = 8;
  private static final int NULL_SHAPE = 0;

  /** Of the type, the bounds, the number of parts and the number of points. */
  private static final int PARTS_AT = 44;

  private static final int POSITION_BYTES = 16;

  /** Every hole is held against every shell, and may be against each of its points. */
  private static final long MOST_PART_WORK = 2_000_000_000;

  private final ReadBufferManager bytes;
  private final long fileBytes;
  private final int code;
  private final ShapeKind kind;
  private boolean openRing;

  /**
   * @param code the type of all shapes in the file
   */
  ShapeRecords(FileChannel shp, int code) throws IOException {
    this.bytes = new ReadBufferManager(shp);
    this.fileBytes = shp.size();
    this.code = code;
    this.kind = ShapeKind.of(code);
  }

  /**
   * @param offset where the record begins in the file
   * @return whether it holds a shape, and not none
   * @throws ShapeFault if its shape is none
   */
  boolean hasShape(long offset) throws IOException {
    openRing = false;
    long start = offset + HEADER_BYTES;
    require(offset >= HEADER_BYTES && start + Integer.BYTES <= fileBytes, offset);
    bytes.order(ByteOrder.BIG_ENDIAN);
    long length = 2L * bytes.getInt(offset + Integer.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    require(length >= Integer.BYTES && start + length <= fileBytes, offset);
    int type = bytes.getInt(start);
    if (type == NULL_SHAPE) {
      return false;
    }
    require(type == code, offset);
    check(start, length);
    return true;
  }

  /** Whether a ring of the record that was looked over last does not end where it begins. */
  boolean hasOpenRing() {
    return openRing;
  }

  private void check(long start, long length) throws IOException {
    switch (kind) {
      case POINT -> require(length >= Integer.BYTES + POSITION_BYTES, start);
      case POINTS -> points(start, length);
      case LINES, RINGS -> parts(start, length);
    }
  }

  private void points(long start, long length) throws IOException {
    require(length >= PARTS_AT - Integer.BYTES, start);
    count(bytes.getInt(start + PARTS_AT - 2 * Integer.BYTES), start, length, PARTS_AT - 4);
  }

  private void count(int points, long start, long length, long before) {
    require(points >= 0, start);
    if (points > GeometryRepair.MOST_VERTICES) {
      throw new ShapeFault(IssueKind.TOO_MANY_VERTICES, GeometryRepair.MOST_VERTICES);
    }
    long heights = ShapeKind.hasZ(code) ? POSITION_BYTES + 8L * points : 0;
    require(before + (long) POSITION_BYTES * points + heights <= length, start);
  }

  private void parts(long start, long length) throws IOException {
    require(length >= PARTS_AT, start);
    int parts = bytes.getInt(start + PARTS_AT - 2 * Integer.BYTES);
    int points = bytes.getInt(start + PARTS_AT - Integer.BYTES);
    require(parts >= 0 && parts <= Math.max(points, 0), start);
    count(points, start, length, PARTS_AT + (long) Integer.BYTES * parts);
    if ((long) parts * points > MOST_PART_WORK) {
      throw new ShapeFault(IssueKind.TOO_MANY_PARTS, parts, points);
    }
    int[] ends = new int[parts];
    for (int part = 1; part <= parts; part++) {
      ends[part - 1] =
          part == parts ? points : bytes.getInt(start + PARTS_AT + (long) Integer.BYTES * part);
    }
    require(parts == 0 || bytes.getInt(start + PARTS_AT) == 0, start);
    parts(start, start + PARTS_AT + (long) Integer.BYTES * parts, ends);
  }

  private void parts(long start, long positionsAt, int[] ends) throws IOException {
    int begin = 0;
    for (int end : ends) {
      require(end > begin && end <= ends[ends.length - 1], start);
      part(positionsAt + (long) POSITION_BYTES * begin, end - begin);
      begin = end;
    }
  }

  private void part(long at, int points) throws IOException {
    if (kind == ShapeKind.LINES) {
      if (points < 2) {
        throw fault(IssueKind.SHORT_LINE, at);
      }
      return;
    }
    long last = at + (long) POSITION_BYTES * (points - 1);
    boolean closed =
        bytes.getDouble(at) == bytes.getDouble(last)
            && bytes.getDouble(at + 8) == bytes.getDouble(last + 8);
    if (points < (closed ? 4 : 3)) {
      throw fault(IssueKind.SHORT_RING, at);
    }
    openRing |= !closed;
  }

  private ShapeFault fault(IssueKind kindOfFault, long at) throws IOException {
    return new ShapeFault(kindOfFault, bytes.getDouble(at), bytes.getDouble(at + 8));
  }

  private static void require(boolean right, long offset) {
    if (!right) {
      throw new ShapeFault(IssueKind.BROKEN_RECORD, offset);
    }
  }
}
