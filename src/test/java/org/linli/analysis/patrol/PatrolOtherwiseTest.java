package org.linli.analysis.patrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.analysis.GridTown.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.linli.analysis.Alternatives;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.GridTown;
import org.linli.analysis.Overlay;
import org.linli.analysis.ParameterValues;
import org.linli.analysis.Workings;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.snapshot.LayerView;

/** Seeded towns with other walks: what is told must be what working all out anew finds. */
class PatrolOtherwiseTest {
  private static final Instant AS_OF = Instant.parse("2026-06-15T10:00:00Z");
  private static final Map<String, String> PARAMETERS =
      Map.of("asOf", AS_OF.toString(), "window", "7", "trendDays", "5");

  private static GridTown town(Random random) {
    GridTown town = new GridTown();
    boolean hasCommunities = random.nextInt(4) > 0;
    if (hasCommunities) {
      town.community("all", GridTown.box(-500, -500, 500, 500));
      town.community("west", GridTown.box(-500, -500, 0, 500), with("parent_code", "all"));
      town.community("east", GridTown.box(0, -500, 500, 500), with("parent_code", "all"));
    }
    for (int i = 0; i < 90; i++) {
      Long people = random.nextInt(5) == 0 ? null : (long) random.nextInt(200);
      Double hours = random.nextInt(9) == 0 ? null : 6.0 + random.nextInt(60);
      town.building(
          "b%02d".formatted(i),
          random.nextInt(900) - 450,
          random.nextInt(900) - 450,
          with("residents", people),
          with("patrol_interval_hours", hours));
    }
    for (int i = 0; i < 25; i++) {
      town.patrol("p%02d".formatted(i), walk(random));
    }
    for (int i = 0; i < 8; i++) {
      town.visit(
          "v" + i,
          "b%02d".formatted(random.nextInt(90)),
          "daily_patrol",
          AS_OF.minusSeconds(random.nextInt(200 * 3600)));
      town.put(
          "hazards",
          "h" + i,
          GridTown.point(random.nextInt(900) - 450, random.nextInt(900) - 450),
          with("reported_at", AS_OF.minusSeconds(86_400)),
          with("found_by", random.nextBoolean() ? "patrol" : "resident"));
    }
    return town;
  }

  /** Mostly on foot; now and then a fix goes astray or is late; some go on beyond the moment. */
  private static GridTown.Fix[] walk(Random random) {
    GridTown.Fix[] walk = new GridTown.Fix[15];
    double x = random.nextInt(900) - 450;
    double y = random.nextInt(900) - 450;
    long at = AS_OF.toEpochMilli() - random.nextInt(200 * 3600) * 1000L - 60_000;
    for (int i = 0; i < walk.length; i++) {
      walk[i] = new GridTown.Fix(x, y, Instant.ofEpochMilli(at));
      boolean astray = random.nextInt(14) == 0;
      x += random.nextInt(120) - 60 + (astray ? 500 : 0);
      y += random.nextInt(120) - 60;
      at += random.nextInt(12) == 0 ? 400_000 : 20_000 + random.nextInt(50_000);
    }
    return walk;
  }

  /** Walks that come, change and go. */
  private static Overlay change(LayerView walks, Random random, boolean onlyCome) {
    GridTown drawn = new GridTown().layer("patrols");
    Set<String> touched = new HashSet<>();
    Set<String> removed = new HashSet<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      boolean isNew = onlyCome || random.nextInt(3) == 0;
      String code = isNew ? "new" + i : "p%02d".formatted(random.nextInt(25));
      if (!touched.add(code)) {
        continue;
      }
      if (!isNew && random.nextBoolean()) {
        removed.add(code);
      } else {
        drawn.patrol(code, walk(random));
      }
    }
    List<Feature> put = new ArrayList<>();
    drawn.forEachLayer((layer, features) -> put.addAll(features));
    return new Overlay(walks.with(put, removed), touched);
  }

  private static int changed(long seed, boolean onlyCome) {
    Random random = new Random(seed);
    AnalysisInputs inputs = town(random).inputs();
    Map<String, Overlay> overlays =
        Map.of("patrols", change(inputs.get("patrols"), random, onlyCome));
    return Alternatives.requireSame(
        "seed " + seed, new PatrolAnalysis(), inputs, PARAMETERS, overlays);
  }

  @Test
  void aDrawnWalkIsToldAsIfAllHadBeenWorkedOutAnew() {
    int changed = 0;
    for (long seed = 1; seed <= 30; seed++) {
      changed += changed(seed, true);
    }
    assertThat(changed).as("A change that changes nothing proves nothing").isGreaterThan(300);
  }

  @Test
  void walksThatChangeAndGoAreToldAsIfAllHadBeenWorkedOutAnew() {
    int changed = 0;
    for (long seed = 101; seed <= 130; seed++) {
      changed += changed(seed, false);
    }
    assertThat(changed).as("A change that changes nothing proves nothing").isGreaterThan(300);
  }

  /** The analysis looks whether it is still wanted before each walk that it follows or widens. */
  @Test
  void aDrawnWalkIsFollowedAlone() {
    Random random = new Random(7);
    AnalysisInputs inputs = town(random).inputs();
    ParameterValues values = PatrolAnalysis.DEFINITION.values(PARAMETERS, Audience.STAFF);
    AtomicInteger looks = new AtomicInteger();
    Cancellation counting = () -> looks.incrementAndGet() < 0;
    Workings workings = new PatrolAnalysis().workings(inputs, values, counting);
    workings.complete(counting);
    int first = looks.getAndSet(0);
    GridTown drawn = new GridTown().patrol("new", walk(random));
    List<Feature> walk = new ArrayList<>();
    drawn.forEachLayer((layer, features) -> walk.addAll(features));
    LayerView walks = inputs.get("patrols").with(walk, Set.of());
    workings.alternative(Map.of("patrols", new Overlay(walks, Set.of("new"))), counting);
    assertThat(first).as("25 walks, each followed and widened").isGreaterThan(50);
    assertThat(looks.get()).as("one of them").isBetween(2, 25);
  }
}
