package org.linli.encode.geopackage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.linli.encode.About;
import org.linli.encode.Scratch;
import org.linli.encode.Selection;
import org.linli.encode.Shape;
import org.linli.encode.Shape.Winding;
import org.linli.gpkg.GeoPackageWriter;
import org.linli.snapshot.RowCursor;

/** Writes features as a GeoPackage, which is built in scratch first. */
public final class GeoPackageFile {
  /** Changes whenever the same features would be written as other bytes. */
  public static final int REVISION = 2;

  private GeoPackageFile() {}

  public static void write(Selection selection, Path scratch, OutputStream out) throws IOException {
    try (Scratch work = Scratch.in(scratch)) {
      Path file = work.path(selection.definition().id() + ".gpkg");
      try (GeoPackageWriter writer = GeoPackageWriter.create(file)) {
        writer.startLayer(selection.definition(), selection.crs());
        About about = About.of(selection.view());
        writer.annotate(about.dublinCore(), about.asOf());
        addRows(selection, writer);
      }
      Files.copy(file, out);
    }
  }

  private static void addRows(Selection selection, GeoPackageWriter writer) {
    Shape shape = new Shape(selection.crs(), Winding.COUNTERCLOCKWISE);
    RowFids fids = new RowFids(selection, shape);
    writer.indexBy(fids);
    Object[] values = new Object[selection.fields().size()];
    RowCursor rows = selection.rows();
    while (rows.next()) {
      shape.take(rows.block().geometries(), rows.row());
      for (int i = 0; i < values.length; i++) {
        values[i] = rows.value(i);
      }
      writer.add(rows.code(), shape, values);
      fids.number(rows.block(), rows.row());
    }
  }
}
