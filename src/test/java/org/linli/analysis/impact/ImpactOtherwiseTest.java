package org.linli.analysis.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.analysis.GridTown.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.analysis.Alternatives;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.GridTown;
import org.linli.analysis.Overlay;
import org.linli.layer.Feature;
import org.linli.snapshot.LayerView;

/** Seeded towns with other projects: what is told must be what working all out anew finds. */
class ImpactOtherwiseTest {
  private static final String[] STATUSES = {"completed", "maintained", "building", "draft"};

  private static GridTown town(Random random) {
    GridTown town = new GridTown().layer("projects");
    town.community("all", GridTown.box(-2000, -2000, 2000, 2000));
    for (int i = 0; i < 120; i++) {
      Long people = random.nextInt(6) == 0 ? null : (long) random.nextInt(90);
      town.building(
          "b%03d".formatted(i),
          random.nextInt(3600) - 1800,
          random.nextInt(3600) - 1800,
          with("residents", people),
          with("households", people == null ? null : people / 2));
    }
    Instant first = Instant.parse("2023-06-01T00:00:00Z");
    for (int i = 0; i < 900; i++) {
      town.put(
          "hazards",
          "h%03d".formatted(i),
          GridTown.point(random.nextInt(3600) - 1800, random.nextInt(3600) - 1800),
          with("reported_at", first.plusSeconds(random.nextInt(36 * 30 * 86_400))),
          with("found_by", random.nextBoolean() ? "resident" : "volunteer"),
          with("project_code", "p" + random.nextInt(12)));
    }
    for (int i = 0; i < 9; i++) {
      project(town, "p" + i, random);
    }
    return town;
  }

  private static void project(GridTown town, String code, Random random) {
    LocalDate completed = LocalDate.of(2024, 10, 1).plusDays(random.nextInt(300));
    town.put(
        "projects",
        code,
        GridTown.point(random.nextInt(3000) - 1500, random.nextInt(3000) - 1500),
        with("status", STATUSES[random.nextInt(STATUSES.length)]),
        with(
            "proposed_at",
            random.nextInt(4) == 0 ? null : completed.minusDays(10 + random.nextInt(90))),
        with("completed_at", random.nextInt(6) == 0 ? null : completed),
        with("cost", random.nextInt(5) == 0 ? null : 100.0 * random.nextInt(900)),
        with("funding_public", random.nextInt(3) == 0 ? null : 50.0 * random.nextInt(90)));
  }

  /** Projects that come, change and go. */
  private static Overlay change(LayerView projects, Random random) {
    GridTown drawn = new GridTown().layer("projects");
    Set<String> touched = new HashSet<>();
    Set<String> removed = new HashSet<>();
    for (int i = 0; i <= random.nextInt(2); i++) {
      String code = "p" + random.nextInt(12);
      boolean isKnown = projects.findFeature(code).isPresent();
      if (touched.add(code)) {
        if (isKnown && random.nextBoolean()) {
          removed.add(code);
        } else {
          project(drawn, code, random);
        }
      }
    }
    List<Feature> put = new ArrayList<>();
    drawn.forEachLayer((layer, features) -> put.addAll(features));
    return new Overlay(projects.with(put, removed), touched);
  }

  @Test
  void otherProjectsAreToldAsIfAllHadBeenWorkedOutAnew() {
    int changed = 0;
    for (long seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      AnalysisInputs inputs = town(random).inputs();
      changed +=
          Alternatives.requireSame(
              "seed " + seed,
              new ImpactAnalysis(),
              inputs,
              Map.of("asOf", GridTown.AS_OF),
              Map.of("projects", change(inputs.get("projects"), random)));
    }
    assertThat(changed).as("A change that changes nothing proves nothing").isGreaterThan(20);
  }
}
