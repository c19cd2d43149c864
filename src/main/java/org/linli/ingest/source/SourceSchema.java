package org.linli.ingest.source;

import java.util.List;
import java.util.Optional;
import org.linli.layer.GeometryType;

/**
 * What a reader knows about its file before it hands over rows.
 *
 * @param format the format's name, as people say it
 * @param encoding the text encoding, and how it was known; for text formats that leave it open
 * @param crs the coordinate reference system that the file declares
 * @param geometry what the shapes are; NONE if places are in columns, if anywhere
 * @param keyed whether every row has a key of its own, all different
 * @param rows how many rows {@code read} will hand over or refuse; 0 if not known
 * @param notes what was decided while the file was opened
 */
public record SourceSchema(
    String format,
    Optional<String> encoding,
    Optional<DeclaredCrs> crs,
    GeometryType geometry,
    List<SourceColumn> columns,
    boolean keyed,
    long rows,
    List<ImportIssue> notes) {

  public SourceSchema {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }

  /** True if the rows are a table's, so that their places are in columns. */
  public boolean isTable() {
    return geometry == GeometryType.NONE;
  }

  /**
   * @param text a code such as {@code EPSG:4490}, or well-known text
   * @param inherent whether the format allows no other, and its writers keep to it
   */
  public record DeclaredCrs(String text, boolean inherent) {
    public static final DeclaredCrs WGS84 = new DeclaredCrs("EPSG:4326", true);
  }
}
