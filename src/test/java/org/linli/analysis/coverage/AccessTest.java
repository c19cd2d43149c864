package org.linli.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.line;
import static org.linli.analysis.GridTown.point;
import static org.linli.analysis.GridTown.with;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.CancelledException;
import org.linli.analysis.GridTown;
import org.linli.analysis.Metric;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Straight access and what it counts. */
class AccessTest extends AccessCase {

  /** The park's west side is at 200; A's east wall at 10: 190 m. B's is at -110: 310 m. */
  @Test
  void aHomeIsWithinTheDistanceFromItsWallsToTheBoundary() {
    home("A", 0, 0, 100);
    home("B", -120, 0, 300);
    park("P", 200, -50, 300, 50);

    AnalysisResult result = result();

    assertThat(metres(result, "A")).isCloseTo(190, within(CENTIMETRES));
    assertThat((Double) value(result, "A", "minutes")).isCloseTo(190 / 80.0, within(0.001));
    assertThat(value(result, "A", "green_code")).isEqualTo("P");
    assertThat(state(result, "B")).isEqualTo("beyond");
    assertThat(value(result, "B", "distance_metres")).isNull();
    assertThat(result.getMetric("access.share").numerator()).hasValue(100);
    assertThat(result.getMetric("access.share").denominator()).hasValue(400);
    assertThat(number(result, "access.buildings")).isEqualTo(0.5);
    assertThat(number(result, "access.deficit")).isEqualTo(300);
    assertThat(result.getMetric("access.deficit").counted().codes()).containsExactly("B");
  }

  @Test
  void theLimitItselfIsWithin() {
    home("A", 0, 0, 100);
    park("P", 200, -50, 300, 50);
    double exactly = metres(result(), "A");

    assertThat(state(result("distance", Double.toString(exactly)), "A")).isEqualTo("within");
    assertThat(state(result("distance", Double.toString(Math.nextDown(exactly))), "A"))
        .isEqualTo("beyond");
  }

  @Test
  void whoLivesInsideIsNoWayOff() {
    home("A", 40, 0, 100);
    park("P", 0, -50, 100, 50);

    assertThat(metres(result(), "A")).isZero();
    town.layer("paths");
    assertThat(metres(result("mode", "walk"), "A")).isZero();
  }

  /** 100 × 49.99 m are 4,999 m², 100 × 50.01 m are 5,001 m². */
  @ParameterizedTest
  @CsvSource({"49.99, beyond", "50.01, within"})
  void aGreenSpaceQualifiesFromHalfAHectare(double depth, String state) {
    home("A", -100, 0, 100);
    park("P", 0, 0, 100, depth);

    AnalysisResult result = result();

    assertThat(state(result, "A")).isEqualTo(state);
    assertThat(excluded(result.getMetric("access.green_per_resident.median"), "too_small"))
        .isEqualTo(state.equals("within") ? List.of() : List.of("P"));
  }

  /** Two halves of 2,600 m² each. */
  @ParameterizedTest
  @CsvSource({"4.9, within", "5.1, beyond"})
  void greenSpacesFiveMetresApartAreOne(double apart, String state) {
    home("A", -100, 0, 100);
    park("P", 0, 0, 52, 50);
    park("Q", 52 + apart, 0, 104 + apart, 50);

    assertThat(state(result(), "A")).isEqualTo(state);
  }

  /** Two squares of 60 m that share 30 × 60 m: 3,600 + 3,600 - 1,800 m². */
  @Test
  void whatLiesInTwoGreenSpacesCountsOnce() {
    home("A", -100, 0, 100);
    park("P", 0, 0, 60, 60);
    park("Q", 30, 0, 90, 60);

    assertThat(number(result(), "access.green_per_resident.median")).isCloseTo(54, within(0.02));
    assertThat(state(result("minArea", "5410"), "A")).isEqualTo("beyond");
    assertThat(state(result("minArea", "5390"), "A")).isEqualTo("within");
  }

  @ParameterizedTest
  @CsvSource({
    "condition, bare, beyond",
    "condition, neglected, beyond",
    "condition, restored, within",
    "access, private, beyond",
    "access, residents, within",
  })
  void bareNeglectedAndPrivateGreenDoesNotQualify(String field, String value, String state) {
    home("A", -100, 0, 100);
    town.put("green_spaces", "P", box(0, 0, 100, 100), with(field, value));

    assertThat(state(result(), "A")).isEqualTo(state);
  }

  @Test
  void unknownResidentsAreNoResidentsAndNotNone() {
    home("A", 0, 0, 100);
    town.building("B", -20, 0);
    park("P", 200, -50, 300, 50);

    AnalysisResult result = result();

    assertThat(result.getMetric("access.share").denominator()).hasValue(100);
    assertThat(excluded(result.getMetric("access.share"), "residents_unknown"))
        .containsExactly("B");
    assertThat(number(result, "access.buildings")).isEqualTo(1);
  }

  @Test
  void aBuildingWithoutAPlaceHasNoAnswer() {
    home("A", 0, 0, 100);
    town.put("buildings", "B", null, with("residents", 50L));
    park("P", 200, -50, 300, 50);

    AnalysisResult result = result();

    assertThat(result.getMetric("access.share").denominator()).hasValue(100);
    assertThat(excluded(result.getMetric("access.share"), "no_place")).containsExactly("B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"straight", "walk"})
  void whereNothingIsGreenEverybodyGoesWithout(String mode) {
    home("A", 0, 0, 100);
    town.layer("paths");

    AnalysisResult result = result("mode", mode);

    assertThat(number(result, "access.share")).isZero();
    assertThat(number(result, "access.deficit")).isEqualTo(100);
    assertThat(number(result, "access.green_per_resident.median")).isZero();
    assertThat(number(result, "access.green_per_resident.under_1")).isEqualTo(1);
    assertThat(number(result, "access.green_unreached")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"straight", "walk"})
  void whereNobodyLivesThereIsNothingToCount(String mode) {
    park("P", 200, -50, 300, 50);
    town.layer("paths");

    AnalysisResult result = result("mode", mode);

    for (String metric :
        List.of(
            "access.share",
            "access.buildings",
            "access.deficit",
            "access.green_per_resident.median",
            "access.green_per_resident.p10",
            "access.green_per_resident.under_1",
            "access.at_edge")) {
      assertThat(result.getMetric(metric).absence()).as(metric).contains("nothing_to_count");
    }
    assertThat(number(result, "access.green_unreached")).isCloseTo(10_000, within(3.0));
  }

  /**
   * P, 6,000 m², is within reach of A and B, 300 people: 20 m² each. Q, 9,000 m², is within reach
   * of B alone, 200 people: 45 m² each. So A has 20, B has 65, C nothing; R is reached by nobody.
   *
   * <pre>
   *   resident   1–100   101–300   301–310
   *   m²           20        65         0
   * </pre>
   *
   * Of 310, sorted 0 (10), 20 (100), 65 (200): the 155th has 65, the 31st 20.
   */
  @Test
  void greenIsSharedAmongAllWhoReachIt() {
    home("A", 0, 0, 100);
    home("B", 400, 0, 200);
    home("C", -2000, 0, 10);
    park("P", 200, 0, 260, 100);
    park("Q", 500, 0, 590, 100);
    park("R", 3000, 0, 3080, 100);

    AnalysisResult result = result();

    assertThat((Double) value(result, "A", "green_per_resident")).isCloseTo(20, within(0.01));
    assertThat((Double) value(result, "B", "green_per_resident")).isCloseTo(65, within(0.02));
    assertThat(number(result, "access.green_per_resident.median")).isCloseTo(65, within(0.02));
    assertThat(number(result, "access.green_per_resident.p10")).isCloseTo(20, within(0.01));
    assertThat(result.getMetric("access.green_per_resident.under_1").numerator()).hasValue(10);
    assertThat(result.getMetric("access.green_per_resident.under_1").denominator()).hasValue(310);
    assertThat(number(result, "access.green_unreached")).isCloseTo(8_000, within(3.0));
    assertThat(result.getMetric("access.green_unreached").counted().codes()).containsExactly("R");
  }

  /** The post is 390 m from A's wall: 5 minutes are 400 m. */
  @Test
  void anyPlacesMayBeAskedForInPlaceOfGreen() {
    home("A", 0, 0, 100);
    GridTown withPosts = new GridTown().building("A", 0, 0, with("residents", 100L));
    withPosts.put("hazards", "post", point(400, 5));

    AnalysisResult result =
        new AccessAnalysis()
            .result(
                withPosts.inputs().with("green_spaces", withPosts.inputs().get("hazards")),
                AccessAnalysis.DEFINITION.values(
                    Map.of("asOf", GridTown.AS_OF, "distance", "400"), Audience.PUBLIC),
                Cancellation.NONE);

    assertThat(metres(result, "A")).isCloseTo(390, within(CENTIMETRES));
    assertThat(result.getMetric("access.green_per_resident.median").absence()).contains("no_areas");
    assertThat(value(result, "A", "green_per_resident")).isNull();
  }

  /** The data ends at the outermost walls, in the north at 2,020: N is 320 m off, O 299 m. */
  @Test
  void homesWhoseDistanceCrossesTheEdgeOfTheDataAreFlagged() {
    home("M", 1000, 1000, 1);
    home("N", 1000, 1690, 1);
    home("O", 1000, 1711, 1);
    home("a", 0, 0, 1);
    home("b", 2000, 0, 1);
    home("c", 0, 2010, 1);
    home("d", 2000, 2010, 1);

    AnalysisResult result = result();

    assertThat(value(result, "M", "at_edge")).isEqualTo(false);
    assertThat(value(result, "N", "at_edge")).isEqualTo(false);
    assertThat(value(result, "O", "at_edge")).isEqualTo(true);
    assertThat(value(result("distance", "319"), "N", "at_edge")).isEqualTo(false);
    assertThat(value(result("distance", "321"), "N", "at_edge")).isEqualTo(true);
    assertThat(result.getMetric("access.at_edge").counted().codes())
        .containsExactly("O", "a", "b", "c", "d");
  }

  @Test
  void everyCommunityHasItsOwnNumbers() {
    town.community("T", box(-1000, -1000, 1000, 1000));
    town.community("T1", box(-10, -1000, 1000, 1000), with("parent_code", "T"));
    town.community("T2", box(-1000, -1000, -10, 1000), with("parent_code", "T"));
    home("A", 0, 0, 100);
    home("B", -120, 0, 300);
    park("P", 200, -50, 300, 50);

    AnalysisResult result = result();

    assertThat(result.areas()).extracting(area -> area.area()).containsExactly("T", "T1", "T2");
    assertThat(result.areas())
        .extracting(area -> area.metrics().get(0).value().orElseThrow())
        .containsExactly(0.25, 1.0, 0.0);
  }

  @Test
  void everyReasonHasItsWords() {
    home("A", 0, 51, 100);
    town.building("B", 0, 0);
    town.put("buildings", "C", null);
    park("P", 200, 0, 300, 100);
    park("Q", 5000, 0, 5001, 1);
    town.put("green_spaces", "R", box(9, 9, 99, 99), with("access", "private"));
    town.put("paths", "w1", line(-500, 0, 800, 0));

    for (Metric metric : result("mode", "walk").metrics()) {
      assertThat(metric.exclusions())
          .allSatisfy(
              left ->
                  assertThat(AccessAnalysis.DEFINITION.getReason(left.reason()).en()).isNotBlank());
    }
  }

  @ParameterizedTest
  @CsvSource({"distance, 0", "distance, 5001", "minArea, -1", "mode, fly", "join, 0"})
  void parametersOutOfRangeAreRefused(String name, String value) {
    home("A", 0, 0, 100);

    assertThatThrownBy(() -> result(name, value))
        .isInstanceOfSatisfying(
            InvalidParameterException.class,
            refused -> assertThat(refused.getMessage()).contains(name));
  }

  @Test
  void greenOnTheOtherSideOfTheWorldDoesNotMatter() {
    home("A", 0, 0, 100);
    park("P", 200, -50, 300, 50);
    Geometry far = new GeometryFactory().toGeometry(new Envelope(-58.5, -58.4, -34.6, -34.5));
    LayerDefinition greens = BuiltInLayers.find("green_spaces").orElseThrow();
    Feature abroad = new Feature("Z", far, new Object[greens.fields().size()]);

    AnalysisResult result =
        new AccessAnalysis()
            .result(
                town.inputs()
                    .with("green_spaces", LayerView.of(greens, Audience.STAFF, List.of(abroad))),
                AccessAnalysis.DEFINITION.values(Map.of("asOf", GridTown.AS_OF), Audience.STAFF),
                Cancellation.NONE);

    assertThat(state(result, "A")).isEqualTo("beyond");
  }

  @Test
  void itStopsWhenNobodyWaits() {
    home("A", 0, 0, 100);
    park("P", 200, -50, 300, 50);

    assertThatThrownBy(
            () ->
                new AccessAnalysis()
                    .result(
                        town.inputs(),
                        AccessAnalysis.DEFINITION.values(
                            Map.of("asOf", GridTown.AS_OF), Audience.STAFF),
                        () -> true))
        .isInstanceOf(CancelledException.class);
  }
}
