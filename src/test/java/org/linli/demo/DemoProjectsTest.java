package org.linli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** What the demo promises of its projects and hazards, counted in its files. */
class DemoProjectsTest {
  private static final Instant CLOCK = Instant.parse("2026-06-15T10:00:00Z");
  private static final double SITE_METRES = 150;

  private static List<DemoFiles.Row> projects() {
    return DemoFiles.features("projects.geojson");
  }

  private static DemoFiles.Row project(String title) {
    return projects().stream()
        .filter(row -> row.text("title").equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static List<DemoFiles.Row> compounds() {
    return DemoFiles.features("communities.geojson").stream()
        .filter(row -> row.text("level").equals("compound"))
        .toList();
  }

  @Test
  void fortyFiveCompoundsHaveOverFiveHundredProjectsInEveryStage() {
    assertThat(compounds()).hasSize(45).allMatch(row -> row.text("parent_code").equals("LT"));
    assertThat(projects()).hasSizeGreaterThanOrEqualTo(500);
    assertThat(projects().stream().map(row -> row.text("status")).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "draft",
            "proposed",
            "reviewed",
            "funded",
            "building",
            "completed",
            "maintained",
            "lapsed");
  }

  @Test
  void oneLargeCompoundAloneHasNoProject() throws IOException {
    Set<String> withProjects =
        projects().stream().map(row -> row.text("community_code")).collect(Collectors.toSet());
    List<DemoFiles.Row> without =
        compounds().stream().filter(row -> !withProjects.contains(row.code())).toList();
    assertThat(without).hasSize(1);
    assertThat(without.get(0).text("name")).isEqualTo("北苇小区");
    assertThat(
            DemoManifest.load().planted().stream()
                .filter(truth -> truth.id().equals("compound_without_projects"))
                .flatMap(truth -> truth.codes().stream()))
        .containsExactly(without.get(0).code());
    assertThat(squareMetres(without.get(0)))
        .isEqualTo(
            compounds().stream().mapToDouble(DemoProjectsTest::squareMetres).max().orElse(0));
  }

  private static double squareMetres(DemoFiles.Row row) {
    return FlatMetres.metres(row.geometry()).getArea();
  }

  @Test
  void noProjectReachesTheCompoundWithoutOne() {
    Geometry compound =
        compounds().stream()
            .filter(row -> row.text("name").equals("北苇小区"))
            .map(row -> FlatMetres.metres(row.geometry()))
            .findFirst()
            .orElseThrow();
    for (DemoFiles.Row project : projects()) {
      assertThat(FlatMetres.metres(project.geometry()).distance(compound))
          .as(project.code())
          .isGreaterThan(300);
    }
  }

  @Test
  void theTyreGardenLiesBehindBuilding63OnSixHundredSquareMetresOfRestoredGround() {
    DemoFiles.Row garden = project("63号楼后轮胎花园");
    Geometry ground = FlatMetres.metres(garden.geometry());
    assertThat(ground.getArea()).isBetween(590.0, 610.0);
    DemoFiles.Row house =
        DemoFiles.features("buildings.geojson").stream()
            .filter(row -> row.code().equals(garden.text("community_code") + "-063"))
            .findFirst()
            .orElseThrow();
    Geometry walls = FlatMetres.metres(house.geometry());
    assertThat(walls.distance(ground)).isLessThan(20);
    assertThat(ground.getCentroid().getY()).isGreaterThan(walls.getCentroid().getY());
    assertThat(restoredBy(garden)).hasSize(1);
  }

  private static List<DemoFiles.Row> restoredBy(DemoFiles.Row project) {
    return DemoFiles.features("green_spaces.geojson").stream()
        .filter(green -> green.text("restored_by").equals(project.code()))
        .filter(green -> green.text("condition").equals("restored"))
        .filter(green -> green.has("condition_before"))
        .toList();
  }

  @Test
  void theShadedSquareIsARestoredSquare() {
    List<DemoFiles.Row> greens = restoredBy(project("铺上遮阴的广场"));
    assertThat(greens).hasSize(1);
    assertThat(greens.get(0).text("kind")).isEqualTo("square");
  }

  @Test
  void theFundingOfAFundedProjectAddsUpToItsCost() {
    for (DemoFiles.Row project : projects()) {
      if (project.has("funded_at")) {
        int sum = 0;
        for (String part : List.of("public", "match", "crowdfunding", "donation", "in_kind")) {
          sum += project.whole("funding_" + part);
        }
        assertThat(sum).as(project.code()).isEqualTo(project.whole("cost"));
      }
    }
  }

  @Test
  void aProjectPassedItsStagesInOrderAndBeforeToday() {
    List<String> stages =
        List.of(
            "draft",
            "proposed",
            "reviewed",
            "funded",
            "building",
            "completed",
            "maintained",
            "lapsed");
    for (DemoFiles.Row project : projects()) {
      LocalDate last = LocalDate.MIN;
      String reached = "";
      for (String stage : stages) {
        if (project.has(stage + "_at")) {
          LocalDate day = LocalDate.parse(project.text(stage + "_at"));
          assertThat(day).as("%s %s", project.code(), stage).isAfterOrEqualTo(last);
          last = day;
          reached = stage;
        }
      }
      assertThat(last).isBefore(LocalDate.of(2026, 6, 15));
      assertThat(project.text("status")).as(project.code()).isEqualTo(reached);
    }
  }

  @Test
  void theHistoryOfAHazardIsAChainThatEndsInItsStatus() {
    Map<String, String> status = new HashMap<>();
    Map<String, Instant> last = new HashMap<>();
    for (NamedCsvRecord event : DemoFiles.rows("hazard-events.csv")) {
      String hazard = event.getField("hazard_code");
      Instant at = Presence.time(event, "at");
      assertThat(event.getField("from")).isEqualTo(status.getOrDefault(hazard, ""));
      assertThat(at).isAfterOrEqualTo(last.getOrDefault(hazard, Instant.MIN)).isBefore(CLOCK);
      status.put(hazard, event.getField("to"));
      last.put(hazard, at);
    }
    List<DemoFiles.Row> hazards = DemoFiles.features("hazards.geojson");
    assertThat(status).hasSameSizeAs(hazards);
    for (DemoFiles.Row hazard : hazards) {
      assertThat(hazard.text("status")).isEqualTo(status.get(hazard.code()));
      assertThat(hazard.instant(hazard.text("status") + "_at")).isEqualTo(last.get(hazard.code()));
    }
  }

  @Test
  void theEstateHasOverThirtyHazardsAndAllStatusesOccur() {
    List<DemoFiles.Row> hazards = DemoFiles.features("hazards.geojson");
    assertThat(hazards.stream().filter(row -> row.code().startsWith("DJ")).count())
        .isGreaterThanOrEqualTo(30);
    Set<String> statuses = new TreeSet<>();
    hazards.forEach(row -> statuses.add(row.text("status")));
    assertThat(statuses)
        .containsExactly("assigned", "rejected", "reported", "resolved", "verified");
  }

  @Test
  void registersHaveTheGapsOfRealOnes() {
    assertThat(DemoFiles.features("buildings.geojson")).anyMatch(row -> !row.has("residents"));
    assertThat(DemoFiles.features("hazards.geojson")).anyMatch(row -> !row.has("deadline_at"));
    assertThat(projects())
        .anyMatch(row -> row.text("status").equals("maintained") && !row.has("check_3m"));
  }

  /**
   * METRICS: both windows of a year, at least 20 hazards at the site, no other project within two
   * radii.
   */
  @Test
  void theEffectOfTheTyreGardenCanBeAskedAboutAndWasPlantedAsAFall() {
    DemoFiles.Row garden = project("63号楼后轮胎花园");
    LocalDate proposed = LocalDate.parse(garden.text("proposed_at"));
    LocalDate completed = LocalDate.parse(garden.text("completed_at"));
    long before = hazardsAt(garden, proposed.minusDays(365), proposed);
    long after = hazardsAt(garden, completed, completed.plusDays(365));
    assertThat(before + after).isGreaterThanOrEqualTo(20);
    assertThat(after).isLessThan(before * 2 / 3);
    assertThat(proposed.minusDays(365)).isAfterOrEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(completed.plusDays(365)).isBefore(LocalDate.of(2026, 6, 15));
  }

  private static long hazardsAt(DemoFiles.Row project, LocalDate from, LocalDate to) {
    Point centre = FlatMetres.metres(project.geometry()).getCentroid();
    Instant start = from.atStartOfDay().toInstant(ZoneOffset.ofHours(8));
    Instant end = to.atStartOfDay().toInstant(ZoneOffset.ofHours(8));
    return DemoFiles.features("hazards.geojson").stream()
        .filter(row -> row.code().startsWith("LT") && !row.text("found_by").equals("volunteer"))
        .filter(
            row ->
                !row.instant("reported_at").isBefore(start)
                    && row.instant("reported_at").isBefore(end))
        .filter(row -> FlatMetres.metres(row.geometry()).isWithinDistance(centre, SITE_METRES))
        .count();
  }

  @Test
  void theProjectsOfTheSpringRoundStandAlone() throws IOException {
    Set<String> spring =
        Set.copyOf(
            DemoManifest.load().planted().stream()
                .filter(truth -> truth.id().equals("spring_round"))
                .findFirst()
                .orElseThrow()
                .codes());
    List<DemoFiles.Row> all = projects();
    for (DemoFiles.Row one : all) {
      if (spring.contains(one.code())) {
        Point here = FlatMetres.metres(one.geometry()).getCentroid();
        for (DemoFiles.Row other : all) {
          boolean near =
              FlatMetres.metres(other.geometry()).isWithinDistance(here, 2 * SITE_METRES);
          assertThat(near && one != other)
              .as("%s within 300 m of %s", other.code(), one.code())
              .isFalse();
        }
      }
    }
  }
}
