package org.linli.catalogue.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.linli.analysis.CommunityTime;
import org.linli.catalogue.Town;
import org.linli.encode.ExportFormat;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;

/** A town of which releases are made into a folder. */
abstract class ReleaseTrial {
  @TempDir Path home;
  Town town;
  Releases releases;
  Clock clock = Clock.fixed(Town.NOW, CommunityTime.ZONE);

  @BeforeEach
  void open() {
    town = new Town();
    releases = new Releases(home.resolve("releases"));
  }

  @AfterEach
  void close() {
    town.close();
  }

  /** Enough for most tests, and quick. */
  final LayerFiles files = files(List.of(ExportFormat.GEOJSON), new ExportedFiles()::write);

  /** Writes one file of a layer. */
  interface Writing {
    void write(LayerView view, ExportFormat format, Path scratch, OutputStream out)
        throws IOException;
  }

  static LayerFiles files(List<ExportFormat> formats, Writing writing) {
    return new LayerFiles() {
      @Override
      public List<ExportFormat> formats(LayerView view) {
        return formats;
      }

      @Override
      public void write(LayerView view, ExportFormat format, Path scratch, OutputStream out)
          throws IOException {
        writing.write(view, format, scratch, out);
      }
    };
  }

  ReleaseMaker maker(LayerFiles files, Disk disk) {
    return new ReleaseMaker(
        releases, wanted -> town.layers().list(Audience.PUBLIC, wanted), files, clock, "居委会", disk);
  }

  Release make() {
    return maker(files, new Disk.Durable()).make();
  }

  String text(Release release, String name) throws IOException {
    return Files.readString(releases.path(release, release.findFile(name).orElseThrow()));
  }

  Map<String, String> sums() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  path -> home.relativize(path).toString(),
                  ReleaseTrial::content,
                  (one, other) -> one,
                  TreeMap::new));
    }
  }

  private static String content(Path path) {
    try {
      return HexFormat.of().formatHex(Files.readAllBytes(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
