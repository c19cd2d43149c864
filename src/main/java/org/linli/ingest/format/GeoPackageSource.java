package org.linli.ingest.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.gpkg.GeoPackageException;
import org.linli.gpkg.GeoPackageReader;
import org.linli.gpkg.GeoPackageReader.Row;
import org.linli.gpkg.GeoPackageReader.Table;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.source.SourceSchema;
import org.linli.ingest.source.Watch;
import org.linli.layer.GeometryType;

/**
 * One table of a GeoPackage. A row's number is its row number in the table, which is no key: a
 * column is one, if it is named and filled like one. Two passes: a survey when it is opened,
 * because SQLite lets any column hold any value, and one each time it is read.
 */
final class GeoPackageSource implements SourceReader {
  private final GeoPackageReader reader;
  private final Table table;
  private final Watch watch;
  private final List<GeoPackageColumn> columns;
  private final SourceSchema schema;

  private GeoPackageSource(GeoPackageReader reader, Table table, Watch watch) {
    this.reader = reader;
    this.table = table;
    this.watch = watch;
    this.columns = GeoPackageColumn.of(table.columns());
    this.schema = survey();
  }

  /**
   * @throws SourceException if the file is no GeoPackage, or it is not plain which table is meant
   */
  static GeoPackageSource open(Path file, ReadOptions options, Watch watch) {
    GeoPackageReader reader = guarded(() -> GeoPackageReader.open(alone(file, options.scratch())));
    try {
      Table table = GeoPackageTables.choose(reader, options);
      return guarded(() -> new GeoPackageSource(reader, table, watch));
    } catch (RuntimeException refused) {
      reader.close();
      throw refused;
    }
  }

  /**
   * The file, or where commits lie in a log beside it that nobody has open, a copy of both: SQLite
   * would write an index of the log into the folder.
   */
  private static Path alone(Path file, Path scratch) {
    Path log = beside(file, "-wal");
    try {
      if (!Files.exists(log) || Files.size(log) == 0 || Files.exists(beside(file, "-shm"))) {
        return file;
      }
      Path copy = scratch.resolve("source.gpkg");
      Files.copy(file, copy);
      Files.copy(log, beside(copy, "-wal"));
      return copy;
    } catch (IOException unreadable) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.DAMAGED, unreadable.getMessage()), unreadable);
    }
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }

  private interface Work<T> {
    T done();
  }

  private static <T> T guarded(Work<T> work) {
    try {
      return work.done();
    } catch (GeoPackageException broken) {
      throw new SourceException(issue(broken), broken);
    }
  }

  private static ImportIssue issue(GeoPackageException broken) {
    return broken
        .missingTable()
        .map(table -> ImportIssue.ofFile(IssueKind.NOT_GEOPACKAGE, table))
        .orElseGet(() -> ImportIssue.ofFile(IssueKind.DAMAGED, broken.getMessage()));
  }

  private SourceSchema survey() {
    ShapeSurvey shapes = new ShapeSurvey();
    long[] rows = {0};
    reader.read(
        table,
        row -> {
          watch.at(++rows[0], 0);
          row.geometry().ifPresent(shapes::see);
          columns.forEach(column -> column.see(row.values()));
          return true;
        });
    return new SourceSchema(
        "GeoPackage",
        Optional.empty(),
        GeoPackageTables.crs(table),
        table.geometryColumn().isPresent() ? shapes.type(table.geometry()) : GeometryType.NONE,
        sourceColumns(rows[0]),
        false,
        rows[0],
        notes());
  }

  private List<SourceColumn> sourceColumns(long rows) {
    return columns.stream().map(column -> column.toColumn(rows)).toList();
  }

  private List<ImportIssue> notes() {
    List<ImportIssue> notes = new ArrayList<>();
    reader
        .refused()
        .forEach(name -> notes.add(ImportIssue.ofField(IssueKind.TABLE_NOT_READ, name, name)));
    GeoPackageColumn.binary(table.columns())
        .forEach(name -> notes.add(ImportIssue.ofField(IssueKind.BINARY_LEFT_OUT, name)));
    return notes;
  }

  @Override
  public SourceSchema schema() {
    return schema;
  }

  @Override
  public void read(RowSink sink) {
    long[] rows = {0};
    guarded(
        () -> {
          reader.read(
              table,
              row -> {
                watch.at(++rows[0], 0);
                return hand(row, sink);
              });
          return rows;
        });
  }

  private boolean hand(Row row, RowSink sink) {
    if (row.geometryProblem().isPresent()) {
      sink.issue(
          ImportIssue.ofValue(
              IssueKind.UNREADABLE_GEOMETRY,
              row.fid(),
              table.geometryColumn().orElse(""),
              row.geometryProblem().get()));
      return true;
    }
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).value(row, sink);
    }
    return sink.row(new SourceRow(row.fid(), null, row.geometry().orElse(null), values));
  }

  @Override
  public void close() {
    reader.close();
  }
}
