package org.linli.encode.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.linli.encode.About;
import org.linli.encode.Dictionary;
import org.linli.encode.Selection;
import org.linli.encode.TableColumns;
import org.linli.encode.XmlBytes;
import org.linli.encode.ZipFile;
import org.linli.snapshot.RowCursor;

/**
 * Writes features as a workbook (ECMA-376): the table, on as many sheets as it takes, then a sheet
 * that tells what it is, its licence and state, and its dictionary. Texts are texts whatever they
 * begin with; a cell never holds a formula.
 *
 * <p>Not by fastexcel, which reads our workbooks: its writer (0.20.2) keeps a reference for every
 * row that it has written, so that memory grows with the file, and puts the time of writing into
 * the archive's entries and the document's properties, so that equal data would not be equal bytes.
 */
public final class XlsxFile {
  /** Changes whenever the same features would be written as other bytes. */
  public static final int REVISION = 1;

  private static final int LONGEST_SHEET_NAME = 28;

  private final Selection selection;
  private final int rowsASheet;
  private final ZipFile zip;
  private final FeatureCells cells;
  private final List<String> columns;
  private final List<String> sheets = new ArrayList<>();

  private XlsxFile(Selection selection, int rowsASheet, ZipFile zip) {
    this.selection = selection;
    this.rowsASheet = rowsASheet;
    this.zip = zip;
    this.cells = new FeatureCells(selection);
    this.columns = TableColumns.of(selection);
  }

  public static void write(Selection selection, OutputStream out) throws IOException {
    write(selection, Sheet.MOST_ROWS, out);
  }

  /**
   * @param rowsASheet how many rows go on one sheet, that of the names among them
   */
  static void write(Selection selection, int rowsASheet, OutputStream out) throws IOException {
    try (ZipFile zip = new ZipFile(out, About.of(selection.view()).asOf())) {
      new XlsxFile(selection, rowsASheet, zip).write();
    }
  }

  private void write() throws IOException {
    RowCursor rows = selection.rows();
    boolean more = rows.next();
    do {
      more = features(rows, more);
    } while (more);
    about();
    WorkbookParts.write(zip, sheets);
  }

  /** Writes one sheet, from the feature that the cursor is on; whether there are more. */
  private boolean features(RowCursor rows, boolean any) throws IOException {
    boolean more = any;
    Sheet sheet = start(name(), columns.size());
    sheet.row(columns);
    while (more && sheet.rows() < rowsASheet) {
      cells.write(rows.block(), rows.row(), sheet);
      more = rows.next();
    }
    sheet.end();
    return more;
  }

  private String name() {
    String id = selection.definition().id();
    String name = id.substring(0, Math.min(id.length(), LONGEST_SHEET_NAME));
    return sheets.isEmpty() ? name : name + "_" + (sheets.size() + 1);
  }

  private Sheet start(String name, int width) throws IOException {
    sheets.add(name);
    return new Sheet(
        new XmlBytes(zip.entry("xl/worksheets/sheet" + sheets.size() + ".xml")), width);
  }

  private void about() throws IOException {
    About about = About.of(selection.view());
    Sheet sheet = start("说明 About", Dictionary.HEADER.size());
    sheet.row(List.of(about.title()));
    for (String line : about.lines()) {
      sheet.row(List.of(line));
    }
    sheet.row(List.of("CRS: " + selection.crs().code() + " " + selection.crs().name()));
    if (cells.tooLong() > 0) {
      sheet.row(List.of(leftOut(cells.tooLong())));
    }
    sheet.row(List.of());
    sheet.row(Dictionary.HEADER);
    for (List<String> row : Dictionary.rows(selection.fields())) {
      sheet.row(row);
    }
    sheet.end();
  }

  private static String leftOut(long values) {
    return values
        + " 个值超过单元格的 32767 字上限，已留空，请用 CSV 或 GeoPackage / values are longer than the 32,767 characters"
        + " of a cell and were left empty: take CSV or GeoPackage / གྲངས་ཐང་རིང་དྲགས་པས་སྟོང་པར་བཞག";
  }
}
