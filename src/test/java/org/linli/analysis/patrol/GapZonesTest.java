package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.analysis.GridTown.box;
import static org.linli.analysis.GridTown.with;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.GridTown;
import org.linli.geo.MetricPlane;
import org.linli.layer.Feature;
import org.locationtech.jts.geom.Geometry;

/** Where the gaps lie together. Homes are 10 m wide; nobody was ever seen since 14 June 12:00. */
class GapZonesTest {
  private final GridTown town = new GridTown().layer("visits");

  private DutyReview review(String... namesAndValues) {
    String[] all = Arrays.copyOf(namesAndValues, namesAndValues.length + 2);
    all[namesAndValues.length] = "watchedFrom";
    all[namesAndValues.length + 1] = "2026-06-14T12:00:00+08:00";
    return PatrolClassesTest.review(town, all);
  }

  private List<List<String>> zones(String... namesAndValues) {
    Watch watch = review(namesAndValues).watch();
    return new GapZones(watch)
        .zones().stream()
            .map(
                zone ->
                    Arrays.stream(zone.buildings())
                        .mapToObj(watch.precinct().rows()::code)
                        .toList())
            .toList();
  }

  private static Object value(DerivedLayer layer, Feature feature, String field) {
    return feature.value(layer.definition().getIndex(field));
  }

  @Test
  void threeWithin60MetresOfEachOtherMakeAZoneAndTheRestStandAlone() {
    // Walls 59.9 m apart: A–B–C; D is 60.1 m from C.
    town.home("A", 0, 0, 1).home("B", 69.9, 0, 1).home("C", 139.8, 0, 1).home("D", 209.9, 0, 5);
    // D's gap of five people comes before the zone's three.
    assertThat(zones()).containsExactly(List.of("D"), List.of("A", "B", "C"));
  }

  @Test
  void twoAreNoZone() {
    town.home("A", 0, 0, 1).home("B", 50, 0, 2);
    assertThat(zones()).containsExactly(List.of("B"), List.of("A"));
  }

  @Test
  void aZoneDoesNotCrossTheBorderOfACommunity() {
    town.community("W", box(-100, -100, 80, 100))
        .community("E", box(80, -100, 400, 100))
        .home("A", 0, 0, 1)
        .home("B", 30, 0, 1)
        .home("C", 60, 0, 1)
        .home("D", 90, 0, 2)
        .home("E", 120, 0, 2)
        .home("F", 150, 0, 2);
    assertThat(zones()).containsExactly(List.of("D", "E", "F"), List.of("A", "B", "C"));
  }

  @Test
  void whatLiesBetweenTwoZonesGoesToTheNearestCore() {
    // Four within 51 m make a core. B has Z1 40 m to the west and A1 50 m to the east: three with
    // itself, so it is none. Z1 has Z2, Z3 and B; A1 has A2, A3 and B: both are. The plain
    // algorithm
    // would give B to whichever came first, A1.
    town.home("Z3", -40, 0, 1)
        .home("Z2", -20, 0, 1)
        .home("Z1", 0, 0, 1)
        .home("B", 50, 0, 1)
        .home("A1", 110, 0, 1)
        .home("A2", 130, 0, 1)
        .home("A3", 150, 0, 1);
    assertThat(zones("zoneMin", "4", "zoneGap", "51"))
        .containsExactly(List.of("B", "Z1", "Z2", "Z3"), List.of("A1", "A2", "A3"));
  }

  @Test
  void whoIsSeenInTimeIsInNoZone() {
    town.home("A", 0, 0, 1).home("B", 30, 0, 1).home("C", 60, 0, 1).seen("B", "06-15 09:00");
    assertThat(zones()).containsExactly(List.of("A"), List.of("C"));
  }

  /**
   * Elapsed is 30 h, so the gap is 6 h: 100 people make 25 person-days. The zone of three homes in
   * a row is the union of boxes widened by 30 m: 40 m gaps overlap, so it is one strip of 110 +
   * 2·30 by 10 + 2·30 metres without its corners, 64-sided discs being drawn for them.
   */
  @Test
  void theLayersTellTheSameNumbers() {
    town.community("T", box(-100, -100, 400, 400), with("parent_code", null))
        .home("A", 0, 0, 100)
        .home("B", 50, 0, 0)
        .building("C", 100, 0, with("patrol_interval_hours", 24.0))
        .home("D", 300, 300, 40)
        .seen("D", "06-15 09:00");
    DutyReview review = review();
    DerivedLayer zones = review.result().getLayer("gap_zones");
    Feature zone = zones.list().get(0);
    assertThat(zones.list()).hasSize(1);
    assertThat(zone.code()).isEqualTo("A");
    assertThat(value(zones, zone, "rank")).isEqualTo(1L);
    assertThat(value(zones, zone, "buildings")).isEqualTo(3L);
    assertThat(value(zones, zone, "residents")).isEqualTo(100.0);
    assertThat(value(zones, zone, "residents_unknown")).isEqualTo(1L);
    assertThat((Double) value(zones, zone, "gap_person_days")).isCloseTo(25, within(1e-9));
    assertThat(value(zones, zone, "community_code")).isEqualTo("T");
    double disc = 64 * 0.5 * 30 * 30 * Math.sin(2 * Math.PI / 64);
    double strip = 110 * 10 + 2 * 30 * (110 + 10) + disc;
    // Between two homes the rounded corners meet 20 m from the walls: the strip is whole only in
    // the middle of its width, so it is a little less.
    double area = area(zone.shape());
    assertThat(area).isLessThan(strip).isGreaterThan(strip * 0.9);

    DerivedLayer gaps = review.result().getLayer("patrol_gaps");
    Map<String, Feature> byCode =
        gaps.list().stream().collect(Collectors.toMap(Feature::code, Function.identity()));
    assertThat(value(gaps, byCode.get("A"), "class")).isEqualTo("never");
    assertThat(value(gaps, byCode.get("A"), "elapsed_hours")).isNull();
    assertThat((Double) value(gaps, byCode.get("A"), "gap_person_days")).isEqualTo(25.0);
    assertThat(value(gaps, byCode.get("C"), "gap_person_days")).isNull();
    assertThat(value(gaps, byCode.get("D"), "class")).isEqualTo("fresh");
    assertThat(value(gaps, byCode.get("D"), "elapsed_hours")).isEqualTo(9.0);
    assertThat(value(gaps, byCode.get("D"), "ratio")).isEqualTo(0.375);

    DerivedLayer grid = review.result().getLayer("coverage_grid");
    assertThat(grid.list().stream().mapToLong(cell -> (Long) value(grid, cell, "buildings")).sum())
        .isEqualTo(4);
    assertThat(grid.list().stream().mapToLong(cell -> (Long) value(grid, cell, "covered")).sum())
        .isEqualTo(1);
    // A hexagon with sides of 100 m.
    assertThat(area(grid.list().get(0).shape()))
        .isCloseTo(1.5 * Math.sqrt(3) * 100 * 100, within(5.0));
  }

  private static double area(Geometry lonLat) {
    return MetricPlane.at(GridTown.POST_LON, GridTown.POST_LAT).area(lonLat);
  }

  /**
   * A square is 0.0018° high, and at 36° to 36.9° as wide as 0.0018° ÷ cos 36.45° = 0.00223776°:
   * 101.43005 is in the 45,326th to the east and 36.04005 in the 20,022nd to the north. A and B lie
   * there, C beside them, Z far off. K is A and B.
   */
  @Test
  void coverageIsToldBySquaresWithHowTheyLieToTheCommunities() {
    GridTown town =
        new GridTown()
            .community("T", box(-50, -50, 1100, 1100))
            .community("K", box(-20, -20, 100, 100), with("parent_code", "T"))
            .community("L", box(150, -20, 1100, 1100), with("parent_code", "T"))
            .home("A", 0, 0, 10)
            .home("B", 60, 0, 30)
            .home("C", 200, 0, 5)
            .home("Z", 1000, 1000, 7)
            .building("none", 30, 0, with("residents", 99L))
            .seen("A", "06-15 12:00")
            .seen("B", "06-10 12:00")
            .seen("C", "06-15 12:00")
            .seen("Z", "06-15 12:00");
    DerivedLayer map = PatrolClassesTest.review(town).result().getLayer("coverage_map");
    assertThat(map.list())
        .extracting(Feature::code)
        .containsExactly("s45326_20022", "s45327_20022", "s45331_20027");
    Feature square = map.list().get(0);
    assertThat(square.values()).startsWith("middle", 0.5, 0.25, 2L, 1L, 40.0, 10.0, "K", "K");
    assertThat(square.shape().getEnvelopeInternal().getHeight() * 111_000)
        .isCloseTo(200, org.assertj.core.api.Assertions.within(1.0));
    assertThat(map.list().get(1).values()).startsWith("full", 1.0, 1.0, 1L, 1L, 5.0, 5.0, "L");
  }
}
