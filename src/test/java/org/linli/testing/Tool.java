package org.linli.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Something outside the project that some tests need. */
public enum Tool {
  /** A PostgreSQL server with PostGIS, or the binaries to start one; see {@link PostgisServer}. */
  POSTGIS("PostGIS", "install postgresql-15-postgis-3, or give LINLI_TEST_PG", Tool::postgis),
  /** The browser's program. */
  CHROMIUM("Chromium", "install chromium", () -> program("chromium", "chromium-browser")),
  /** {@code ogrinfo}; its sisters {@code ogr2ogr} and {@code gdalinfo} lie beside it. */
  GDAL("GDAL", "install gdal-bin", () -> program("ogrinfo")),
  /** Node.js with its test runner. */
  NODE("Node.js", "install nodejs", () -> program("node", "nodejs")),
  /** The Python that has QGIS's own classes, its providers among them. */
  QGIS("QGIS", "install python3-qgis", () -> python("qgis")),
  /** The Python that has OWSLib, a client of OGC's services. */
  OWSLIB("OWSLib", "install python3-owslib", () -> python("owslib")),
  /** The folder of real files, which the project does not carry. */
  REAL_DATA(
      "the real data files", "give their folder as LINLI_DATA", () -> folder(realDataFolder()));

  private final String title;
  private final String cure;
  private final Supplier<Optional<Path>> search;

  Tool(String title, String cure, Supplier<Optional<Path>> search) {
    this.title = title;
    this.cure = cure;
    this.search = search;
  }

  /** The program or folder; for PostGIS the folder of the server's programs, when it has one. */
  public Optional<Path> find() {
    return search.get();
  }

  /**
   * The program or folder, in a test that {@link Needs} it.
   *
   * @throws IllegalStateException if it is missing
   */
  public Path get() {
    return find().orElseThrow(() -> new IllegalStateException("This test needs " + this + "."));
  }

  /** Whether a machine can be made to have it; if not, its absence is never a failure. */
  boolean isInstallable() {
    return this != REAL_DATA;
  }

  @Override
  public String toString() {
    return title + " (" + cure + ")";
  }

  private static Optional<Path> program(String... names) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/bin";
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Debian's own Python, if a package for it is installed: any other one has not got it. */
  private static Optional<Path> python(String module) {
    return Optional.of(Path.of("/usr/bin/python3"))
        .filter(Files::isExecutable)
        .filter(python -> Files.isDirectory(Path.of("/usr/lib/python3/dist-packages", module)));
  }

  private static Path realDataFolder() {
    return Path.of(Setting.find("LINLI_DATA").orElse("../shared/data"));
  }

  private static Optional<Path> folder(Path folder) {
    return Optional.of(folder).filter(Files::isDirectory);
  }

  private static Optional<Path> postgis() {
    if (Setting.find(PostgisServer.SETTING).isPresent()) {
      return Optional.of(Path.of("."));
    }
    Path versions = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(versions)) {
      return Optional.empty();
    }
    try (Stream<Path> installed = Files.list(versions)) {
      return installed
          .filter(Tool::hasPostgis)
          .max(Comparator.comparing(Path::toString))
          .map(version -> version.resolve("bin"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean hasPostgis(Path version) {
    Path extensions = Path.of("/usr/share/postgresql").resolve(version.getFileName());
    return Files.isExecutable(version.resolve("bin/initdb"))
        && Files.exists(extensions.resolve("extension/postgis.control"));
  }
}
