package org.linli.ingest.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** A workbook and its sheets, one of which is a table. */
final class Workbook implements Closeable {
  private final ReadableWorkbook workbook;

  private Workbook(ReadableWorkbook workbook) {
    this.workbook = workbook;
  }

  /** Takes a sheet's rows in their order. */
  interface Rows {

    /**
     * @return false if no more are wanted
     */
    boolean take(Row row);
  }

  /**
   * @throws SourceException if it is none
   */
  static Workbook open(Path file) throws IOException {
    try {
      return new Workbook(withFormats(file));
    } catch (RuntimeException broken) {
      throw unreadable("", broken);
    }
  }

  /** The reader wants a part for the formats if it is to tell them; without any it must not be. */
  private static ReadableWorkbook withFormats(Path file) throws IOException {
    try {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
    } catch (ExcelReaderException noFormats) {
      return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
    }
  }

  /** Tells the first cause; what follows its first line is of the parser's own places. */
  private static SourceException unreadable(String where, RuntimeException broken) {
    Throwable first = broken;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    String why = String.valueOf(first.getMessage()).lines().findFirst().orElse("");
    return new SourceException(ImportIssue.ofFile(IssueKind.UNREADABLE, where, why), broken);
  }

  /**
   * The sheet of a name, or the first one that is shown and has anything in it.
   *
   * @throws SourceException if there is none
   */
  Sheet sheet(Optional<String> wanted) {
    if (wanted.isPresent()) {
      return sheets()
          .filter(sheet -> sheet.getName().equalsIgnoreCase(wanted.get().strip()))
          .findFirst()
          .orElseThrow(() -> noSuch(wanted.get()));
    }
    return sheets()
        .filter(sheet -> isShown(sheet) && hasRows(sheet))
        .findFirst()
        .orElseThrow(() -> new SourceException(ImportIssue.ofFile(IssueKind.EMPTY_FILE)));
  }

  private Stream<Sheet> sheets() {
    return workbook.getSheets();
  }

  private SourceException noSuch(String name) {
    List<String> names = sheets().map(Sheet::getName).toList();
    return new SourceException(
        ImportIssue.ofFile(IssueKind.NO_SUCH_TABLE, name, String.join(", ", names)));
  }

  private static boolean isShown(Sheet sheet) {
    return sheet.getVisibility() == SheetVisibility.VISIBLE;
  }

  private boolean hasRows(Sheet sheet) {
    boolean[] any = {false};
    rows(
        sheet,
        row -> {
          any[0] = true;
          return false;
        });
    return any[0];
  }

  /** Which sheets are not read, those that are hidden apart. */
  List<ImportIssue> notesOnOthers(Sheet read) {
    List<ImportIssue> notes = new ArrayList<>();
    note(notes, IssueKind.OTHER_SHEETS, read, sheets().filter(Workbook::isShown));
    note(notes, IssueKind.HIDDEN_SHEETS, read, sheets().filter(sheet -> !isShown(sheet)));
    return notes;
  }

  private static void note(
      List<ImportIssue> notes, IssueKind kind, Sheet read, Stream<Sheet> sheets) {
    List<String> others = sheets.filter(sheet -> sheet != read).map(Sheet::getName).toList();
    if (!others.isEmpty()) {
      notes.add(ImportIssue.ofFile(kind, read.getName(), String.join(", ", others)));
    }
  }

  /**
   * The rows that are not empty.
   *
   * @throws SourceException if the sheet breaks off
   */
  void rows(Sheet sheet, Rows sink) {
    try (Stream<Row> rows = opened(sheet)) {
      Iterator<Row> each = rows.iterator();
      Row row = null;
      do {
        row = next(sheet, each, row);
      } while (row != null && (isEmpty(row) || sink.take(row)));
    }
  }

  private static Stream<Row> opened(Sheet sheet) {
    try {
      return sheet.openStream();
    } catch (IOException broken) {
      throw unreadable(sheet.getName(), new UncheckedIOException(broken));
    } catch (RuntimeException broken) {
      throw unreadable(sheet.getName(), broken);
    }
  }

  private static Row next(Sheet sheet, Iterator<Row> rows, Row before) {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (RuntimeException broken) {
      int row = before == null ? 1 : before.getRowNum() + 1;
      throw unreadable(sheet.getName() + "!" + row, broken);
    }
  }

  private static boolean isEmpty(Row row) {
    return row.stream().allMatch(Workbook::isEmpty);
  }

  private static boolean isEmpty(Cell cell) {
    return cell == null
        || cell.getType() == CellType.EMPTY
        || cell.getValue() instanceof String text && text.isBlank();
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
