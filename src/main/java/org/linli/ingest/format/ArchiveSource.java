package org.linli.ingest.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.Watch;

/**
 * What a zip archive holds: a workbook, a shapefile, or another file that can be read by itself. Of
 * several the person names one. Only what is read is unpacked, into the scratch folder and under
 * names of our own.
 */
final class ArchiveSource {
  private static final String WORKBOOK = "[Content_Types].xml";
  private static final Set<String> READABLE =
      Set.of("geojson", "json", "csv", "tsv", "gpkg", "fgb", "gpx", "osm", "pbf", "xlsx", "xlsm");

  /** Text that may as well explain the others. */
  private static final Set<String> MAYBE_READABLE = Set.of("txt", "xml");

  private static final int MOST_NAMES = 10;

  private final Path file;
  private final Archive archive;
  private final ReadOptions options;
  private final Watch watch;

  private ArchiveSource(Path file, Archive archive, ReadOptions options, Watch watch) {
    this.file = file;
    this.archive = archive;
    this.options = options;
    this.watch = watch;
  }

  /**
   * @param inArchive whether the file was itself unpacked from an archive
   * @throws SourceException if nothing in it can be read, or the archive is not what it says
   */
  static SourceReader open(Path file, ReadOptions options, Watch watch, boolean inArchive)
      throws IOException {
    try (Archive archive = Archive.open(file)) {
      return new ArchiveSource(file, archive, options, watch).open(inArchive);
    }
  }

  private SourceReader open(boolean inArchive) throws IOException {
    if (archive.find(WORKBOOK).isPresent()) {
      return XlsxSource.open(file, archive, options.table(), watch);
    }
    if (inArchive) {
      throw refused(IssueKind.ARCHIVE_NESTED, file.getFileName());
    }
    List<ArchivedFile> layers = layers();
    ArchivedFile layer = chosen(layers);
    return layer.extension().equals("shp") ? shapefile(layer) : single(layer, layers.size() > 1);
  }

  private List<ArchivedFile> layers() {
    List<ArchivedFile> layers = withExtension(Set.of("shp"), READABLE);
    if (layers.isEmpty()) {
      layers = withExtension(Set.of("dbf", "shx"), MAYBE_READABLE);
    }
    if (layers.isEmpty()) {
      List<ArchivedFile> inner = withExtension(Set.of("zip"), Set.of());
      throw inner.isEmpty()
          ? refused(IssueKind.ARCHIVE_CONTENT, names(archive.files()))
          : refused(IssueKind.ARCHIVE_NESTED, inner.get(0).path());
    }
    return layers;
  }

  private List<ArchivedFile> withExtension(Set<String> some, Set<String> others) {
    return archive.files().stream()
        .filter(one -> some.contains(one.extension()) || others.contains(one.extension()))
        .toList();
  }

  private ArchivedFile chosen(List<ArchivedFile> layers) {
    if (layers.size() == 1) {
      return layers.get(0);
    }
    String wanted =
        options.table().orElseThrow(() -> refused(IssueKind.WHICH_TABLE, names(layers)));
    return layers.stream()
        .filter(layer -> isCalled(layer, wanted))
        .findFirst()
        .orElseThrow(() -> refused(IssueKind.NO_SUCH_TABLE, wanted, names(layers)));
  }

  /** By its path or its name, with the extension or without. */
  private static boolean isCalled(ArchivedFile layer, String wanted) {
    String stem = layer.stem();
    return Stream.of(layer.path(), stem, layer.name(), stem.substring(stem.lastIndexOf('/') + 1))
        .anyMatch(wanted::equalsIgnoreCase);
  }

  private static String names(List<ArchivedFile> files) {
    String first =
        files.stream().limit(MOST_NAMES).map(ArchivedFile::path).collect(Collectors.joining(", "));
    return files.size() > MOST_NAMES ? first + ", …" : first;
  }

  private SourceReader shapefile(ArchivedFile layer) throws IOException {
    ShapefileParts parts = ShapefileParts.of(extension -> sister(layer, extension));
    return ShapefileSource.open(parts, options.encoding(), Files.size(file), watch);
  }

  private Optional<Path> sister(ArchivedFile layer, String extension) throws IOException {
    Optional<ArchivedFile> sister =
        archive.files().stream()
            .filter(one -> one.extension().equals(extension) && one.isSisterOf(layer))
            .findFirst();
    return sister.isEmpty() ? Optional.empty() : Optional.of(unpacked(sister.get()));
  }

  private Path unpacked(ArchivedFile one) throws IOException {
    return archive.unpack(one, Files.createTempFile(options.scratch(), "unpacked", null));
  }

  /**
   * @param named whether the option for the table named this file
   */
  private SourceReader single(ArchivedFile layer, boolean named) throws IOException {
    Path inner = unpacked(layer);
    double outerShare = (double) Files.size(file) / Math.max(1, Files.size(inner));
    Watch scaled = (rows, bytes) -> watch.at(rows, (long) (bytes * outerShare));
    ReadOptions within = named ? options.withoutTable() : options;
    return Sources.open(inner, within, scaled, true);
  }

  private static SourceException refused(IssueKind kind, Object... details) {
    return new SourceException(ImportIssue.ofFile(kind, details));
  }
}
