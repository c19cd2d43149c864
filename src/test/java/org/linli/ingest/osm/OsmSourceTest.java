package org.linli.ingest.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** A made-up village near 101.43° E 36.04° N, in both formats; squares of 0.001 degrees. */
class OsmSourceTest extends OsmVillage {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBuildingHasItsOutlineItsKeyAndWhatItsTagsSay(boolean binary) {
    village
        .square(10, 101.43, 36.04, SIDE)
        .ring(
            7,
            Map.of(
                "building", "apartments",
                "name", "藏族新村1号楼",
                "name:en", "Building 1",
                "name:bo", "ཁང་པ་དང་པོ།",
                "building:levels", "6",
                "start_date", "2013-05"),
            10);

    OsmSource source = source("buildings", binary);
    RowCatcher read = RowCatcher.read(source);

    assertThat(source.schema().rows()).isEqualTo(1);
    assertThat(source.schema().keyed()).isTrue();
    assertThat(read.issues).isEmpty();
    assertThat(read.wkt("w7"))
        .isEqualTo(
            "POLYGON ((101.43 36.04, 101.431 36.04, 101.431 36.041, 101.43 36.041, 101.43 36.04))");
    assertThat(read.rows.get("w7").number()).isEqualTo(7);
    assertThat(read.value("w7", "name")).isEqualTo("藏族新村1号楼");
    assertThat(read.value("w7", "name_en")).isEqualTo("Building 1");
    assertThat(read.value("w7", "name_bo")).isEqualTo("ཁང་པ་དང་པོ།");
    assertThat(read.value("w7", "use")).isEqualTo("residential");
    assertThat(read.value("w7", "floors")).isEqualTo(6L);
    assertThat(read.value("w7", "built_year")).isEqualTo(2013L);
    assertThat(read.value("w7", "source")).isEqualTo("OpenStreetMap way/7");
    assertThat(read.value("w7", "updated_at")).isEqualTo(Instant.parse("2020-09-13T12:26:40Z"));
  }

  @Test
  void positionsFinerThanTheGridAreRoundedToIt() {
    village.granularity(1).square(10, 101.43000004, 36.04, SIDE).ring(7, BUILDING, 10);

    assertThat(read("buildings").rows.get("w7").shape().getCoordinate().x).isEqualTo(101.43);
  }

  @ParameterizedTest
  @CsvSource({
    "yes, , ",
    "yes, school, school",
    "house, , residential",
    "church, , culture",
    "roof, , other",
  })
  void theUseIsWhatTheBuildingIsOrElseWhatIsInIt(String building, String amenity, String use) {
    Map<String, String> tags =
        amenity == null
            ? Map.of("building", building)
            : Map.of("building", building, "amenity", amenity);
    village.square(10, 101.43, 36.04, SIDE).ring(7, tags, 10);

    assertThat(read("buildings").value("w7", "use")).isEqualTo(use);
  }

  @Test
  void whatIsNoBuildingIsNotRead() {
    village
        .square(10, 101.43, 36.04, SIDE)
        .ring(1, Map.of("building", "no"), 10)
        .ring(2, Map.of("landuse", "grass"), 10)
        .way(3, Map.of("highway", "path"), 10, 11);

    assertThat(read("buildings").rows).isEmpty();
  }

  @Test
  void floorsThatAreNoNumberAreLeftOutAndReported() {
    village
        .square(10, 101.43, 36.04, SIDE)
        .ring(7, Map.of("building", "yes", "building:levels", "3;4"), 10);

    RowCatcher read = read("buildings");

    assertThat(read.value("w7", "floors")).isNull();
    assertThat(read.kinds()).containsExactly(IssueKind.VALUE_LEFT_OUT);
    assertThat(read.issues.get(0).field()).contains("building:levels");
    assertThat(read.issues.get(0).row()).hasValue(7);
  }

  @ParameterizedTest
  @CsvSource({
    "leisure, park, park",
    "landuse, grass, lawn",
    "natural, wood, forest",
    "landuse, allotments, allotments",
  })
  void aGreenSpaceHasTheKindOfTheLayersList(String key, String value, String kind) {
    village.square(10, 101.43, 36.04, SIDE).ring(7, Map.of(key, value, "access", "private"), 10);

    RowCatcher read = read("green_spaces");

    assertThat(read.value("w7", "kind")).isEqualTo(kind);
    assertThat(read.value("w7", "access")).isEqualTo("private");
  }

  @Test
  void aClosedWayThatIsNoAreaIsNoGreenSpace() {
    village.square(10, 101.43, 36.04, SIDE).ring(7, Map.of("natural", "wood", "area", "no"), 10);

    assertThat(read("green_spaces").rows).isEmpty();
  }

  @Test
  void aRoundaboutIsAPathAndAPavedSquareIsNot() {
    village
        .square(10, 101.43, 36.04, SIDE)
        .ring(1, Map.of("highway", "residential", "junction", "roundabout", "lit", "yes"), 10)
        .ring(2, Map.of("highway", "pedestrian", "area", "yes"), 10)
        .way(3, Map.of("highway", "steps", "surface", "concrete"), 10, 12);

    OsmSource source = source("paths", true);
    RowCatcher read = RowCatcher.read(source);

    assertThat(read.rows.keySet()).containsExactly("w1", "w3");
    assertThat(read.value("w1", "kind")).isEqualTo("street");
    assertThat(read.value("w1", "lit")).isEqualTo(true);
    assertThat(read.value("w3", "surface")).isEqualTo("concrete");
    assertThat(source.schema().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.kind()).isEqualTo(IssueKind.AREAS_NOT_LINES))
        .satisfies(note -> assertThat(note.details()).containsExactly("1"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatStandsOutOfTheOrderOfIdsIsReadAndCounted(boolean binary) {
    village
        .square(10, 101.43, 36.04, SIDE)
        .ring(7, Map.of("building", "yes"), 10)
        .ring(6, Map.of("building", "house"), 10)
        .ring(9, Map.of("building", "yes"), 10);

    OsmSource source = source("buildings", binary);

    assertThat(RowCatcher.read(source).rows).containsOnlyKeys("w6", "w7", "w9");
    assertThat(source.schema().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.kind()).isEqualTo(IssueKind.IDS_OUT_OF_ORDER))
        .satisfies(note -> assertThat(note.details()).containsExactly("1"));
  }

  @Test
  void aPathGoesAsFarAsTheFileHasItsNodes() {
    village
        .square(10, 101.43, 36.04, SIDE)
        .way(7, Map.of("highway", "path"), 404, 10, 11, 405)
        .way(8, Map.of("highway", "path"), 404, 10)
        .way(9, Map.of("highway", "path"), 10)
        .way(11, Map.of("highway", "path"));

    RowCatcher read = read("paths");

    assertThat(read.wkt("w7")).isEqualTo("LINESTRING (101.43 36.04, 101.431 36.04)");
    assertThat(read.kinds())
        .containsExactly(
            IssueKind.CLIPPED_LINE,
            IssueKind.BROKEN_LINE,
            IssueKind.BROKEN_LINE,
            IssueKind.BROKEN_LINE);
    assertThat(read.details()).containsExactly("way/7", "2", "4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hazards", "other"})
  void aKindThatOpenStreetMapHasNotIsAskedFor(String kind) {
    assertThatThrownBy(() -> OsmKind.of(Optional.of(kind)))
        .isInstanceOfSatisfying(
            SourceException.class,
            refused -> assertThat(refused.issue().kind()).isEqualTo(IssueKind.NEEDS_KIND));
  }
}
