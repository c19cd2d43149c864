package org.linli.ingest.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.osm.OsmFixture.Member;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** A made-up village near 101.43° E 36.04° N, in both formats; squares of 0.001 degrees. */
class OsmSourceTest {
  private static final Map<String, String> BUILDING = Map.of("building", "yes");
  private static final Map<String, String> FOREST_RELATION =
      Map.of("type", "multipolygon", "landuse", "forest");
  private static final double SIDE = 0.001;

  @TempDir Path folder;
  private final OsmFixture village = new OsmFixture();

  private OsmSource source(String kind, boolean binary) {
    return OsmSource.of(
        village.write(folder, binary), OsmKind.of(Optional.of(kind)), OsmLimits.DEFAULT);
  }

  private RowCatcher read(String kind) {
    return RowCatcher.read(source(kind, true));
  }

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

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRelationIsPutTogetherOfItsWaysWhateverTheirRoles(boolean binary) {
    village
        .square(10, 101.43, 36.04, 3 * SIDE)
        .square(20, 101.431, 36.041, SIDE)
        .way(1, Map.of(), 10, 11, 12)
        .way(2, Map.of(), 10, 13, 12)
        .ring(3, Map.of(), 20)
        .relation(
            9, FOREST_RELATION, Member.way(1, "inner"), Member.way(3, "outer"), Member.way(2, ""));

    RowCatcher read = RowCatcher.read(source("green_spaces", binary));

    assertThat(read.issues).isEmpty();
    assertThat(read.rows.keySet()).containsExactly("r9");
    assertThat(read.rows.get("r9").shape().getArea()).isCloseTo(8e-6, within(1e-12));
    assertThat(read.value("r9", "source")).isEqualTo("OpenStreetMap relation/9");
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @Test
  void tagsOnTheOuterWayAreTheRelationsIfItHasNone() {
    village
        .square(10, 101.43, 36.04, 3 * SIDE)
        .square(20, 101.431, 36.041, SIDE)
        .ring(1, Map.of("building", "school", "name", "小学"), 10)
        .ring(2, Map.of(), 20)
        .relation(
            9, Map.of("type", "multipolygon"), Member.way(1, "outer"), Member.way(2, "inner"));

    RowCatcher read = read("buildings");

    assertThat(read.rows.keySet()).containsExactly("r9");
    assertThat(read.value("r9", "name")).isEqualTo("小学");
    assertThat(read.value("r9", "use")).isEqualTo("school");
  }

  @Test
  void anOuterWayOfTheSameTagsIsTheSameThingAndAnInnerOneIsAnother() {
    village
        .square(10, 101.43, 36.04, 3 * SIDE)
        .square(20, 101.431, 36.041, SIDE)
        .ring(1, Map.of("landuse", "forest", "name", "东山"), 10)
        .ring(2, Map.of("landuse", "meadow"), 20)
        .relation(9, FOREST_RELATION, Member.way(1, "outer"), Member.way(2, "inner"));

    OsmSource source = source("green_spaces", true);
    RowCatcher read = RowCatcher.read(source);

    assertThat(read.rows.keySet()).containsExactly("w2", "r9");
    assertThat(source.schema().rows()).isEqualTo(2);
    assertThat(read.value("r9", "name")).isEqualTo("东山");
  }

  @Test
  void aRingThatDoesNotCloseIsReportedWithItsRelation() {
    village
        .square(10, 101.43, 36.04, SIDE)
        .way(1, Map.of(), 10, 11, 12, 13)
        .relation(9, FOREST_RELATION, Member.way(1, "outer"));

    RowCatcher read = read("green_spaces");

    assertThat(read.rows).isEmpty();
    assertThat(read.kinds()).containsExactly(IssueKind.BROKEN_AREA);
    assertThat(read.details()).containsExactly("relation/9", "101.4300000, 36.0400000");
  }

  @Test
  void aWallThatIsCalledABuildingIsReported() {
    village.square(10, 101.43, 36.04, SIDE).way(7, BUILDING, 10, 11, 12);

    RowCatcher read = read("buildings");

    assertThat(read.kinds()).containsExactly(IssueKind.BROKEN_AREA);
    assertThat(read.details()).startsWith("way/7");
  }

  @Test
  void ringsThatCrossWithoutACommonNodeAreReportedWithThePlace() {
    village
        .square(10, 101.43, 36.04, 2 * SIDE)
        .square(20, 101.431, 36.041, 2 * SIDE)
        .ring(1, Map.of(), 10)
        .ring(2, Map.of(), 20)
        .relation(9, FOREST_RELATION, Member.way(1, "outer"), Member.way(2, "outer"));

    RowCatcher read = read("green_spaces");

    assertThat(read.rows).isEmpty();
    assertThat(read.kinds()).containsExactly(IssueKind.CROSSED_AREA);
    assertThat(read.details().get(1)).isIn("101.4320000, 36.0410000", "101.4310000, 36.0420000");
  }

  @Test
  void aRelationWhoseWaysTheFileLacksIsReportedAndItsOuterWayStandsForItself() {
    village
        .square(10, 101.43, 36.04, SIDE)
        .ring(1, Map.of("landuse", "forest"), 10)
        .relation(9, FOREST_RELATION, Member.way(1, "outer"), Member.way(404, "inner"));

    RowCatcher read = read("green_spaces");

    assertThat(read.rows.keySet()).containsExactly("w1");
    assertThat(read.kinds()).containsExactly(IssueKind.CLIPPED_AREA);
    assertThat(read.details()).containsExactly("relation/9", "1", "2");
  }

  @Test
  void aBuildingWhoseNodesTheFileLacksIsReported() {
    village.square(10, 101.43, 36.04, SIDE).way(7, BUILDING, 10, 11, 404, 13, 10);

    RowCatcher read = read("buildings");

    assertThat(read.rows).isEmpty();
    assertThat(read.kinds()).containsExactly(IssueKind.CLIPPED_AREA);
    assertThat(read.details()).containsExactly("way/7", "1", "5");
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

  @Test
  void anOutlineThatEnclosesNothingIsReported() {
    village
        .square(10, 101.43, 36.04, SIDE)
        .way(1, BUILDING, 10, 10)
        .way(2, BUILDING, 10, 11, 10)
        .way(3, BUILDING, 10, 11, 12, 11, 10);

    RowCatcher read = read("buildings");

    assertThat(read.rows).isEmpty();
    assertThat(read.kinds())
        .containsExactly(IssueKind.BROKEN_AREA, IssueKind.BROKEN_AREA, IssueKind.BROKEN_AREA);
  }

  @Test
  void aBowTieIsHandedOnToBeRepairedLikeAnybodys() {
    village.square(10, 101.43, 36.04, SIDE).way(7, BUILDING, 10, 11, 13, 12, 10);
    village.node(30, 101.432, 36.043).way(8, BUILDING, 10, 11, 13, 30, 10);

    RowCatcher read = read("buildings");

    assertThat(read.rows.get("w8").shape().isValid()).isFalse();
    assertThat(read.issues).extracting(i -> i.details().get(0)).containsOnly("way/7");
  }

  @Test
  void relationsThatHoldEachOtherAreNoWays() {
    village
        .square(10, 101.43, 36.04, SIDE)
        .ring(1, Map.of(), 10)
        .relation(8, FOREST_RELATION, new Member("relation", 9, "outer"), Member.way(1, "outer"))
        .relation(9, FOREST_RELATION, new Member("relation", 8, "outer"));

    RowCatcher read = read("green_spaces");

    assertThat(read.rows.keySet()).containsExactly("r8");
    assertThat(read.kinds()).containsExactly(IssueKind.BROKEN_AREA);
    assertThat(read.details()).startsWith("relation/9");
  }

  @Test
  void aMemberThatIsThereAHundredThousandTimesIsPutTogetherOnce() {
    List<Member> members = LongStream.range(0, 100_000).mapToObj(i -> Member.way(1, "")).toList();
    village
        .square(10, 101.43, 36.04, SIDE)
        .ring(1, Map.of(), 10)
        .relation(9, FOREST_RELATION, members);
    OsmSurvey survey =
        OsmSurvey.of(village.write(folder, true), new OsmGreenSpaces(), OsmLimits.DEFAULT);
    OsmShapes shapes =
        new OsmShapes(survey.locations(), survey.members(), OsmLimits.DEFAULT, issue -> {});

    assertThat(shapes.area(survey.relations().get(0))).isPresent();
    assertThat(shapes.segmentsUsed()).isEqualTo(5);
  }

  @Test
  void aRelationOfMoreMembersThanOpenStreetMapAllowsIsLeftOut() {
    List<Member> members =
        LongStream.range(0, 100_000).mapToObj(i -> Member.way(i, "outer")).toList();
    village.relation(9, FOREST_RELATION, members);

    RowCatcher read = read("green_spaces");

    assertThat(read.kinds()).containsExactly(IssueKind.AREA_TOO_LARGE);
    assertThat(read.details()).containsExactly("relation/9", "32000");
  }

  @Test
  void moreNodesThanThereMayBeAreRefused() {
    for (int i = 0; i < 600; i++) {
      village.square(10L * i, 101.43, 36.04, SIDE).ring(i, BUILDING, 10L * i);
    }
    OsmLimits few = new OsmLimits(2_000, 10, 10, 10, 10);

    assertThatThrownBy(() -> OsmSource.of(village.write(folder, true), new OsmBuildings(), few))
        .isInstanceOfSatisfying(
            SourceException.class,
            refused -> assertThat(refused.issue().kind()).isEqualTo(IssueKind.OSM_TOO_LARGE));
  }

  @Test
  void anOutlineThatTakesTooMuchWorkToCheckIsGivenUp() {
    List<long[]> combs =
        LongStream.range(0, 300)
            .mapToObj(
                i ->
                    new long[] {Spot.of((int) i * 10, 0), Spot.of((int) i * 10 + 100_000, 100_000)})
            .toList();
    CrossingFinder finder = new CrossingFinder(1_000);

    assertThat(finder.find(Outline.of(combs).segments())).isEmpty();
    assertThat(finder.isGivenUp()).isTrue();
    assertThat(finder.steps()).isEqualTo(1_001);
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
