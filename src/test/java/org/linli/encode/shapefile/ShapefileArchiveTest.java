package org.linli.encode.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.encode.Selection;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;
import org.linli.layer.RefusedException;
import org.linli.snapshot.LayerView;
import org.linli.testing.FileSamples;
import org.linli.testing.Zips;

class ShapefileArchiveTest {
  @TempDir private Path folder;

  private static Selection selection(GeometryType type, List<Feature> features) {
    return Selection.all(
        LayerView.of(FileSamples.definition("samples", type), Audience.PUBLIC, features));
  }

  private Map<String, byte[]> archive(GeometryType type, List<Feature> features)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ShapefileArchive.write(selection(type, features), folder, out);
    return Zips.entries(out.toByteArray());
  }

  @Test
  void geometriesOfThreeKindsAreThreeShapefiles() throws IOException {
    assertThat(archive(GeometryType.ANY, FileSamples.features(GeometryType.ANY)).keySet())
        .contains("samples_points.shp", "samples_lines.dbf", "samples_polygons.prj")
        .contains("README.txt", "dictionary.csv")
        .doesNotContain("samples.shp");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theArchiveExplainsItself() throws IOException {
    Map<String, byte[]> files =
        archive(GeometryType.POINT, FileSamples.features(GeometryType.POINT));
    assertThat(text(files, "samples.cpg")).isEqualTo("UTF-8");
    assertThat(text(files, "samples.prj")).startsWith("GEOGCS[\"GCS_WGS_1984\"");
    assertThat(text(files, "README.txt"))
        .contains("往返 / Round trip / ཕར་ཚུར།", "CC-BY-4.0", "1970-01-01T00:00:00Z", "EPSG:4326")
        .contains("  楼栋层 = 楼栋层数\r\n", "  楼栋_2 = 楼栋层数二\r\n")
        .doesNotContain("254");
    assertThat(text(files, "dictionary.csv"))
        .startsWith("\uFEFFcolumn,field,type,unit,title_zh,")
        .contains("\r\n楼栋层,楼栋层数,integer,")
        .contains("park = 公园; square = 广场");
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.get(name), StandardCharsets.UTF_8);
  }

  @Test
  void aTextThatIsTooLongIsCutBetweenCharactersAndTheReadmeSaysSo() throws IOException {
    Feature one = FileSamples.features(GeometryType.POINT).get(0);
    Object[] values = one.values().clone();
    values[0] = "a" + "楼".repeat(100);
    Map<String, byte[]> files =
        archive(GeometryType.POINT, List.of(new Feature("x", one.shape(), values)));
    String table = text(files, "samples.dbf");
    assertThat(table.substring(table.indexOf("xa楼")))
        .startsWith("xa" + "楼".repeat(84))
        .doesNotContain("楼".repeat(85), "\uFFFD");
    assertThat(text(files, "README.txt")).contains("name: 1 个值超过 254 字节");
  }

  @ParameterizedTest
  @EnumSource(
      value = GeometryType.class,
      names = {"POINT", "LINE", "POLYGON"})
  void theSizesAreKnownBeforeAByteIsWritten(GeometryType type) throws IOException {
    List<Feature> features = FileSamples.features(type);
    Map<String, byte[]> files = archive(type, features);
    int larger = Math.max(files.get("samples.shp").length, files.get("samples.dbf").length);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ShapefileArchive.write(selection(type, features), folder, out, larger);
    assertThatThrownBy(
            () -> ShapefileArchive.write(selection(type, features), folder, out, larger - 1))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(406);
              assertThat(refused.detail().en()).contains(".gpkg");
              assertThat(refused.detail().zh()).contains(".gpkg");
            });
  }
}
