package org.linli.catalogue.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.catalogue.ServedLayer;
import org.linli.catalogue.releases.Release.Changes;
import org.linli.catalogue.releases.Release.ReleasedCode;
import org.linli.catalogue.releases.Release.ReleasedDataset;
import org.linli.catalogue.releases.Release.ReleasedField;
import org.linli.catalogue.releases.Release.ReleasedFile;
import org.linli.encode.ExportFormat;
import org.linli.geo.Bounds;
import org.linli.layer.Field;
import org.linli.layer.LayerDefinition;
import org.linli.layer.RefusedException;
import org.linli.snapshot.LayerView;

/** The files of one release, written into a folder that nobody looks at yet. */
final class Making {
  private static final String SCRATCH = ".scratch";

  private final Path folder;
  private final Disk disk;
  private final LayerFiles files;
  private final Releases releases;
  private final Optional<Release> previous;
  private final int filesTotal;
  private final ReleaseProgress progress;
  private int filesMade;

  /**
   * @param filesTotal how many files of layers there are to be
   */
  Making(
      Path folder,
      Disk disk,
      LayerFiles files,
      Releases releases,
      Optional<Release> previous,
      int filesTotal,
      ReleaseProgress progress) {
    this.folder = folder;
    this.disk = disk;
    this.files = files;
    this.releases = releases;
    this.previous = previous;
    this.filesTotal = filesTotal;
    this.progress = progress;
  }

  /** Writes into a stream, which others close. */
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private ReleasedFile write(String name, String format, String mediaType, Content content)
      throws IOException {
    Path path = folder.resolve(name);
    Counted counted = Counted.over(disk.create(path), progress);
    try (counted) {
      content.writeTo(counted);
    }
    disk.settle(path);
    return counted.file(name, format, mediaType);
  }

  ReleasedDataset dataset(ServedLayer layer) throws IOException {
    LayerView view = layer.view();
    LayerDefinition definition = view.definition();
    String id = definition.id();
    write(
        Releases.prints(folder, id).getFileName().toString(),
        "",
        "",
        out -> RowPrints.write(view, out));
    List<ReleasedFile> written = new ArrayList<>();
    for (ExportFormat format : files.formats(view)) {
      progress.update(id, filesMade, filesTotal);
      file(view, format).ifPresent(written::add);
      progress.update(id, ++filesMade, filesTotal);
    }
    Optional<Changes> changes = changes(id, written);
    return new ReleasedDataset(
        id,
        definition.title(),
        definition.description(),
        definition.licence(),
        view.version(),
        view.committedAt(),
        view.count(),
        box(view.extent()),
        layer.making(),
        definition.fields().stream().map(Making::field).toList(),
        List.copyOf(written),
        changes);
  }

  /** Empty where the layer is more than the format can hold, as over 2 GB are for a shapefile. */
  private Optional<ReleasedFile> file(LayerView view, ExportFormat format) throws IOException {
    String name = view.definition().id() + "." + format.ending();
    Path scratch = Files.createDirectories(folder.resolve(SCRATCH));
    try {
      return Optional.of(
          write(
              name,
              format.ending(),
              format.mediaType(),
              out -> files.write(view, format, scratch, out)));
    } catch (RefusedException tooLarge) {
      Files.delete(folder.resolve(name));
      return Optional.empty();
    } finally {
      FileTree.remove(scratch);
    }
  }

  private static List<Double> box(Bounds box) {
    return box.isEmpty() ? List.of() : List.of(box.minX(), box.minY(), box.maxX(), box.maxY());
  }

  private static ReleasedField field(Field field) {
    return new ReleasedField(
        field.name(),
        field.type().name().toLowerCase(Locale.ROOT),
        field.title(),
        field.unit(),
        field.codes().stream().map(code -> new ReleasedCode(code.code(), code.title())).toList());
  }

  /** What changed since the release before, if that has the dataset; written as a text, too. */
  private Optional<Changes> changes(String layerId, List<ReleasedFile> written) throws IOException {
    Optional<Path> before =
        previous
            .filter(release -> release.findDataset(layerId).isPresent())
            .flatMap(release -> releases.findPrints(release, layerId));
    if (before.isEmpty()) {
      return Optional.empty();
    }
    String name = layerId + ".changes.txt";
    List<Changes> found = new ArrayList<>();
    written.add(
        write(
            name,
            "changes.txt",
            "text/plain;charset=UTF-8",
            out ->
                found.add(
                    Comparison.write(before.get(), Releases.prints(folder, layerId), name, out))));
    return Optional.of(found.get(0));
  }

  /** What describes the release, the sums of its files among it. */
  void finish(Release release) throws IOException {
    String sums =
        release
            .files()
            .map(file -> file.sha256() + "  " + file.name() + "\n")
            .collect(Collectors.joining());
    write(Releases.SUMS, "", "", out -> out.write(sums.getBytes(StandardCharsets.UTF_8)));
    byte[] manifest = Releases.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(release);
    write(Releases.MANIFEST, "", "", out -> out.write(manifest));
    disk.settle(folder);
  }
}
