package org.linli.catalogue.releases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.catalogue.releases.Release.ReleasedFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * The releases that there are: a folder each. One is there only whole, for its folder gets its name
 * last; nothing in it is ever changed.
 */
public final class Releases {
  static final String MANIFEST = "release.json";
  static final String SUMS = "SHA256SUMS";
  static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern ID =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:\\.([1-9]\\d{0,3}))?");

  private final Path folder;

  /**
   * @param folder need not be there
   */
  public Releases(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** All of them, the newest first. */
  public List<Release> list() {
    try (Stream<Path> names = Files.list(folder)) {
      return names
          .map(path -> path.getFileName().toString())
          .filter(name -> ID.matcher(name).matches())
          .sorted(Comparator.comparing(Releases::day).thenComparing(Releases::number).reversed())
          .map(this::read)
          .toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The releases cannot be read.", unreadable);
    }
  }

  static String day(String id) {
    return id.substring(0, "2026-06-15".length());
  }

  static int number(String id) {
    int dot = id.indexOf('.');
    return dot < 0 ? 1 : Integer.parseInt(id.substring(dot + 1));
  }

  public Optional<Release> find(String id) {
    return ID.matcher(id).matches() && Files.isDirectory(folder.resolve(id))
        ? Optional.of(read(id))
        : Optional.empty();
  }

  public Optional<Release> newest() {
    return list().stream().findFirst();
  }

  private Release read(String id) {
    try {
      return JSON.readValue(
          Files.readAllBytes(folder.resolve(id).resolve(MANIFEST)), Release.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The release " + id + " cannot be read.", unreadable);
    }
  }

  /** A file of a release by its name: one of those it lists, or that of their sums. */
  public Optional<ReleasedFile> findFile(Release release, String name) {
    return name.equals(SUMS) ? Optional.of(sums(release)) : release.findFile(name);
  }

  private ReleasedFile sums(Release release) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(release.id()).resolve(SUMS));
      String sum = HexFormat.of().formatHex(RowPrints.sha256().digest(bytes));
      return new ReleasedFile(SUMS, "sums", "text/plain;charset=UTF-8", bytes.length, sum);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The sums of release " + release.id() + " cannot be read.", unreadable);
    }
  }

  /** Where a file of a release lies; only what its manifest names can be asked for. */
  public Path path(Release release, ReleasedFile file) {
    return folder.resolve(release.id()).resolve(file.name());
  }

  /** The prints of a dataset's rows, if the release has them. */
  Optional<Path> findPrints(Release release, String layerId) {
    Path prints = prints(folder.resolve(release.id()), layerId);
    return Files.isRegularFile(prints) ? Optional.of(prints) : Optional.empty();
  }

  static Path prints(Path release, String layerId) {
    return release.resolve("." + layerId + ".rows.gz");
  }
}
