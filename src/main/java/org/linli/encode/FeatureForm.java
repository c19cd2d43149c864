package org.linli.encode;

import java.io.IOException;
import org.linli.snapshot.RowCursor;

/** The forms in which GeoJSON features come: as one document, or one after the other. */
public enum FeatureForm {
  /** A feature collection (RFC 7946). */
  COLLECTION("application/geo+json", "geojson"),
  /** A text sequence (RFC 8142): a record separator before each feature, a line feed after it. */
  SEQUENCE("application/geo+json-seq", "geojsons"),
  /** A feature a line. */
  LINES("application/x-ndjson", "geojsonl");

  private final String mediaType;
  private final String ending;

  FeatureForm(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  public String mediaType() {
    return mediaType;
  }

  /** What the name of a file of this form ends with after a dot. */
  public String ending() {
    return ending;
  }

  /** The form of a format that is GeoJSON. */
  public static FeatureForm of(ExportFormat format) {
    return format == ExportFormat.GEOJSON_LINES ? LINES : COLLECTION;
  }

  /** Writes all rows of a cursor. */
  public void write(GeoJsonEncoder encoder, RowCursor rows) throws IOException {
    switch (this) {
      case COLLECTION -> encoder.collection(rows);
      case SEQUENCE -> encoder.sequence(rows);
      case LINES -> encoder.lines(rows);
    }
  }
}
