package org.linli.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.layer.GeometryType;
import org.linli.testing.Needs;
import org.linli.testing.Tool;

class GeoPackageStoreTest extends FeatureStoreContract {
  @TempDir Path folder;

  @Override
  FeatureStore open(Duration patience) {
    return GeoPackageStore.open(folder.resolve("atlas.gpkg"), patience);
  }

  @Test
  void theFileIsItsOwnersOnly() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("atlas.gpkg"))))
        .isEqualTo("rw-------");
  }

  @Test
  @Needs(Tool.GDAL)
  void gdalReadsTheFileWithoutAWarning() throws IOException, InterruptedException {
    load(
        definition("things", GeometryType.POLYGON),
        LoadMode.APPEND,
        feature("a", "POLYGON ((101 36, 102 36, 102 37, 101 36))"));
    Process ogrinfo =
        new ProcessBuilder(
                Tool.GDAL.get().toString(),
                "-ro",
                "-al",
                "-spat",
                "101.5",
                "36.1",
                "101.6",
                "36.2",
                folder.resolve("atlas.gpkg").toString(),
                "things")
            .redirectErrorStream(true)
            .start();
    String said = new String(ogrinfo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ogrinfo.waitFor()).isZero();
    assertThat(said)
        .contains(
            "Geometry: Multi Polygon",
            "Feature Count: 1",
            "WGS 84",
            "六号楼",
            "floors (Integer64) = 6")
        .doesNotContainIgnoringCase("warning")
        .doesNotContainIgnoringCase("error");
  }
}
