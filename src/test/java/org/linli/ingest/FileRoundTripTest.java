package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.encode.ExportFormat;
import org.linli.encode.Selection;
import org.linli.encode.file.LayerFile;
import org.linli.gpkg.GeometryBlobWriter;
import org.linli.ingest.ImportReport.Outcome;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;
import org.linli.snapshot.LayerView;
import org.linli.testing.FileSamples;
import org.linli.testing.Zips;
import org.locationtech.jts.geom.Geometry;

/**
 * What is exported and imported again is what it was, in every format. Texts have no blanks at
 * their ends and none is empty: tables are trimmed when they are read, whoever made them.
 */
class FileRoundTripTest {
  /** Formats that hold less, and have tests of their own. */
  private static final Set<ExportFormat> OTHERWISE =
      Set.of(ExportFormat.SHAPEFILE, ExportFormat.GPX);

  @TempDir private Path folder;

  static Stream<Arguments> filesOfGeometries() {
    return Stream.of(
            GeometryType.POINT,
            GeometryType.LINE,
            GeometryType.POLYGON,
            GeometryType.ANY,
            GeometryType.NONE)
        .flatMap(
            geometry ->
                ExportFormat.of(geometry).stream()
                    .filter(format -> !OTHERWISE.contains(format))
                    .map(format -> Arguments.of(format, geometry)));
  }

  @ParameterizedTest
  @MethodSource("filesOfGeometries")
  void whatWasExportedComesBackAsItWas(ExportFormat format, GeometryType geometry)
      throws IOException {
    List<Feature> all = FileSamples.features(geometry);
    // An import leaves out, and tells of, what has no place in a layer of places.
    List<Feature> features =
        all.stream()
            .filter(f -> geometry == GeometryType.NONE || f.geometry().isPresent())
            .toList();
    Trial trial = new Trial(folder);
    trial.store.put(FileSamples.definition(Trial.LAYER, geometry), List.of());
    ImportReport report = trial.replacing().of(exported(format, geometry, all));
    Trial.assertApplied(report, features.size());
    List<Feature> back = trial.features();
    back.sort(Comparator.comparing(Feature::code));
    assertThat(back)
        .as("seed " + FileSamples.SEED + "\n" + report.toText(Locale.ENGLISH, 5))
        .hasSameSizeAs(features);
    for (int i = 0; i < back.size(); i++) {
      assertSame(back.get(i), features.get(i));
    }
  }

  private static void assertSame(Feature back, Feature given) {
    assertThat(back.code()).isEqualTo(given.code());
    assertThat(back.values()).as(given.code()).containsExactly(given.values());
    assertThat(normalized(back)).as(given.code()).isEqualTo(normalized(given));
  }

  private static Optional<Geometry> normalized(Feature feature) {
    return feature.geometry().map(GeometryBlobWriter::simplest).map(Geometry::norm);
  }

  private Path exported(ExportFormat format, GeometryType geometry, List<Feature> features)
      throws IOException {
    LayerView view =
        LayerView.of(FileSamples.definition(Trial.LAYER, geometry), Audience.PUBLIC, features);
    Path file = folder.resolve("trial." + format.ending());
    try (OutputStream out = Files.newOutputStream(file)) {
      new LayerFile(format, Selection.all(view), false).write(folder.resolve("built"), out);
    }
    return file;
  }

  /** The columns are found by the list of shortened names that is in the archive. */
  @ParameterizedTest
  @EnumSource(names = {"POINT", "LINE", "POLYGON", "ANY"})
  void aShapefileComesBackByItsListOfShortNames(GeometryType geometry) throws IOException {
    List<Feature> all = FileSamples.features(geometry);
    Path file = exported(ExportFormat.SHAPEFILE, geometry, all);
    List<Feature> back = new ArrayList<>();
    for (String part : parts(file).keySet().stream().filter(n -> n.endsWith(".shp")).toList()) {
      back.addAll(importedPart(file, part, geometry));
    }
    back.sort(Comparator.comparing(Feature::code));
    List<Feature> given = all.stream().filter(f -> f.geometry().isPresent()).toList();
    assertThat(back).hasSameSizeAs(given);
    for (int i = 0; i < back.size(); i++) {
      assertSame(back.get(i), given.get(i));
    }
  }

  private static Map<String, byte[]> parts(Path file) throws IOException {
    return Zips.entries(Files.readAllBytes(file));
  }

  private List<Feature> importedPart(Path file, String part, GeometryType geometry)
      throws IOException {
    Trial trial = new Trial(folder);
    trial.store.put(FileSamples.definition(Trial.LAYER, geometry), List.of());
    String dictionary = new String(parts(file).get("dictionary.csv"), StandardCharsets.UTF_8);
    for (String line : dictionary.lines().skip(1).toList()) {
      String[] cells = line.split(",", 3);
      if (!cells[0].equals(cells[1])) {
        trial.map(cells[1], cells[0]);
      }
    }
    ImportReport report = trial.replacing().keepGoing().table(part.replace(".shp", "")).of(file);
    assertThat(report.outcome()).as(report.toText(Locale.ENGLISH, 5)).isEqualTo(Outcome.APPLIED);
    return trial.features();
  }

  /** The format holds names, remarks and places; a multiple point is several points in it. */
  @ParameterizedTest
  @EnumSource(names = {"POINT", "LINE"})
  void ofAGpxFileThePlacesTheNamesAndTheCodesComeBack(GeometryType geometry) throws IOException {
    List<Feature> all =
        FileSamples.features(geometry).stream()
            .filter(f -> f.geometry().orElseThrow().getNumGeometries() == 1)
            .toList();
    Trial trial = new Trial(folder).map("code", "cmt");
    trial.applied(exported(ExportFormat.GPX, geometry, all));
    List<Feature> back = trial.features();
    back.sort(Comparator.comparing(Feature::code));
    assertThat(back).hasSameSizeAs(all);
    List<Object> names = trial.values("name");
    for (int i = 0; i < back.size(); i++) {
      assertThat(normalized(back.get(i))).isEqualTo(normalized(all.get(i)));
      Object name = all.get(i).value(0) == null ? all.get(i).code() : all.get(i).value(0);
      assertThat(names.get(i)).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalDataMakeEqualBytes(ExportFormat format) throws IOException {
    GeometryType geometry = GeometryType.LINE;
    byte[] first = Files.readAllBytes(exported(format, geometry, FileSamples.features(geometry)));
    byte[] again = Files.readAllBytes(exported(format, geometry, FileSamples.features(geometry)));
    assertThat(first).hasSizeGreaterThan(1_000).isEqualTo(again);
  }
}
