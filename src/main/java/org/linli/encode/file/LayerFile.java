package org.linli.encode.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.linli.encode.CsvEncoder;
import org.linli.encode.ExportFormat;
import org.linli.encode.FeatureForm;
import org.linli.encode.GeoJsonEncoder;
import org.linli.encode.GpxEncoder;
import org.linli.encode.Representation.Body;
import org.linli.encode.Selection;
import org.linli.encode.flatgeobuf.FlatGeobufFile;
import org.linli.encode.geopackage.GeoPackageFile;
import org.linli.encode.shapefile.ShapefileArchive;
import org.linli.encode.workbook.XlsxFile;

/**
 * A selection as a file of a format: the one place that knows which encoder writes which.
 *
 * @param marked whether a CSV begins with a byte order mark
 * @param form in which GeoJSON comes
 */
public record LayerFile(
    ExportFormat format, Selection selection, boolean marked, FeatureForm form) {

  public LayerFile(ExportFormat format, Selection selection, boolean marked) {
    this(format, selection, marked, FeatureForm.of(format));
  }

  /** The same as GeoJSON of another form. */
  public LayerFile as(FeatureForm other) {
    return new LayerFile(format, selection, marked, other);
  }

  /** Whether it is GeoJSON, which comes in several forms. */
  public boolean isGeoJson() {
    return format == ExportFormat.GEOJSON || format == ExportFormat.GEOJSON_LINES;
  }

  /** The media type, with its charset where it is text. */
  public String mediaType() {
    return isGeoJson() ? form.mediaType() : format.mediaType();
  }

  /** What its name ends with after a dot. */
  public String ending() {
    return isGeoJson() ? form.ending() : format.ending();
  }

  /** Changes whenever the same selection would be written as other bytes. */
  public int revision() {
    return switch (format) {
      case GEOJSON, GEOJSON_LINES -> GeoJsonEncoder.REVISION;
      case CSV -> CsvEncoder.REVISION;
      case GEOPACKAGE -> GeoPackageFile.REVISION;
      case FLATGEOBUF -> FlatGeobufFile.REVISION;
      case XLSX -> XlsxFile.REVISION;
      case SHAPEFILE -> ShapefileArchive.REVISION;
      case GPX -> GpxEncoder.REVISION;
    };
  }

  /**
   * Writes all of it.
   *
   * @param scratch a folder for unfinished files
   */
  public void write(Path scratch, OutputStream out) throws IOException {
    switch (format) {
      case GEOJSON, GEOJSON_LINES ->
          form.write(GeoJsonEncoder.to(out, selection.view()), selection.rows());
      case CSV -> CsvEncoder.write(selection, marked, out);
      case GEOPACKAGE -> GeoPackageFile.write(selection, scratch, out);
      case FLATGEOBUF -> FlatGeobufFile.write(selection, scratch, out);
      case XLSX -> XlsxFile.write(selection, out);
      case SHAPEFILE -> ShapefileArchive.write(selection, scratch, out);
      case GPX -> GpxEncoder.write(selection, out);
    }
  }

  /** {@link #write}, later. */
  public Body body(Path scratch) {
    return out -> write(scratch, out);
  }
}
