package org.linli.ingest.format;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a reader may be told.
 *
 * @param encoding the text encoding of a text file or a shapefile
 * @param table the sheet of a workbook, the table of a GeoPackage, the shapefile of an archive
 * @param kind which things to take out of OpenStreetMap: a built-in layer's id
 * @param presuming whether a reader may take its schema from the file's beginning, and tell by a
 *     {@link org.linli.ingest.source.PresumptionException} when the rest is otherwise
 * @param scratch a folder for temporary files, which somebody else deletes
 */
public record ReadOptions(
    Optional<String> encoding,
    Optional<String> table,
    Optional<String> kind,
    boolean presuming,
    Path scratch) {

  /** The same for a file of which the option for the table named the whole. */
  ReadOptions withoutTable() {
    return new ReadOptions(encoding, Optional.empty(), kind, presuming, scratch);
  }
}
