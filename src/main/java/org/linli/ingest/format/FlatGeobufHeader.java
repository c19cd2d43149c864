package org.linli.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceSchema.DeclaredCrs;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Header;

/**
 * The start of a FlatGeobuf file: what its features are, and where they begin. Every size that the
 * file announces is held against the bytes that it has before anything is made of that size.
 *
 * @param geometryType the format's number; 0 where each feature tells its own
 * @param features how many there are; 0 if the file does not say
 * @param firstFeature the byte at which the first one begins
 */
record FlatGeobufHeader(
    int geometryType,
    List<FlatGeobufColumn> columns,
    Optional<DeclaredCrs> crs,
    long features,
    long firstFeature) {
  static final int SIZE_BYTES = 4;
  private static final int MAGIC_BYTES = 8;
  private static final int VERSION = 3;

  /** As GDAL bounds it. */
  private static final int MOST_BYTES = 10 << 20;

  private static final int NODE_BYTES = 40;
  private static final int LEAST_NODE_SIZE = 2;

  /**
   * @param in at the first byte of the file
   * @param fileBytes how long the file is
   * @throws SourceException if it is not such a file
   */
  static FlatGeobufHeader read(InputStream in, long fileBytes) throws IOException {
    requireMagic(in.readNBytes(MAGIC_BYTES));
    int size = size(in, MOST_BYTES, fileBytes - MAGIC_BYTES - SIZE_BYTES, MAGIC_BYTES);
    byte[] bytes = in.readNBytes(size);
    long end = MAGIC_BYTES + SIZE_BYTES + (long) size;
    try {
      return of(Header.getRootAsHeader(little(bytes)), end, fileBytes);
    } catch (IndexOutOfBoundsException | IllegalArgumentException lying) {
      throw damaged("the header points outside itself", lying);
    }
  }

  private static void requireMagic(byte[] magic) {
    boolean right =
        magic.length == MAGIC_BYTES && magic[3] == VERSION && magic[4] == 'f' && magic[6] == 'b';
    if (!right) {
      throw damaged("it does not begin as FlatGeobuf 3", null);
    }
  }

  /**
   * Reads the size of what comes next.
   *
   * @param most bytes that it may have
   * @param left bytes that the file has after the size
   * @param at the byte where the size stands, for the message
   */
  static int size(InputStream in, int most, long left, long at) throws IOException {
    byte[] bytes = in.readNBytes(SIZE_BYTES);
    long size = bytes.length < SIZE_BYTES ? Long.MAX_VALUE : little(bytes).getInt() & 0xFFFFFFFFL;
    if (size > left) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.TRUNCATED, "byte " + at));
    }
    if (size < SIZE_BYTES || size > most) {
      throw damaged("a part at byte " + at + " announces " + size + " bytes", null);
    }
    return (int) size;
  }

  static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static SourceException damaged(String why, Throwable cause) {
    return new SourceException(ImportIssue.ofFile(IssueKind.DAMAGED, why), cause);
  }

  private static FlatGeobufHeader of(Header header, long end, long fileBytes) {
    return new FlatGeobufHeader(
        header.geometryType(),
        columns(header),
        Optional.ofNullable(header.crs()).flatMap(FlatGeobufHeader::crs),
        header.featuresCount(),
        end + indexBytes(header, fileBytes - end));
  }

  private static List<FlatGeobufColumn> columns(Header header) {
    if (header.columnsLength() > SourceLimits.MOST_COLUMNS) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.TOO_MANY_COLUMNS, SourceLimits.MOST_COLUMNS));
    }
    List<FlatGeobufColumn> columns = new ArrayList<>();
    for (int i = 0; i < header.columnsLength(); i++) {
      columns.add(FlatGeobufColumn.of(header.columns(i)));
    }
    return columns;
  }

  private static Optional<DeclaredCrs> crs(Crs crs) {
    String authority = Optional.ofNullable(crs.org()).orElse("EPSG");
    String wkt = Optional.ofNullable(crs.wkt()).orElse("");
    return CodeOrText.declared(authority, crs.code(), wkt);
  }

  /** The size of the packed R-tree that lies before the features; it is passed over. */
  private static long indexBytes(Header header, long left) {
    long features = header.featuresCount();
    int nodeSize = header.indexNodeSize();
    if (features < 0) {
      throw damaged("it announces " + Long.toUnsignedString(features) + " features", null);
    }
    if (nodeSize == 0 || features == 0) {
      return 0;
    }
    boolean possible = nodeSize >= LEAST_NODE_SIZE && features <= left / NODE_BYTES;
    long bytes = possible ? indexBytes(features, nodeSize) : Long.MAX_VALUE;
    if (bytes > left) {
      throw damaged(
          "an index of " + features + " features does not fit into its " + left + " bytes", null);
    }
    return bytes;
  }

  private static long indexBytes(long features, int nodeSize) {
    return features > Integer.MAX_VALUE
        ? Long.MAX_VALUE
        : PackedRTree.calcSize((int) features, nodeSize);
  }
}
