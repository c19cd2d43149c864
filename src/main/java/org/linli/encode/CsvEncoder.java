package org.linli.encode;

import java.io.IOException;
import java.io.OutputStream;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.BooleanColumn;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Column.WholeColumn;
import org.linli.snapshot.Geometries;
import org.linli.snapshot.PackedText;
import org.linli.snapshot.RowCursor;

/**
 * Writes features as a table of comma-separated values: {@code code}, for points {@code lon} and
 * {@code lat} (in metres {@code x} and {@code y}), {@code geometry} as well-known text, then the
 * fields. A missing value is empty; dates and instants are RFC 3339, instants in UTC. Nothing is
 * allocated by the feature. One encoder writes one file, on one thread.
 */
public final class CsvEncoder {
  /** Changes whenever the same features would be written as other bytes. */
  public static final int REVISION = 1;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Selection selection;
  private final CsvBytes out;
  private final WktText<CsvBytes> places;
  private final boolean points;
  private final int fields;

  private CsvEncoder(Selection selection, OutputStream stream) {
    this.selection = selection;
    this.out = new CsvBytes(stream);
    this.places = new WktText<>(selection.crs(), out);
    this.points = TableColumns.hasPoints(selection);
    this.fields = selection.fields().size();
  }

  /**
   * Writes all of a selection.
   *
   * @param marked whether a byte order mark comes first, by which Excel knows UTF-8
   */
  public static void write(Selection selection, boolean marked, OutputStream stream)
      throws IOException {
    CsvEncoder encoder = new CsvEncoder(selection, stream);
    if (marked) {
      encoder.out.raw(BYTE_ORDER_MARK);
    }
    encoder.all();
  }

  private void all() throws IOException {
    header();
    RowCursor rows = selection.rows();
    while (rows.next()) {
      row(rows.block(), rows.row());
    }
    out.flush();
  }

  private void header() throws IOException {
    boolean first = true;
    for (String name : TableColumns.of(selection)) {
      if (!first) {
        out.put(',');
      }
      first = false;
      out.text(name);
    }
    out.endLine();
  }

  private void row(Block block, int row) throws IOException {
    text(block.codes(), row);
    if (selection.definition().hasGeometry()) {
      place(block.geometries(), row);
    }
    for (int i = 0; i < fields; i++) {
      out.put(',');
      value(block.column(i), row);
    }
    out.endLine();
  }

  private void place(Geometries geometries, int row) throws IOException {
    Geometries.Kind kind = geometries.kind(row);
    if (points) {
      out.put(',');
      if (kind == Geometries.Kind.POINT) {
        places.position(geometries, geometries.firstVertex(geometries.firstPart(row)), ',');
      } else {
        out.put(',');
      }
    }
    out.put(',');
    if (kind != Geometries.Kind.NONE) {
      out.put('"');
      places.write(geometries, row);
      out.put('"');
    }
  }

  private void value(Column column, int row) throws IOException {
    if (column.isNull(row)) {
      return;
    }
    if (column instanceof TextColumn texts) {
      text(texts.dictionary(), texts.id(row));
    } else if (column instanceof WholeColumn wholes) {
      whole(wholes, row);
    } else if (column instanceof RealColumn reals) {
      out.real(reals.get(row));
    } else if (column instanceof BooleanColumn booleans) {
      out.bool(booleans.get(row));
    }
  }

  private void text(PackedText texts, int number) throws IOException {
    out.text(texts.bytes(), texts.start(number), texts.length(number));
  }

  private void whole(WholeColumn column, int row) throws IOException {
    switch (column.type()) {
      case DATE -> out.plainDate(column.get(row));
      case INSTANT -> out.plainInstant(column.get(row));
      default -> out.whole(column.get(row));
    }
  }
}
