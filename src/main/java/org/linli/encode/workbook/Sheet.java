package org.linli.encode.workbook;

import java.io.IOException;
import java.util.List;
import org.linli.encode.TextBytes;
import org.linli.encode.XmlBytes;

/**
 * One sheet of a workbook on its way to a stream: row after row, cell after cell. Texts are written
 * in their cells, so that nothing is kept in memory. Used by one thread.
 */
final class Sheet {
  /** What a sheet may hold (ECMA-376; Excel's specifications and limits). */
  static final int MOST_ROWS = 1_048_576;

  static final int LONGEST_TEXT = 32_767;

  private static final byte[] START =
      TextBytes.ascii(
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet"
              + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>"
              + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
              + " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
              + "<sheetData>");
  private static final byte[] END = TextBytes.ascii("</sheetData></worksheet>");
  private static final byte[] ROW = TextBytes.ascii("<row r=\"");
  private static final byte[] END_ROW = TextBytes.ascii("</row>");
  private static final byte[] TAG_END = TextBytes.ascii("\">");
  private static final byte[] CELL = TextBytes.ascii("<c r=\"");
  private static final byte[] NUMBER = TextBytes.ascii("\"><v>");
  private static final byte[] DAY = TextBytes.ascii("\" s=\"1\"><v>");
  private static final byte[] TRUTH = TextBytes.ascii("\" t=\"b\"><v>");
  private static final byte[] END_VALUE = TextBytes.ascii("</v></c>");
  private static final byte[] TEXT =
      TextBytes.ascii("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
  private static final byte[] END_TEXT = TextBytes.ascii("</t></is></c>");

  private final XmlBytes out;
  private final byte[][] letters;
  private int rows;

  /**
   * @param columns how many columns it will have
   */
  Sheet(XmlBytes out, int columns) throws IOException {
    this.out = out;
    this.letters = new byte[columns][];
    for (int i = 0; i < columns; i++) {
      letters[i] = TextBytes.ascii(letters(i));
    }
    out.raw(START);
  }

  /** The name of a column: A to Z, AA and so on. */
  static String letters(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letters(column / 26 - 1) + last;
  }

  int rows() {
    return rows;
  }

  void startRow() throws IOException {
    rows++;
    out.raw(ROW).whole(rows).raw(TAG_END);
  }

  void endRow() throws IOException {
    out.raw(END_ROW);
  }

  /** A row of texts. */
  void row(List<String> texts) throws IOException {
    startRow();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        startText(i).text(texts.get(i));
        endText();
      }
    }
    endRow();
  }

  private XmlBytes cell(int column) throws IOException {
    return out.raw(CELL).raw(letters[column]).whole(rows);
  }

  void number(int column, long value) throws IOException {
    cell(column).raw(NUMBER).whole(value).raw(END_VALUE);
  }

  void number(int column, double value) throws IOException {
    cell(column).raw(NUMBER).real(value).raw(END_VALUE);
  }

  /** A day, by its number in the calendar of workbooks. */
  void day(int column, long serial) throws IOException {
    cell(column).raw(DAY).whole(serial).raw(END_VALUE);
  }

  void truth(int column, boolean value) throws IOException {
    cell(column).raw(TRUTH).put(value ? '1' : '0').raw(END_VALUE);
  }

  /** Begins a text, which the caller writes before {@link #endText}. */
  XmlBytes startText(int column) throws IOException {
    return cell(column).raw(TEXT);
  }

  void endText() throws IOException {
    out.raw(END_TEXT);
  }

  void end() throws IOException {
    out.raw(END).flush();
  }
}
