package org.linli.encode.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.linli.encode.Selection;
import org.linli.encode.Shape;
import org.linli.encode.Shape.Winding;
import org.linli.encode.TableColumns;
import org.linli.encode.WktText;
import org.linli.encode.XmlBytes;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.BooleanColumn;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Column.WholeColumn;
import org.linli.snapshot.Geometries;
import org.linli.snapshot.Geometries.Kind;
import org.linli.snapshot.PackedText;

/**
 * Features as the cells of rows. Instants are texts of RFC 3339, because a cell knows no zone; so
 * are days before March 1900, which Excel's calendar counts wrongly, and whole numbers of more than
 * 15 digits, which a cell would round.
 */
final class FeatureCells {
  private static final long EPOCH_SERIAL = -LocalDate.of(1899, 12, 30).toEpochDay();
  private static final long FIRST_DAY = LocalDate.of(1900, 3, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
  private static final long MOST_EXACT = 999_999_999_999_999L;

  private final boolean points;
  private final boolean places;
  private final int fields;
  private final Shape shape;
  private final ByteArrayOutputStream wktBytes = new ByteArrayOutputStream();
  private final XmlBytes wktOut = new XmlBytes(wktBytes);
  private final WktText<XmlBytes> wkt;
  private long tooLong;

  FeatureCells(Selection selection) {
    this.points = TableColumns.hasPoints(selection);
    this.places = selection.definition().hasGeometry();
    this.fields = selection.fields().size();
    this.shape = new Shape(selection.crs(), Winding.COUNTERCLOCKWISE);
    this.wkt = new WktText<>(selection.crs(), wktOut);
  }

  /** How many values were left out because no cell holds as much. */
  long tooLong() {
    return tooLong;
  }

  void write(Block block, int row, Sheet sheet) throws IOException {
    sheet.startRow();
    text(block.codes(), row, 0, sheet);
    int column = place(block.geometries(), row, sheet);
    for (int i = 0; i < fields; i++) {
      value(block.column(i), row, column++, sheet);
    }
    sheet.endRow();
  }

  /** Writes the columns of the place and gives the next one. */
  private int place(Geometries geometries, int row, Sheet sheet) throws IOException {
    int column = 1;
    if (points) {
      if (geometries.kind(row) == Kind.POINT) {
        shape.take(geometries, row);
        sheet.number(column, shape.x(0));
        sheet.number(column + 1, shape.y(0));
      }
      column += 2;
    }
    if (places) {
      wkt(geometries, row, column++, sheet);
    }
    return column;
  }

  private void wkt(Geometries geometries, int row, int column, Sheet sheet) throws IOException {
    wktBytes.reset();
    wkt.write(geometries, row);
    wktOut.flush();
    if (wktBytes.size() > Sheet.LONGEST_TEXT) {
      tooLong++;
    } else if (wktBytes.size() > 0) {
      sheet.startText(column).raw(wktBytes.toByteArray());
      sheet.endText();
    }
  }

  private void value(Column column, int row, int at, Sheet sheet) throws IOException {
    if (column.isNull(row)) {
      return;
    }
    if (column instanceof TextColumn texts) {
      text(texts.dictionary(), texts.id(row), at, sheet);
    } else if (column instanceof WholeColumn wholes) {
      whole(wholes, row, at, sheet);
    } else if (column instanceof RealColumn reals) {
      sheet.number(at, reals.get(row));
    } else if (column instanceof BooleanColumn booleans) {
      sheet.truth(at, booleans.get(row));
    }
  }

  private void text(PackedText texts, int number, int at, Sheet sheet) throws IOException {
    int bytes = texts.length(number);
    if (bytes > Sheet.LONGEST_TEXT && texts.get(number).length() > Sheet.LONGEST_TEXT) {
      tooLong++;
    } else if (bytes > 0) {
      sheet.startText(at).text(texts.bytes(), texts.start(number), bytes);
      sheet.endText();
    }
  }

  private void whole(WholeColumn column, int row, int at, Sheet sheet) throws IOException {
    long value = column.get(row);
    switch (column.type()) {
      case DATE -> day(value, at, sheet);
      case INSTANT -> {
        sheet.startText(at).plainInstant(value);
        sheet.endText();
      }
      default -> whole(value, at, sheet);
    }
  }

  private static void day(long epochDay, int at, Sheet sheet) throws IOException {
    if (epochDay >= FIRST_DAY && epochDay <= LAST_DAY) {
      sheet.day(at, epochDay + EPOCH_SERIAL);
    } else {
      sheet.startText(at).plainDate(epochDay);
      sheet.endText();
    }
  }

  private static void whole(long value, int at, Sheet sheet) throws IOException {
    if (Math.abs(value) <= MOST_EXACT) {
      sheet.number(at, value);
    } else {
      sheet.startText(at).whole(value);
      sheet.endText();
    }
  }
}
