package org.linli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** What the demo promises to hold, counted in its files. */
class DemoTruthsTest {
  private static final Instant CLOCK = Instant.parse("2026-06-15T10:00:00Z");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static List<DemoFiles.Row> estateHouses() {
    return DemoFiles.features("buildings.geojson").stream()
        .filter(row -> row.code().startsWith("DJ"))
        .toList();
  }

  private static List<String> planted(String id) throws IOException {
    return DemoManifest.load().planted().stream()
        .filter(truth -> truth.id().equals(id))
        .findFirst()
        .orElseThrow()
        .codes();
  }

  @Test
  void theEstateHas47BuildingsWith2275HouseholdsAnd8000Residents() {
    List<DemoFiles.Row> houses = estateHouses();
    assertThat(houses).hasSize(47);
    assertThat(houses.stream().mapToInt(row -> row.whole("households")).sum()).isEqualTo(2275);
    assertThat(houses.stream().mapToInt(row -> row.whole("residents")).sum()).isEqualTo(8000);
    assertThat(houses.stream().map(row -> row.text("liaison_post")).distinct()).hasSize(8);
  }

  @Test
  void thirtyTwoStewardsKeepSixPosts() {
    List<DemoFiles.Row> grids =
        DemoFiles.features("communities.geojson").stream()
            .filter(row -> row.text("level").equals("grid"))
            .toList();
    assertThat(grids.stream().map(row -> row.text("post")).distinct()).hasSize(6);
    assertThat(grids.stream().mapToInt(row -> row.whole("stewards")).sum()).isEqualTo(32);
    Set<String> patrolling =
        DemoFiles.rows("patrols-fixes.csv").stream()
            .map(fix -> fix.getField("post"))
            .collect(Collectors.toSet());
    assertThat(patrolling)
        .containsExactlyInAnyOrderElementsOf(grids.stream().map(row -> row.text("post")).toList());
  }

  @Test
  void fixesOfAPatrolFollowOneAnotherInTimeAndEndBeforeTheClock() {
    String patrol = "";
    Instant last = CLOCK;
    Set<String> patrols = new TreeSet<>();
    for (NamedCsvRecord fix : DemoFiles.rows("patrols-fixes.csv")) {
      Instant at = Presence.time(fix, "time");
      assertThat(at).isBefore(CLOCK);
      if (fix.getField("patrol_id").equals(patrol)) {
        assertThat(at).as("a fix of %s", patrol).isAfter(last);
      }
      patrol = fix.getField("patrol_id");
      patrols.add(patrol);
      last = at;
    }
    assertThat(patrols).hasSizeGreaterThanOrEqualTo(70);
  }

  @Test
  void visitsAreDailyAndMonthlyAndLieBesideTheirBuilding() {
    Map<String, Geometry> houses =
        estateHouses().stream()
            .collect(
                Collectors.toMap(DemoFiles.Row::code, row -> FlatMetres.metres(row.geometry())));
    Set<String> kinds = new TreeSet<>();
    for (NamedCsvRecord visit : DemoFiles.rows("visits.csv")) {
      kinds.add(visit.getField("kind"));
      assertThat(houses).containsKey(visit.getField("building_code"));
      assertThat(Presence.time(visit, "at")).isBefore(CLOCK);
    }
    assertThat(kinds).containsExactly("daily_patrol", "monthly_visit");
  }

  @Test
  void theNeglectedCornerIsWhereNobodyCameSinceMay() throws IOException {
    List<String> corner = planted("neglected_corner");
    Presence presence = new Presence();
    List<String> unseenForTenDays = new ArrayList<>();
    List<String> neverSeen = new ArrayList<>();
    for (DemoFiles.Row house : estateHouses()) {
      Optional<Instant> last = presence.lastAt(house);
      if (last.isEmpty()) {
        neverSeen.add(house.code());
      }
      if (last.isEmpty() || last.get().isBefore(CLOCK.minus(Duration.ofDays(10)))) {
        unseenForTenDays.add(house.code());
      }
    }
    assertThat(unseenForTenDays).containsExactlyInAnyOrderElementsOf(corner);
    assertThat(neverSeen).hasSize(1);
  }

  @Test
  void theHousesOfTheNeglectedCornerAreNeighbours() throws IOException {
    List<String> corner = planted("neglected_corner");
    List<Geometry> houses =
        estateHouses().stream()
            .filter(row -> corner.contains(row.code()))
            .map(row -> FlatMetres.metres(row.geometry()))
            .toList();
    for (Geometry house : houses) {
      long near = houses.stream().filter(other -> other.distance(house) <= 60).count();
      assertThat(near).as("houses within 60 m, itself counted").isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void everyClassOfAGapOccursAtTheClock() {
    Presence presence = new Presence();
    Set<String> classes = new TreeSet<>();
    for (DemoFiles.Row house : estateHouses()) {
      double hours = house.properties().get("patrol_interval_hours").asDouble();
      classes.add(presence.lastAt(house).map(last -> gapClass(last, hours)).orElse("never"));
    }
    assertThat(classes).containsExactly("due", "fresh", "neglected", "never", "overdue");
  }

  private static String gapClass(Instant last, double intervalHours) {
    double r = Duration.between(last, CLOCK).toMinutes() / 60.0 / intervalHours;
    if (r <= 1) {
      return r < 0.8 ? "fresh" : "due";
    }
    return r <= 2 ? "overdue" : "neglected";
  }

  @Test
  void twoGridsAreNeverSeenAtNightAndTheOthersAre() throws IOException {
    List<String> blind = planted("night_blind_spot");
    Presence presence = new Presence();
    for (DemoFiles.Row house : estateHouses()) {
      boolean seenAtNight = presence.at(house).stream().anyMatch(DemoTruthsTest::isNight);
      assertThat(seenAtNight)
          .as("%s is seen between 22:00 and 06:00", house.code())
          .isEqualTo(!blind.contains(house.text("community_code")));
    }
  }

  private static boolean isNight(Instant at) {
    LocalTime time = at.atZone(SHANGHAI).toLocalTime();
    return !time.isBefore(LocalTime.of(22, 0)) || time.isBefore(LocalTime.of(6, 0));
  }
}
