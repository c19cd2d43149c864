package org.linli.ingest.format;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.Watch;

/**
 * Looks over all parts of a workbook before its reader does, with the same parser: no document
 * type, no cell beyond the last column of a sheet, no shared text that is not there, nothing that
 * grows out of proportion. The reader takes all of these on trust.
 */
final class WorkbookCheck {
  /** Column XFD. */
  private static final int MOST_COLUMNS = 16_384;

  private static final int MOST_TEXT = 10_000_000;
  private static final int DEEPEST = 100;
  private static final long MOST_SHARED_TEXT = 200_000_000;

  /** The reader holds every cell against every array formula, and writes out shared ones. */
  private static final long MOST_FORMULA_WORK = 1_000_000_000;

  private static final int CELLS_BETWEEN_LOOKS = 10_000;

  private final XMLInputFactory parsers = new InputFactoryImpl();
  private final Archive archive;
  private final Watch watch;
  private long sharedTexts;
  private long sharedText;
  private long lastSharedText = -1;

  private WorkbookCheck(Archive archive, Watch watch) {
    this.archive = archive;
    this.watch = watch;
    parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * @throws SourceException if it is no workbook that may be read
   */
  static void of(Archive archive, Watch watch) throws IOException {
    WorkbookCheck check = new WorkbookCheck(archive, watch);
    for (ArchivedFile part : archive.files()) {
      check.part(part);
    }
    if (check.lastSharedText >= check.sharedTexts) {
      throw refused(IssueKind.UNREADABLE, "sharedStrings.xml", check.lastSharedText);
    }
  }

  private void part(ArchivedFile part) throws IOException {
    try (PushbackInputStream in = new PushbackInputStream(archive.bytes(part), 1)) {
      int first = in.read();
      if (first < 0) {
        return;
      }
      in.unread(first);
      if (mayBeXml(first)) {
        walk(part, in);
      }
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  /** A parser would stop at any other byte: pictures and macros are only counted. */
  private static boolean mayBeXml(int first) {
    return first == '<' || first <= ' ' || first == 0xEF || first == 0xFE || first == 0xFF;
  }

  private void walk(ArchivedFile part, InputStream in) {
    try {
      XMLStreamReader xml = parsers.createXMLStreamReader(in);
      Part seen = new Part(part);
      while (xml.hasNext()) {
        seen.event(xml, xml.next());
      }
    } catch (XMLStreamException malformed) {
      // Where it matters the reader stops at the same place and says so; where it does not, as in
      // the drawings of old versions, nobody reads on.
      return;
    }
  }

  private static SourceException refused(IssueKind kind, Object... details) {
    return new SourceException(ImportIssue.ofFile(kind, details));
  }

  /** One part while it is walked through. */
  private final class Part {
    private final ArchivedFile file;
    private long cells;
    private int cellsInRow;
    private long arrayFormulas;
    private long sharedFormulas;
    private long longestFormula;
    private long text;
    private int depth;
    private String cellType;
    private StringBuilder index;

    Part(ArchivedFile file) {
      this.file = file;
    }

    void event(XMLStreamReader xml, int event) throws XMLStreamException {
      switch (event) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw refused(IssueKind.FORBIDDEN_XML);
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml);
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        default -> {
          // Comments and instructions hold nothing that is read.
        }
      }
    }

    private void start(XMLStreamReader xml) {
      depth++;
      if (depth > DEEPEST) {
        throw refused(IssueKind.TOO_DEEP, file.path(), DEEPEST);
      }
      switch (xml.getLocalName()) {
        case "row" -> cellsInRow = 0;
        case "c" -> cell(xml.getAttributeValue(null, "r"), xml.getAttributeValue(null, "t"));
        case "f" -> formula(xml);
        case "v" -> {
          text = 0;
          index = "s".equals(cellType) ? new StringBuilder() : null;
        }
        case "si" -> {
          sharedTexts++;
          text = 0;
        }
        case "is" -> text = 0;
        default -> {
          // Of no consequence.
        }
      }
    }

    private void cell(String place, String type) {
      cellType = type;
      cells++;
      cellsInRow++;
      if (cells % CELLS_BETWEEN_LOOKS == 0) {
        watch.at(0, 0);
      }
      if (Math.max(cellsInRow, place == null ? 0 : column(place)) > MOST_COLUMNS) {
        throw refused(IssueKind.TOO_MANY_COLUMNS, MOST_COLUMNS);
      }
      requireFormulaWork();
    }

    private static int column(String place) {
      int column = 0;
      for (int i = 0; i < place.length() && column <= MOST_COLUMNS; i++) {
        char c = place.charAt(i);
        column = c >= 'A' && c <= 'Z' ? 26 * column + c - 'A' + 1 : column;
      }
      return column;
    }

    private void formula(XMLStreamReader xml) {
      text = 0;
      String type = xml.getAttributeValue(null, "t");
      arrayFormulas += "array".equals(type) ? 1 : 0;
      sharedFormulas += "shared".equals(type) ? 1 : 0;
      requireFormulaWork();
    }

    private void requireFormulaWork() {
      if (cells * arrayFormulas > MOST_FORMULA_WORK
          || sharedFormulas * longestFormula > MOST_FORMULA_WORK) {
        throw refused(IssueKind.TOO_DEEP, file.path(), DEEPEST);
      }
    }

    private void text(XMLStreamReader xml) {
      text += xml.getTextLength();
      if (text > MOST_TEXT) {
        throw refused(IssueKind.TOO_DEEP, file.path(), DEEPEST);
      }
      if (index != null && text < 12) {
        index.append(xml.getText());
      }
    }

    private void end(String name) {
      depth--;
      switch (name) {
        case "f" -> longestFormula = Math.max(longestFormula, text);
        case "si" -> shared();
        case "v" -> index();
        default -> {
          // Of no consequence.
        }
      }
    }

    private void shared() {
      sharedText += text;
      if (sharedText > MOST_SHARED_TEXT) {
        throw refused(IssueKind.ARCHIVE_BOMB, file.path(), sharedText);
      }
    }

    private void index() {
      if (index != null && !index.isEmpty()) {
        lastSharedText = Math.max(lastSharedText, Long.parseLong(index.toString().strip()));
      }
      index = null;
    }
  }
}
