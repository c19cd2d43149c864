package org.linli.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.layer.GeometryType;

/** What GeoJSON can be that no layer can hold, and what becomes of it. */
class GeoJsonLimitsTest {
  @TempDir Path folder;
  private Trial trial;

  /** A layer is there already, so that «untouched» means something. */
  @BeforeEach
  void aStoreWithALayer() throws IOException {
    trial = new Trial(folder);
    trial.applied(file(collection(feature(point(101.43, 36.04)))));
    trial.replacing();
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("in.geojson"), text);
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private static String feature(String geometry) {
    return feature(geometry, "{}");
  }

  private static String feature(String geometry, String properties) {
    return "{\"type\":\"Feature\",\"properties\":%s,\"geometry\":%s}"
        .formatted(properties, geometry);
  }

  private static String point(double lon, double lat) {
    return "{\"type\":\"Point\",\"coordinates\":[%s,%s]}".formatted(lon, lat);
  }

  private static String polygon(String rings) {
    return "{\"type\":\"Polygon\",\"coordinates\":[" + rings + "]}";
  }

  private ImportIssue refused(String text, IssueKind kind) throws IOException {
    return trial.refused(file(text), kind);
  }

  private static void assertPlace(ImportIssue issue, long row, String field) {
    assertThat(issue.row()).hasValue(row);
    assertThat(issue.field()).contains(field);
    assertThat(issue.cure(Locale.ENGLISH)).isNotBlank();
    assertThat(issue.cure(Locale.CHINESE)).isNotBlank();
  }

  @Test
  void aFileThatBreaksOffAnywhereIsNotTakenForAll() throws IOException {
    byte[] whole =
        collection(feature(point(101.43, 36.04), "{\"名\":\"a\"}"), feature(point(101.5, 36.1)))
            .getBytes(StandardCharsets.UTF_8);
    for (int length = 1; length < whole.length; length++) {
      Path cut = folder.resolve("cut.geojson");
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      ImportReport report = trial.of(cut);
      assertThat(report.isApplied()).as("the first %d bytes", length).isFalse();
      assertThat(report.issueTotals().keySet())
          .containsAnyOf(IssueKind.TRUNCATED, IssueKind.UNREADABLE);
    }
    assertThat(trial.features()).hasSize(1);
    assertThat(
            refused(collection(feature(point(1, 1))).substring(0, 60), IssueKind.TRUNCATED)
                .details())
        .containsExactly("1:61");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t", "\ufeff", "\u001e\n"})
  void anEmptyFileIsCalledEmpty(String text) throws IOException {
    refused(text, IssueKind.EMPTY_FILE);
  }

  @Test
  void brackets10000DeepAreRefusedAtTheHundredth() throws IOException {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertThat(
            refused(collection(feature(point(1, 1), "{\"a\":" + deep + "}")), IssueKind.TOO_DEEP)
                .details())
        .last()
        .isEqualTo("100");
    refused(
        collection(feature("{\"type\":\"Polygon\",\"coordinates\":" + deep + "}")),
        IssueKind.TOO_DEEP);
    refused(deep, IssueKind.NOT_GEOJSON);
    refused("{\"a\":".repeat(10_000), IssueKind.TOO_DEEP);
  }

  @Test
  void aNumberBeyondAllNumbersIsRefusedWhereItStands() throws IOException {
    String place = "{\"type\":\"Point\",\"coordinates\":[1e999,36]}";
    assertPlace(
        refused(collection(feature(point(1, 1)), feature(place)), IssueKind.NOT_FINITE),
        2,
        "geometry");
    assertPlace(
        refused(collection(feature(point(1, 1), "{\"height\":-1e999}")), IssueKind.NOT_FINITE),
        1,
        "height");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "01", "0x10", "'1'"})
  void whatIsNoJsonNumberIsNoJson(String number) throws IOException {
    ImportIssue issue =
        refused(
            collection(feature(point(1, 1), "{\"height\":" + number + "}")), IssueKind.UNREADABLE);
    assertThat(issue.details().get(0)).startsWith("1:");
  }

  @Test
  void aMemberThatComesTwiceIsRefusedWhereverItIs() throws IOException {
    String twice = "{\"a\":1,\"a\":2}";
    assertThat(
            refused(collection(feature(point(1, 1), twice)), IssueKind.DUPLICATE_MEMBER).details())
        .last()
        .asString()
        .contains("\"a\"");
    refused(
        "{\"type\":\"FeatureCollection\",\"features\":[],\"features\":[]}",
        IssueKind.DUPLICATE_MEMBER);
    refused(collection(feature(point(1, 1), "{\"x\":" + twice + "}")), IssueKind.DUPLICATE_MEMBER);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    trial.applied(file("\ufeff" + collection(feature(point(101.5, 36.1), "{\"名称\":\"园\"}"))));
    assertThat(trial.values("名称")).containsExactly("园");
  }

  @Test
  void aLatitudeOf91IsARowsFaultAndTheRowIsNamed() throws IOException {
    ImportIssue issue =
        refused(
            collection(
                feature(point(101.4, 36)), feature(point(101.5, 36)), feature(point(101.5, 91))),
            IssueKind.BAD_GEOMETRY);
    assertThat(issue.row()).hasValue(3);
    assertThat(issue.finding().orElseThrow().key()).isEqualTo("latitude_out_of_range");
  }

  @Test
  void metresGivenAsDegreesStopTheImportAndTheOptionIsNamed() throws IOException {
    String metres = collection(feature(point(11291134.0, 4305000.0)));
    ImportIssue issue = refused(metres, IssueKind.SUSPECT_COORDINATES);
    assertThat(issue.cure(Locale.ENGLISH)).contains("--from-crs EPSG:3857");
    trial.fromCrs("EPSG:3857").applied(file(metres));
    assertThat(trial.features().get(0).shape().getCoordinate().x).isBetween(101.42, 101.44);
  }

  @Test
  void swappedAxesStopTheImportAndTheOptionIsNamed() throws IOException {
    String swapped = collection(feature(point(36.04, 101.43)), feature(point(36.05, 101.44)));
    ImportIssue issue = refused(swapped, IssueKind.SUSPECT_COORDINATES);
    assertThat(issue.cure(Locale.ENGLISH)).contains("--from-crs EPSG:4326:latlon");
    trial.fromCrs("EPSG:4326:latlon").applied(file(swapped));
    assertThat(trial.features().get(0).shape()).hasToString("POINT (101.43 36.04)");
  }

  @Test
  void theCrsMemberOf2008IsUsedAndTold() throws IOException {
    String crs =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":"
            + "{\"name\":\"urn:ogc:def:crs:EPSG::%s\"}},\"features\":[%s]}";
    ImportReport report =
        trial.applied(file(crs.formatted("4549", feature(point(500_000, 4_000_000)))));
    assertThat(Trial.issue(report, IssueKind.LEGACY_CRS).field()).contains("crs");
    assertThat(trial.features().get(0).shape().getCoordinate().x).isEqualTo(120.0);
    refused(crs.formatted("999999", feature(point(1, 1))), IssueKind.UNKNOWN_CRS);
    String link = "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"link\"},\"features\":[%s]}";
    ImportReport ignored = trial.applied(file(link.formatted(feature(point(101.5, 36)))));
    assertThat(ignored.issueTotals()).containsKey(IssueKind.CRS_IGNORED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[0,0],[0.01,0.01],[0.01,0],[0,0.01],[0,0]] | crosses_itself",
        "[[0,0],[0.01,0],[0.01,0.01],[0,0]],[[1,1],[1.001,1],[1.001,1.001],[1,1]] | hole_outside_shell",
        "[[0,0],[0.02,0],[0.02,0.02],[0,0]],[[0.01,0],[0.03,0],[0.03,0.01],[0.01,0]] |"
            + " crosses_itself",
      })
  void anInvalidPolygonIsRepairedAndItsAreaBeforeAndAfterTold(String rings, String key)
      throws IOException {
    ImportReport report = trial.applied(file(collection(feature(polygon(rings)))));
    ImportIssue issue = Trial.issue(report, IssueKind.REPAIRED);
    assertThat(issue.row()).hasValue(1);
    assertThat(issue.finding().orElseThrow().key()).isEqualTo(key);
    assertThat(issue.details()).hasSize(2).allMatch(area -> area.matches("[0-9]+\\.[0-9]{2}"));
    assertThat(report.counts().repaired()).isEqualTo(1);
    assertThat(trial.features().get(0).shape().isValid()).isTrue();
  }

  @Test
  void aRingThatDoesNotCloseIsClosedAndToldAndOneOfTwoCornersIsRefused() throws IOException {
    ImportReport report =
        trial.applied(file(collection(feature(polygon("[[0,0],[0.01,0],[0.01,0.01]]")))));
    assertThat(Trial.issue(report, IssueKind.RING_CLOSED).row()).hasValue(1);
    assertThat(trial.features().get(0).shape().getNumPoints()).isEqualTo(4);
    assertPlace(
        refused(collection(feature(polygon("[[0,0],[0.01,0],[0,0]]"))), IssueKind.SHORT_RING),
        1,
        "geometry");
  }

  @Test
  void aRingOfAMillionVerticesIsRefusedAndTheRowsBesideItAreNot() throws IOException {
    String ring = "[" + "[1,1],[1,2],".repeat(500_000) + "[1,1]]";
    Path file = file(collection(feature(polygon(ring)), feature(point(101.5, 36))));
    ImportIssue issue = trial.refused(file, IssueKind.TOO_MANY_VERTICES);
    assertPlace(issue, 1, "geometry");
    assertThat(issue.details()).containsExactly("500000");
    assertThat(trial.keepGoing().applied(file).counts().written()).isEqualTo(1);
  }

  @Test
  void aCollectionDoesNotEscapeTheBoundByHavingManyParts() throws IOException {
    String many =
        IntStream.range(0, 600)
            .mapToObj(
                i ->
                    "{\"type\":\"MultiPoint\",\"coordinates\":[" + "[1,1],".repeat(999) + "[1,1]]}")
            .collect(
                Collectors.joining(",", "{\"type\":\"GeometryCollection\",\"geometries\":[", "]}"));
    assertPlace(refused(collection(feature(many)), IssueKind.TOO_MANY_VERTICES), 1, "geometry");
    String empty =
        "{\"type\":\"Point\",\"coordinates\":[]}"
            + ",{\"type\":\"Point\",\"coordinates\":[]}".repeat(500_000);
    assertPlace(
        refused(
            collection(feature("{\"type\":\"GeometryCollection\",\"geometries\":[" + empty + "]}")),
            IssueKind.TOO_MANY_VERTICES),
        1,
        "geometry");
  }

  @Test
  void rowsWithoutAPlaceAreLeftOutAndCounted() throws IOException {
    String empty = "{\"type\":\"Polygon\",\"coordinates\":[]}";
    ImportReport report =
        trial.applied(
            file(collection(feature("null"), feature(empty), feature(point(101.5, 36.1)))));
    assertThat(report.counts().leftOut()).isEqualTo(2);
    assertThat(report.counts().read()).isEqualTo(3);
    assertThat(Trial.issue(report, IssueKind.NO_PLACE).row()).hasValue(1);
  }

  @Test
  void aCollectionOfOneKindIsThatKindAndAMixedOneIsRefused() throws IOException {
    String two =
        "{\"type\":\"GeometryCollection\",\"geometries\":[%s,%s]}"
            .formatted(point(1, 1), point(2, 2));
    trial.applied(file(collection(feature(two))));
    assertThat(trial.features().get(0).shape().getGeometryType()).isEqualTo("MultiPoint");
    String mixed =
        two.replaceFirst("Point", "LineString").replaceFirst("\\[1.0,1.0]", "[[1,1],[2,1]]");
    ImportIssue issue = refused(collection(feature(mixed)), IssueKind.BAD_GEOMETRY);
    assertThat(issue.finding().orElseThrow().key()).isEqualTo("mixed_collection");
  }

  @Test
  void whatEarlierPartsOfACollectionLostIsToldToo() throws IOException {
    String high = "{\"type\":\"Point\",\"coordinates\":[1,1,9],\"bbox\":[1]}";
    String two =
        "{\"type\":\"GeometryCollection\",\"geometries\":[%s,%s]}".formatted(high, point(2, 2));
    ImportReport report = trial.applied(file(collection(feature(two))));
    assertThat(report.issueTotals()).containsKeys(IssueKind.Z_DROPPED, IssueKind.BAD_BBOX);
  }

  @Test
  void aLineOverTheAntimeridianIsRefusedAndOneCutThereIsNot() throws IOException {
    String over = "{\"type\":\"LineString\",\"coordinates\":[[179,10],[-179,10]]}";
    ImportIssue issue = refused(collection(feature(over)), IssueKind.BAD_GEOMETRY);
    assertThat(issue.finding().orElseThrow().key()).isEqualTo("crosses_antimeridian");
    assertThat(issue.cure(Locale.ENGLISH)).contains("180");
    String cut =
        "{\"type\":\"MultiLineString\",\"coordinates\":[[[179,10],[180,10]],[[-180,10],[-179,10]]]}";
    trial.applied(file(collection(feature(cut))));
    assertThat(trial.store.getLayer(Trial.LAYER).definition().geometry())
        .isEqualTo(GeometryType.LINE);
  }

  @Test
  void aValueTooLongForAnyLayerIsRefusedWhereItStands() throws IOException {
    String members = "\"a\",".repeat(2_600_000);
    assertPlace(
        refused(
            collection(feature(point(1, 1), "{\"tags\":[" + members + "1]}")),
            IssueKind.LONG_VALUE),
        1,
        "tags");
  }

  @Test
  void moreColumnsThanALayerHasAreRefusedByTheFirstTooMany() throws IOException {
    String properties =
        IntStream.rangeClosed(1, 1_001)
            .mapToObj(i -> "\"c" + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    ImportIssue issue =
        refused(collection(feature(point(1, 1), properties)), IssueKind.TOO_MANY_COLUMNS);
    assertThat(issue.field()).contains("c1001");
  }

  /** Two hundred million pairs of its segments lie over each other; twenty million are counted. */
  @Test
  void aTangleIsRefusedAfterABoundedNumberOfSteps() throws IOException {
    String zigzag =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "[%s,%s]".formatted(i % 2 == 0 ? 0 : 0.01, i * 7_919 % 20_000 / 1e6))
            .collect(Collectors.joining(",", "[", ",[0,0]]"));
    ImportIssue issue = refused(collection(feature(polygon(zigzag))), IssueKind.BAD_GEOMETRY);
    assertThat(issue.row()).hasValue(1);
    assertThat(issue.finding().orElseThrow().key()).isEqualTo("too_tangled");
  }
}
