package org.linli.ingest.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ingest.osm.OsmFixture.Member;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** Ways and relations put together, and what does not close, is missing or is too much. */
class OsmRelationTest extends OsmVillage {
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
}
