package org.linli.ingest.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
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
 * A sheet of a workbook as a table. A row's number is that of the sheet. Values are strings,
 * trimmed; numbers; truths; and days and moments where a cell's format says so.
 */
final class XlsxSource implements SourceReader {
  private static final int ROWS_LOOKED_AT = 30;

  private final Workbook workbook;
  private final Sheet sheet;
  private final Watch watch;
  private final long bytes;
  private final List<String> names;
  private final int firstRow;
  private final int[] columns;
  private final SourceSchema schema;

  private XlsxSource(Workbook workbook, Sheet sheet, long bytes, Watch watch) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.bytes = bytes;
    this.watch = watch;
    List<Row> start = start();
    int width = start.stream().mapToInt(Row::getCellCount).max().orElse(0);
    SheetHeader header = header(start, Collections.nCopies(width, ""));
    this.names = TableHeader.of(header.names());
    this.firstRow = start.get(header.firstRow() + header.rows() - 1).getRowNum() + 1;
    TableSurvey survey = new TableSurvey(names);
    boolean[] used = new boolean[width];
    survey(survey, used);
    this.columns =
        IntStream.range(0, width).filter(i -> used[i] || header.names().get(i) != null).toArray();
    this.schema = schema(survey, header, start);
  }

  /**
   * @param archive the same file as an archive
   * @param table the sheet that the person names
   * @throws SourceException if it is no workbook, or has no such sheet
   */
  static XlsxSource open(Path file, Archive archive, Optional<String> table, Watch watch)
      throws IOException {
    WorkbookCheck.of(archive, watch);
    Workbook workbook = Workbook.open(file);
    try {
      return new XlsxSource(workbook, workbook.sheet(table), Files.size(file), watch);
    } catch (RuntimeException refused) {
      workbook.close();
      throw refused;
    }
  }

  private List<Row> start() {
    List<Row> start = new ArrayList<>();
    workbook.rows(
        sheet,
        row -> {
          start.add(row);
          return start.size() < ROWS_LOOKED_AT;
        });
    if (start.isEmpty()) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.EMPTY_FILE));
    }
    return start;
  }

  private static SheetHeader header(List<Row> start, List<String> unnamed) {
    List<ImportIssue> toldLater = new ArrayList<>();
    return SheetHeader.of(start.stream().map(row -> values(row, unnamed, toldLater)).toList());
  }

  private static Object[] values(Row row, List<String> names, List<ImportIssue> issues) {
    Object[] values = new Object[names.size()];
    for (Cell cell : row) {
      if (cell != null && cell.getColumnIndex() < values.length) {
        int column = cell.getColumnIndex();
        values[column] = CellReader.read(cell, names.get(column), issues);
      }
    }
    return values;
  }

  private void survey(TableSurvey survey, boolean[] used) {
    List<ImportIssue> toldLater = new ArrayList<>();
    workbook.rows(
        sheet,
        row -> {
          if (row.getRowNum() >= firstRow) {
            Object[] values = values(row, names, toldLater);
            toldLater.clear();
            survey.see(row.getRowNum(), values);
            IntStream.range(0, used.length).forEach(i -> used[i] |= values[i] != null);
            watch.at(survey.rows(), 0);
          }
          return true;
        });
  }

  private SourceSchema schema(TableSurvey survey, SheetHeader header, List<Row> start) {
    List<ImportIssue> notes = new ArrayList<>(workbook.notesOnOthers(sheet));
    if (header.firstRow() > 0 || header.rows() > 1) {
      int first = start.get(header.firstRow()).getRowNum();
      notes.add(ImportIssue.ofFile(IssueKind.HEADER_FOUND, first, firstRow - 1));
    }
    notes.addAll(survey.notes());
    List<SourceColumn> all = survey.columns();
    return new SourceSchema(
        "XLSX",
        Optional.empty(),
        Optional.empty(),
        GeometryType.NONE,
        Arrays.stream(columns).mapToObj(all::get).toList(),
        false,
        survey.rows(),
        notes);
  }

  @Override
  public SourceSchema schema() {
    return schema;
  }

  @Override
  public void read(RowSink sink) {
    long[] count = {0};
    List<ImportIssue> issues = new ArrayList<>();
    workbook.rows(
        sheet,
        row -> {
          if (row.getRowNum() < firstRow) {
            return true;
          }
          count[0]++;
          watch.at(count[0], (long) ((double) bytes * count[0] / schema.rows()));
          issues.clear();
          return row(row, issues, sink);
        });
  }

  private boolean row(Row row, List<ImportIssue> issues, RowSink sink) {
    Object[] all = values(row, names, issues);
    if (hasMore(row)) {
      sink.issue(
          ImportIssue.ofRow(IssueKind.BAD_ROW, row.getRowNum(), row.getCellCount(), names.size()));
      return true;
    }
    issues.forEach(sink::issue);
    Object[] values = Arrays.stream(columns).mapToObj(column -> all[column]).toArray();
    return sink.row(new SourceRow(row.getRowNum(), null, null, values));
  }

  /** Whether there is anything to the right of the columns with names. */
  private boolean hasMore(Row row) {
    return row.stream()
        .skip(names.size())
        .anyMatch(cell -> cell != null && cell.getValue() != null && !cell.getText().isBlank());
  }

  @Override
  public void close() {
    try {
      workbook.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
