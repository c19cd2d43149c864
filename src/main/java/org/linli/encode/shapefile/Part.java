package org.linli.encode.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.linli.layer.Field;
import org.linli.layer.FieldType;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.Block;
import org.linli.snapshot.Geometries;
import org.linli.snapshot.Geometries.Kind;

/** What one shapefile will be, found by seeing all its rows before the first is written. */
final class Part {
  private static final long HEADER_BYTES = 100;
  private static final int RECORD_HEADER_BYTES = 8;
  private static final int BOX_BYTES = 32;

  private final ShapeGroup group;
  private final boolean measured;
  private final List<Field> fields;
  private final List<DbfColumnWidth> widths = new ArrayList<>();
  private int rows;
  private long shapeBytes = HEADER_BYTES;
  private boolean multipoint;
  private long points;

  Part(ShapeGroup group, LayerDefinition definition) {
    this.group = group;
    this.measured = definition.geometry() == GeometryType.TRACK;
    this.fields = definition.fields();
    widths.add(new DbfColumnWidth(FieldType.TEXT));
    fields.forEach(field -> widths.add(new DbfColumnWidth(field.type())));
  }

  void see(Block block, int row) {
    rows = Math.addExact(rows, 1);
    seeShape(block.geometries(), row);
    widths.get(0).seeText(block.codes().length(row));
    for (int i = 0; i < fields.size(); i++) {
      widths.get(i + 1).see(block.column(i), row);
    }
  }

  private void seeShape(Geometries geometries, int row) {
    Kind kind = geometries.kind(row);
    int first = geometries.firstPart(row);
    int end = geometries.endPart(row);
    long vertices = (long) geometries.firstVertex(end) - geometries.firstVertex(first);
    multipoint |= kind == Kind.MULTI_POINT;
    points += kind == Kind.POINT ? 1 : 0;
    shapeBytes += RECORD_HEADER_BYTES + contentBytes(kind, end - first, vertices);
  }

  private long contentBytes(Kind kind, int parts, long vertices) {
    return switch (kind) {
      case NONE -> Integer.BYTES;
      case POINT -> Integer.BYTES + 16;
      case MULTI_POINT -> 2L * Integer.BYTES + BOX_BYTES + 16 * vertices;
      default ->
          3L * Integer.BYTES
              + BOX_BYTES
              + (long) Integer.BYTES * parts
              + 16 * vertices
              + (measured ? 16 + 8 * vertices : 0);
    };
  }

  ShapeGroup group() {
    return group;
  }

  int rows() {
    return rows;
  }

  /** The type that every shape of the file has, but for those that are none. */
  int shapeType() {
    return switch (group) {
      case POINTS -> multipoint ? ShapeGroup.MULTIPOINT : ShapeGroup.POINT;
      case LINES -> measured ? ShapeGroup.POLYLINE_M : ShapeGroup.POLYLINE;
      case POLYGONS -> ShapeGroup.POLYGON;
    };
  }

  /** How large the {@code .shp} will be; a single point among multiple ones is one of them. */
  long shapeBytes() {
    long box = (long) BOX_BYTES + Integer.BYTES;
    return shapeBytes + (multipoint ? points * box : 0);
  }

  /** How large the {@code .dbf} will be. */
  long tableBytes(List<DbfField> columns) {
    long row = 1 + columns.stream().mapToLong(DbfField::width).sum();
    return 33 + 32L * columns.size() + row * rows + 1;
  }

  /** The columns of the {@code .dbf}. */
  List<DbfField> columns(List<String> names) {
    List<DbfField> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(widths.get(i).field(names.get(i)));
    }
    return columns;
  }

  /** How many texts of a column are cut. */
  long cut(int column) {
    return widths.get(column).cut();
  }
}
