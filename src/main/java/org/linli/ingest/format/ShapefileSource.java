package org.linli.ingest.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.Severity;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.source.SourceSchema;
import org.linli.ingest.source.SourceSchema.DeclaredCrs;
import org.linli.ingest.source.Watch;
import org.locationtech.jts.geom.Geometry;

/**
 * A shapefile: shapes from the {@code .shp}, one a row of the {@code .dbf}. A row's number is the
 * feature's, from 1; rows that are marked as deleted count, but are not read.
 */
final class ShapefileSource implements SourceReader {
  private static final int LONGEST_PRJ = 1 << 16;

  private final ShapefileParts parts;
  private final DbfTable table;
  private final TextEncoding encoding;
  private final long bytes;
  private final Watch watch;
  private final List<DbfColumn> columns;
  private final List<String> names;
  private final boolean heights;
  private final SourceSchema schema;

  private ShapefileSource(
      ShapefileParts parts, DbfTable table, TextEncoding encoding, long bytes, Watch watch)
      throws IOException {
    this.parts = parts;
    this.table = table;
    this.encoding = encoding;
    this.bytes = bytes;
    this.watch = watch;
    this.columns = table.columns().stream().filter(DbfColumn::isRead).toList();
    this.names = TableHeader.of(columns.stream().map(this::title).toList());
    try (ShapeReader shapes = ShapeReader.open(parts)) {
      this.heights = shapes.hasZ();
      this.schema = schema(shapes);
    }
  }

  /**
   * @param encodingGiven what the person says the encoding of the attributes is
   * @param bytes how large the file that the person gave is, for the watch
   * @throws SourceException if the files are no shapefile, or their encoding is not clear
   */
  static ShapefileSource open(
      ShapefileParts parts, Optional<String> encodingGiven, long bytes, Watch watch)
      throws IOException {
    DbfTable table = DbfTable.open(parts.dbf());
    TextEncoding encoding = DbfEncoding.of(table, parts.cpg(), encodingGiven);
    return new ShapefileSource(parts, table, encoding, bytes, watch);
  }

  /** A column's name, of which ten bytes are kept: the last character may be cut. */
  private String title(DbfColumn column) {
    Charset charset = encoding.charset();
    ByteBuffer name = ByteBuffer.wrap(column.name().getBytes(StandardCharsets.ISO_8859_1));
    CharBuffer title = CharBuffer.allocate(2 * name.remaining() + 2);
    charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(name, title, false);
    return title.flip().toString();
  }

  private SourceSchema schema(ShapeReader shapes) throws IOException {
    if (shapes.count() != table.rows()) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.PARTS_DISAGREE, shapes.count(), table.rows()));
    }
    TableSurvey survey = TableSurvey.ofQuoted(names);
    long deleted = survey(survey);
    List<ImportIssue> notes = new ArrayList<>(survey.notes());
    if (encoding.found()) {
      notes.add(ImportIssue.ofFile(IssueKind.ENCODING_FOUND, encoding.label()));
    }
    if (deleted > 0) {
      notes.add(ImportIssue.ofFile(IssueKind.DELETED_ROWS, deleted));
    }
    table.columns().stream()
        .filter(column -> !column.isRead())
        .forEach(column -> notes.add(unread(column)));
    return new SourceSchema(
        "Shapefile",
        Optional.of(encoding.label()),
        crs(),
        shapes.kind().geometry(),
        survey.columns(),
        false,
        survey.rows(),
        notes);
  }

  private ImportIssue unread(DbfColumn column) {
    return ImportIssue.ofField(IssueKind.PARTS_IGNORED, title(column), "dBASE " + column.type());
  }

  private long survey(TableSurvey survey) {
    DbfValues values = new DbfValues(columns, names, encoding.charset());
    long[] deletedRows = {0};
    table.read(
        (index, row, deleted) -> {
          if (deleted) {
            deletedRows[0]++;
          } else {
            survey.see(index + 1L, values.read(row, index + 1L));
          }
          watch.at(index, bytesAt(index));
          return true;
        });
    return deletedRows[0];
  }

  private long bytesAt(int row) {
    return (long) ((double) bytes * row / table.rows());
  }

  private Optional<DeclaredCrs> crs() throws IOException {
    if (parts.prj().isEmpty() || Files.size(parts.prj().get()) > LONGEST_PRJ) {
      return Optional.empty();
    }
    byte[] prj = Files.readAllBytes(parts.prj().get());
    String text = new String(prj, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    return Optional.of(text).filter(wkt -> !wkt.isEmpty()).map(wkt -> new DeclaredCrs(wkt, false));
  }

  @Override
  public SourceSchema schema() {
    return schema;
  }

  @Override
  public void read(RowSink sink) {
    DbfValues values = new DbfValues(columns, names, encoding.charset());
    try (ShapeReader shapes = ShapeReader.open(parts)) {
      table.read(
          (index, row, deleted) -> {
            watch.at(index + 1L, bytesAt(index + 1));
            return deleted || row(index, values.read(row, index + 1L), values, shapes, sink);
          });
    } catch (IOException broken) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNREADABLE, ".shp", broken.getMessage()), broken);
    }
  }

  private boolean row(
      int index, Object[] read, DbfValues values, ShapeReader shapes, RowSink sink) {
    long number = index + 1L;
    Optional<Geometry> shape;
    try {
      shape = shapes.find(index);
    } catch (ShapeFault fault) {
      sink.issue(fault.at(number, "geometry"));
      return true;
    }
    values.issues().forEach(sink::issue);
    if (values.issues().stream().anyMatch(issue -> issue.severity() == Severity.ERROR)) {
      return true;
    }
    if (shape.isPresent() && heights) {
      sink.issue(ImportIssue.ofRow(IssueKind.Z_DROPPED, number));
    }
    if (shape.isPresent() && shapes.closedRing()) {
      sink.issue(ImportIssue.ofRow(IssueKind.RING_CLOSED, number));
    }
    return sink.row(new SourceRow(number, null, shape.orElse(null), read));
  }
}
