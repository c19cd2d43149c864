package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.store.GeoPackageStore;
import org.linli.testing.Program;

/** A file of any size goes through a heap of one size. */
class BoundedHeapTest {
  private static final String HEAP = "-Xmx64m";
  private static final int BUILDINGS = 60_000;
  private static final long MOST_HEAP_BYTES = 64L << 20;

  @TempDir Path folder;

  @Test
  void aFileLargerThanTheHeapIsImportedIntoTheGeoPackage() throws IOException {
    Path file = buildings();
    assertThat(Files.size(file)).isGreaterThan(MOST_HEAP_BYTES);
    String said =
        Program.run(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Main.class.getName(),
            file.toString(),
            folder.toString());
    assertThat(said).doesNotContain("OutOfMemory");
    try (GeoPackageStore store = GeoPackageStore.open(folder.resolve("atlas.gpkg"))) {
      assertThat(store.getLayer("heap").count()).as(said).isEqualTo(BUILDINGS);
    }
  }

  private Path buildings() throws IOException {
    Path file = folder.resolve("buildings.geojson");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[");
      for (int i = 0; i < BUILDINGS; i++) {
        out.write(i == 0 ? "\n" : ",\n");
        out.write(building(i));
      }
      out.write("]}");
    }
    return file;
  }

  private static String building(int i) {
    double x = 118.5 + i % 600 / 2e3;
    double y = 37.2 + i / 600 / 2e3;
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{\"code\":\"b-%06d\",\"name\":\"%d号楼\",\"use\":\"住宅\","
            + "\"floors\":%d,\"height_metres\":%.1f,\"built\":\"2009-05-01\",\"remark\":\"%s\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%6$.6f,%7$.6f],[%8$.6f,%7$.6f],"
            + "[%8$.6f,%9$.6f],[%6$.6f,%9$.6f],[%6$.6f,%7$.6f]]]}}",
        i,
        i,
        i % 30,
        i % 30 * 3.1,
        "东营区胜利街道 ".repeat(40),
        x,
        y,
        x + 2e-4,
        y + 2e-4);
  }

  /** Runs in a virtual machine of its own, whose heap is small. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[1]);
      Path scratch = Files.createDirectories(folder.resolve("scratch"));
      try (GeoPackageStore store = GeoPackageStore.open(folder.resolve("atlas.gpkg"))) {
        new Importer(store, scratch, Clock.systemUTC())
            .run(ImportRequest.of("heap", Path.of(arguments[0])), ImportProgress.NONE);
      }
    }
  }
}
