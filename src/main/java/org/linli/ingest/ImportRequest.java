package org.linli.ingest;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.layer.LayerDefinition;
import org.linli.store.LoadMode;

/**
 * What to import, and how.
 *
 * @param layerId the layer to import into, made if there is none
 * @param file where the bytes are
 * @param fileName what the person calls the file; goes into the report and into {@code source}
 * @param as the built-in layer that a new layer is like, or {@code table} for one without places;
 *     for OpenStreetMap which things to take
 * @param fieldToColumn columns by the field they go into; {@code code}, {@code lon}, {@code lat}
 *     and {@code geometry} are fields too; an empty column leaves the field without one
 * @param fromCrs the coordinate reference system of the file, as {@link org.linli.geo.Crs#parse}
 *     reads it; wins over what the file says
 * @param trackBy how the rows, fixes, become tracks
 * @param mode what happens to the rows that the layer has; needed if it has any
 * @param staff whether a new layer is for staff only
 * @param keepGoing whether rows with errors are left out instead of stopping the import
 * @param encoding the text encoding of a text file or a shapefile
 * @param table the sheet of a workbook, the table of a GeoPackage, the shapefile of an archive
 * @param constants values for all rows, by the field that they go into where no column fills it
 * @param licence the SPDX identifier of a new layer's licence
 */
public record ImportRequest(
    String layerId,
    Path file,
    String fileName,
    Optional<String> as,
    Map<String, String> fieldToColumn,
    Optional<String> fromCrs,
    Optional<TrackBy> trackBy,
    Optional<LoadMode> mode,
    boolean staff,
    boolean keepGoing,
    Optional<String> encoding,
    Optional<String> table,
    Map<String, String> constants,
    Optional<String> licence) {

  public ImportRequest {
    fieldToColumn = Map.copyOf(fieldToColumn);
    constants = Map.copyOf(constants);
  }

  /** A request without any options. */
  public static ImportRequest of(String layerId, Path file) {
    return new ImportRequest(
        layerId,
        file,
        file.getFileName().toString(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** A layer id made of a file's name, for a person who gave none. */
  public static String layerIdFor(String fileName) {
    String stem = fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\..*$", "");
    String id = stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String trimmed = id.replaceAll("^[_0-9]+|_+$", "");
    String shortened = trimmed.substring(0, Math.min(trimmed.length(), 50));
    return LayerDefinition.isId(shortened) ? shortened : "layer";
  }
}
