package org.linli.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.linli.ingest.ImportRequest;
import org.linli.ingest.TrackBy;
import org.linli.store.LoadMode;
import picocli.CommandLine.Option;

/** How a file is to be read; the same for an import and for a check. */
final class ImportOptions {
  @Option(
      names = "--as",
      paramLabel = "KIND",
      description =
          "Read it as this built-in layer, whatever the layer's own id: buildings, patrols, …")
  private String as;

  @Option(
      names = "--map",
      paramLabel = "FIELD=COLUMN",
      description = "Take a field from a column of another name; may be given many times.")
  private Map<String, String> map = Map.of();

  @Option(
      names = "--from-crs",
      paramLabel = "CRS",
      description = "What the coordinates are in: EPSG:4549, GCJ-02, BD-09, …")
  private String fromCrs;

  @Option(
      names = "--track-by",
      paramLabel = "ID,TIME",
      description = "Join GPS fixes into tracks: the column that names the track, and the time.")
  private String trackBy;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "For a layer that has rows: append, upsert or replace.")
  private LoadMode mode;

  @Option(names = "--staff", description = "Make the new layer visible to staff only.")
  private boolean staff;

  @Option(
      names = "--keep-going",
      description = "Import what is sound and leave out what is not; the report names each.")
  private boolean keepGoing;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of the text: GB18030, Big5, UTF-8, …")
  private String encoding;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description =
          "Which sheet or table of a file that has several; of GPX: tracks, routes or waypoints.")
  private String table;

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description =
          "Give a field this value in all rows that have none of their own, such as"
              + " kind=daily_patrol; may be given many times.")
  private Map<String, String> constants = Map.of();

  @Option(
      names = "--licence",
      paramLabel = "SPDX",
      description =
          "The licence of a new layer, as its SPDX identifier: CC-BY-4.0, ODbL-1.0 (that of"
              + " OpenStreetMap files), LicenseRef-….")
  private String licence;

  ImportRequest request(String layerId, Path file) {
    return new ImportRequest(
        layerId,
        file,
        file.getFileName().toString(),
        Optional.ofNullable(as),
        map,
        Optional.ofNullable(fromCrs),
        Optional.ofNullable(trackBy).map(TrackBy::parse),
        Optional.ofNullable(mode),
        staff,
        keepGoing,
        Optional.ofNullable(encoding),
        Optional.ofNullable(table),
        constants,
        Optional.ofNullable(licence));
  }
}
