package org.linli.encode.shapefile;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.linli.encode.Scratch;
import org.linli.encode.Shape;
import org.linli.snapshot.Block;

/** One shapefile in the making: its shapes with their index, and its table. */
final class ShapefileWriter implements AutoCloseable {
  /** The files that it consists of. */
  static final List<String> ENDINGS = List.of(".shp", ".shx", ".dbf");

  private final ShpFile shapes;
  private final DbfFile table;

  /**
   * @param stem what its files are called before their endings
   */
  ShapefileWriter(Scratch work, String stem, Part part, List<DbfField> columns, LocalDate changed)
      throws IOException {
    this.shapes = new ShpFile(work.file(stem + ".shp"), work.file(stem + ".shx"), part.shapeType());
    this.table = new DbfFile(work.file(stem + ".dbf"), columns, part.rows(), changed);
  }

  void add(Shape shape, Block block, int row) throws IOException {
    shapes.add(shape);
    table.add(block, row);
  }

  @Override
  public void close() throws IOException {
    try (shapes) {
      table.close();
    }
  }
}
