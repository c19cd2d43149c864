package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.ingest.Trial.assertApplied;
import static org.linli.ingest.Trial.assertRefused;
import static org.linli.testing.ShapefileBytes.point;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.ingest.source.IssueKind;
import org.linli.layer.Feature;
import org.linli.testing.ShapefileBytes;
import org.linli.testing.WorkbookBytes;
import org.linli.testing.Zips;

/** The same few places in every form in which an office may hand them over. */
class ChineseTextTest {
  private static final Charset GBK = Charset.forName("GBK");
  private static final List<String> NAMES =
      List.of("胜利广场", "油城公园", "东营区实验学校", "六十三号楼轮胎花园", "镕基里（东）", "垦利街道办事处");

  @TempDir Path folder;

  private static double lon(int row) {
    return 118.67 + row / 1000.0;
  }

  private static double lat(int row) {
    return 37.43 + row / 1000.0;
  }

  private static String csv() {
    StringBuilder text = new StringBuilder("名称,层数,lon,lat\r\n");
    for (int i = 0; i < NAMES.size(); i++) {
      text.append("%s,%d,%s,%s\r\n".formatted(NAMES.get(i), i + 1, lon(i), lat(i)));
    }
    return text.toString();
  }

  private static byte[] shapefile(Map<String, byte[]> more) {
    ShapefileBytes shapefile = new ShapefileBytes(1, GBK).column("名称 C 40").column("层数 N 4");
    for (int i = 0; i < NAMES.size(); i++) {
      shapefile.row(point(lon(i), lat(i)), NAMES.get(i), String.valueOf(i + 1));
    }
    Map<String, byte[]> files = shapefile.files("places");
    files.putAll(more);
    return Zips.of(files);
  }

  private static byte[] workbook() {
    StringBuilder rows = new StringBuilder(WorkbookBytes.row(1, "名称", "层数", "lon", "lat"));
    for (int i = 0; i < NAMES.size(); i++) {
      rows.append(WorkbookBytes.row(i + 2, NAMES.get(i), i + 1, lon(i), lat(i)));
    }
    return new WorkbookBytes().sheet("表", rows.toString()).bytes();
  }

  private static byte[] withMark(String text, Charset charset) {
    return ("\uFEFF" + text).getBytes(charset);
  }

  @Test
  void everyFormGivesTheSameFeatures() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("cpg.zip", shapefile(Map.of("places.cpg", "GBK".getBytes(StandardCharsets.UTF_8))));
    files.put("no-cpg.zip", shapefile(Map.of()));
    files.put("gbk.csv", csv().getBytes(GBK));
    files.put("utf8.csv", csv().getBytes(StandardCharsets.UTF_8));
    files.put("bom.csv", withMark(csv(), StandardCharsets.UTF_8));
    files.put("utf16le.csv", withMark(csv(), StandardCharsets.UTF_16LE));
    files.put("utf16be.csv", withMark(csv(), StandardCharsets.UTF_16BE));
    files.put("places.xlsx", workbook());
    List<List<Feature>> found = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          Trial trial = new Trial(folder);
          assertApplied(trial.of(name, bytes), NAMES.size());
          assertThat(trial.valuesOfColumn("名称")).as(name).isEqualTo(NAMES);
          found.add(withoutSource(trial));
        });
    assertThat(found).allSatisfy(features -> assertThat(features).isEqualTo(found.get(0)));
    assertThat(found).hasSize(8);
  }

  /** The file's name is the source of a row, which is all that may differ. */
  private static List<Feature> withoutSource(Trial trial) {
    int source = trial.store.getLayer(Trial.LAYER).definition().getIndex("source");
    return trial.features().stream()
        .map(
            feature -> {
              Object[] values = feature.values().clone();
              values[source] = null;
              return new Feature(feature.code(), feature.shape(), values);
            })
        .toList();
  }

  @Test
  void charactersBeyondGbkSurviveInGb18030() {
    String csv = "名称,lon,lat\n㐀里𠮷野家分店，这里是中国的街道和社区，居民在公园里,118.67,37.43\n";
    Trial trial = new Trial(folder);
    assertApplied(trial.of("a.csv", csv.getBytes(Charset.forName("GB18030"))), 1);
    assertThat(trial.valuesOfColumn("名称").get(0).toString()).startsWith("㐀里𠮷野家");
  }

  @Test
  void big5IsToldFromGbkByItsText() {
    String csv =
        "名稱,lon,lat\n臺北市政府的公園和廣場在這裡，居民可以在這個地方休息,121.56,25.03\n"
            + "中山區的學校和圖書館是社區的中心，大家都來這裡,121.53,25.06\n";
    Trial trial = new Trial(folder);
    ImportReport report = trial.of("a.csv", csv.getBytes(Charset.forName("Big5")));
    assertApplied(report, 2);
    assertThat(report.encoding()).contains("Big5");
    assertThat(trial.valuesOfColumn("名稱").get(0).toString()).startsWith("臺北市政府");
  }

  @Test
  void utf16WithoutAMarkIsReadWhenNamed() {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Trial trial = new Trial(folder).encoding(charset.name());
      assertApplied(trial.of("a.csv", csv().getBytes(charset)), NAMES.size());
      assertThat(trial.valuesOfColumn("名称")).isEqualTo(NAMES);
    }
  }

  @Test
  void aMarkIsNoPartOfTheFirstNameWhateverEncodingIsNamed() {
    Trial trial = new Trial(folder).encoding("utf-8");
    assertApplied(trial.of("a.csv", withMark(csv(), StandardCharsets.UTF_8)), NAMES.size());
    assertThat(trial.valuesOfColumn("名称")).isEqualTo(NAMES);
  }

  @Test
  void namesOfEncodingsAreKnownAsOfficesWriteThem() {
    Stream.of("gbk", "GB2312", "936", "CP936", "ANSI 936", "GB-18030", "gb18030")
        .forEach(
            name ->
                assertApplied(
                    new Trial(folder).encoding(name).of("a.csv", csv().getBytes(GBK)),
                    NAMES.size()));
    assertRefused(
        new Trial(folder).encoding("guobiao").of("a.csv", csv().getBytes(GBK)),
        IssueKind.NO_SUCH_ENCODING);
  }
}
