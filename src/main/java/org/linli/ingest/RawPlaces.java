package org.linli.ingest;

import java.util.Optional;
import java.util.OptionalDouble;
import org.linli.ingest.mapping.PlaceColumns;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceRow;
import org.linli.ingest.values.TextNumbers;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Finds a row's geometry: its own shape, or what the columns of places say. */
final class RawPlaces {
  private static final int DEEPEST_WKT = 8;

  private final GeometryFactory factory = new GeometryFactory(new PrecisionModel(), 4326);
  private final WKTReader wkt = new WKTReader(factory);
  private final Optional<PlaceColumns> columns;
  private final java.util.List<SourceColumn> names;

  /** A row whose columns of places hold no place. */
  static final class NoPlaceException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient ImportIssue issue;

    NoPlaceException(ImportIssue issue) {
      super(issue.kind().key(), null, false, false);
      this.issue = issue;
    }

    ImportIssue issue() {
      return issue;
    }
  }

  RawPlaces(Optional<PlaceColumns> columns, java.util.List<SourceColumn> names) {
    this.columns = columns;
    this.names = names;
  }

  /**
   * The geometry in the file's system, or empty if the row says none.
   *
   * @throws NoPlaceException if what it says is no geometry
   */
  Optional<Geometry> find(SourceRow row) throws NoPlaceException {
    if (row.shape() != null || columns.isEmpty()) {
      return Optional.ofNullable(row.shape()).filter(shape -> !shape.isEmpty());
    }
    return columns.get() instanceof PlaceColumns.Numbers numbers
        ? point(row, numbers)
        : parsed(row, ((PlaceColumns.Text) columns.get()).column());
  }

  private Optional<Geometry> point(SourceRow row, PlaceColumns.Numbers numbers)
      throws NoPlaceException {
    Object x = row.values()[numbers.x()];
    Object y = row.values()[numbers.y()];
    if (x == null || y == null) {
      return Optional.empty();
    }
    Coordinate at = new CoordinateXY(number(row, numbers.x(), x), number(row, numbers.y(), y));
    // Programs write 0, 0 where they know no place; the sea off Ghana has no neighbourhoods.
    return at.x == 0 && at.y == 0 ? Optional.empty() : Optional.of(factory.createPoint(at));
  }

  private double number(SourceRow row, int column, Object value) throws NoPlaceException {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    OptionalDouble number = TextNumbers.findReal(value.toString());
    if (number.isEmpty()) {
      throw new NoPlaceException(
          ImportIssue.ofValue(
              IssueKind.BAD_COORDINATE, row.number(), names.get(column).name(), value));
    }
    return number.getAsDouble();
  }

  private Optional<Geometry> parsed(SourceRow row, int column) throws NoPlaceException {
    Object value = row.values()[column];
    if (value == null) {
      return Optional.empty();
    }
    // Extended WKT puts an SRID before the text; the file's system is asked for elsewhere.
    String text = value.toString().replaceFirst("^(?i)SRID=\\d+;", "");
    try {
      if (depth(text) > DEEPEST_WKT) {
        throw new ParseException("nested more than " + DEEPEST_WKT + " deep");
      }
      return Optional.of(wkt.read(text)).filter(shape -> !shape.isEmpty());
    } catch (ParseException | IllegalArgumentException noGeometry) {
      throw new NoPlaceException(
          ImportIssue.ofValue(
              IssueKind.BAD_WKT, row.number(), names.get(column).name(), noGeometry.getMessage()));
    }
  }

  /** JTS reads a collection in a collection by recursion, so its depth is looked at first. */
  private static int depth(String text) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
