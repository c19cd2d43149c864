package org.linli.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.h2gis.functions.io.shp.internal.IndexFile;
import org.h2gis.functions.io.shp.internal.ShapefileReader;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryEditor;

/** The shapes of a shapefile, by number, in two dimensions. H2GIS reads them. */
final class ShapeReader implements Closeable {
  private static final int HEADER_BYTES = 100;
  private static final int LENGTH_AT = 24;
  private static final int TYPE_AT = 32;
  private static final int INDEX_BYTES = 8;

  private final FileChannel shp;
  private final FileChannel shx;
  private final int code;
  private final IndexFile index;
  private final ShapefileReader shapes;
  private final ShapeRecords records;
  private final GeometryEditor editor = new GeometryEditor(Shapes.FACTORY);

  private ShapeReader(FileChannel shp, FileChannel shx) throws IOException {
    this.shp = shp;
    this.shx = shx;
    this.code = typeOf(checked(shp, ".shp"));
    checked(shx, ".shx");
    this.records = new ShapeRecords(shp, code);
    this.index = new IndexFile(shx.position(0));
    this.shapes = new ShapefileReader(shp.position(0));
  }

  /**
   * @throws SourceException if the files are no shapes or not all of them are there
   */
  static ShapeReader open(ShapefileParts parts) throws IOException {
    FileChannel shp = FileChannel.open(parts.shp());
    FileChannel shx = FileChannel.open(parts.shx());
    try {
      return new ShapeReader(shp, shx);
    } catch (IOException | RuntimeException broken) {
      shp.close();
      shx.close();
      throw broken instanceof SourceException known ? known : unreadable(".shp", broken);
    }
  }

  /** The header of either file, which must have the bytes that it says it has. */
  private static ByteBuffer checked(FileChannel file, String extension) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    while (header.hasRemaining() && file.read(header) >= 0) {
      // Read on.
    }
    long said = 2L * header.getInt(LENGTH_AT);
    if (header.hasRemaining() || file.size() < said) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.TRUNCATED, extension + ", " + file.size()));
    }
    // The reader holds places in the file as int.
    if (said < HEADER_BYTES || said > Integer.MAX_VALUE) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.UNREADABLE, extension, said));
    }
    return header;
  }

  private static int typeOf(ByteBuffer header) {
    int code = header.order(ByteOrder.LITTLE_ENDIAN).getInt(TYPE_AT);
    if (code == ShapeKind.MULTIPATCH) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.MULTIPATCH));
    }
    return code;
  }

  private static SourceException unreadable(String where, Exception broken) {
    return new SourceException(
        ImportIssue.ofFile(IssueKind.UNREADABLE, where, broken.getMessage()), broken);
  }

  ShapeKind kind() {
    return ShapeKind.of(code);
  }

  /** Whether its shapes have heights, which are left out. */
  boolean hasZ() {
    return ShapeKind.hasZ(code);
  }

  int count() {
    return index.getRecordCount();
  }

  /**
   * The shape, or none if the record says that there is none.
   *
   * @throws ShapeFault if the record is broken
   */
  Optional<Geometry> find(int number) {
    try {
      int offset = index.getOffset(number);
      if (!records.hasShape(offset)) {
        return Optional.empty();
      }
      return Optional.of(plain(shapes.geomAt(offset)));
    } catch (IOException | RuntimeException broken) {
      throw broken instanceof ShapeFault fault
          ? fault
          : new ShapeFault(IssueKind.BROKEN_RECORD, (long) HEADER_BYTES + INDEX_BYTES * number);
    }
  }

  /** Whether a ring of the shape that was read last had to be closed. */
  boolean closedRing() {
    return records.hasOpenRing();
  }

  /** A shape of one part is no collection, and none has more than two dimensions. */
  private Geometry plain(Geometry read) {
    boolean single = read instanceof GeometryCollection && read.getNumGeometries() == 1;
    return editor.edit(single ? read.getGeometryN(0) : read, new Flattening());
  }

  private static final class Flattening extends GeometryEditor.CoordinateSequenceOperation {
    @Override
    public CoordinateSequence edit(CoordinateSequence positions, Geometry part) {
      Coordinate[] flat = new Coordinate[positions.size()];
      for (int i = 0; i < flat.length; i++) {
        flat[i] = new Coordinate(positions.getX(i), positions.getY(i));
      }
      return new CoordinateArraySequence(flat, 2);
    }
  }

  @Override
  public void close() throws IOException {
    shp.close();
    shx.close();
  }
}
