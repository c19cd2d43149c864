package org.linli.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.linli.ingest.osm.OsmSource;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.Watch;

/** Opens a file as what its bytes say it is, whatever its name says. */
public final class Sources {
  private static final int START_BYTES = 4_096;

  private Sources() {}

  /**
   * @throws SourceException if it is of no known format, or broken
   */
  public static SourceReader open(Path file, ReadOptions options, Watch watch) throws IOException {
    return open(file, options, watch, false);
  }

  /**
   * @param inArchive whether the file was unpacked from an archive, so that it must be none itself
   */
  static SourceReader open(Path file, ReadOptions options, Watch watch, boolean inArchive)
      throws IOException {
    FileStart start = start(file, options);
    if (start.isEmpty()) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.EMPTY_FILE));
    }
    return switch (start.format()) {
      case JSON -> GeoJsonSource.open(file, options.presuming(), watch);
      case TEXT -> CsvSource.open(file, options.encoding(), watch);
      case ZIP -> ArchiveSource.open(file, options, watch, inArchive);
      case SHAPE ->
          ShapefileSource.open(
              ShapefileParts.beside(file), options.encoding(), Files.size(file), watch);
      case SQLITE -> GeoPackageSource.open(file, options, watch);
      case FLATGEOBUF -> FlatGeobufSource.open(file, watch);
      case XML -> xml(file, options, watch);
      case OSM_PBF -> OsmSource.openPbf(file, options.kind(), watch);
      default -> throw new SourceException(ImportIssue.ofFile(IssueKind.UNKNOWN_FORMAT));
    };
  }

  private static SourceReader xml(Path file, ReadOptions options, Watch watch) throws IOException {
    String root = XmlStart.rootOf(file);
    return switch (root) {
      case "gpx" -> GpxSource.open(file, options, watch);
      case "osm", "osmChange" -> OsmSource.openXml(file, options.kind(), watch);
      default -> throw new SourceException(ImportIssue.ofField(IssueKind.UNKNOWN_XML, root, root));
    };
  }

  private static FileStart start(Path file, ReadOptions options) throws IOException {
    boolean wide = options.encoding().filter(TextEncoding::isWide).isPresent();
    try (InputStream in = Files.newInputStream(file)) {
      return new FileStart(in.readNBytes(START_BYTES), wide);
    }
  }
}
