package org.linli.analysis.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.analysis.GridTown.with;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.Alternatives;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.GridTown;
import org.linli.analysis.Overlay;
import org.linli.layer.Feature;
import org.linli.snapshot.LayerView;
import org.locationtech.jts.geom.Geometry;

/** Seeded towns with seeded changes: what is told must be what working all out anew finds. */
class AccessOtherwiseTest {
  private static final String[] CONDITIONS = {"good", "good", "bare", "restored", null};

  private static GridTown town(Random random) {
    GridTown town = new GridTown();
    town.community("all", GridTown.box(-500, -500, 900, 900));
    town.community("west", GridTown.box(-500, -500, 200, 900), with("parent_code", "all"));
    town.community("east", GridTown.box(200, -500, 900, 900), with("parent_code", "all"));
    for (int i = 0; i < 80; i++) {
      Long people = random.nextInt(6) == 0 ? null : (long) random.nextInt(90);
      town.building(
          "b%02d".formatted(i),
          random.nextInt(800) - 200,
          random.nextInt(800) - 200,
          with("residents", people));
    }
    for (int i = 0; i < 9; i++) {
      town.put(
          "green_spaces",
          "g" + i,
          park(random),
          with("condition", CONDITIONS[random.nextInt(CONDITIONS.length)]));
    }
    for (int i = -4; i < 9; i++) {
      double at = 100 * i;
      double end = random.nextInt(4) == 0 ? 250 : 800;
      town.put("paths", "e" + i, street(at, end, false));
      town.put("paths", "n" + i, street(at, end, true));
    }
    return town;
  }

  private static Geometry street(double at, double end, boolean isNorthward) {
    double[] xy = new double[2 * (int) ((end + 400) / 50)];
    for (int i = 0; i < xy.length / 2; i++) {
      xy[2 * i] = isNorthward ? at : -400 + 50 * i;
      xy[2 * i + 1] = isNorthward ? -400 + 50 * i : at;
    }
    return GridTown.line(xy);
  }

  private static Geometry park(Random random) {
    double x = random.nextInt(700) - 200;
    double y = random.nextInt(700) - 200;
    return GridTown.box(x, y, x + 20 + random.nextInt(90), y + 20 + random.nextInt(90));
  }

  /** A few green spaces that come, change and go; now and then one beyond all that there is. */
  private static Overlay change(LayerView greens, Random random) {
    GridTown drawn = new GridTown().layer("green_spaces");
    Set<String> touched = new HashSet<>();
    Set<String> removed = new HashSet<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String code = random.nextBoolean() ? "new" + i : "g" + random.nextInt(9);
      if (touched.add(code)) {
        if (code.startsWith("g") && random.nextBoolean()) {
          removed.add(code);
        } else {
          Geometry park = random.nextInt(6) == 0 ? GridTown.box(880, 880, 990, 990) : park(random);
          drawn.put(
              "green_spaces",
              code,
              park,
              with("condition", CONDITIONS[random.nextInt(CONDITIONS.length)]));
        }
      }
    }
    List<Feature> put = new ArrayList<>();
    drawn.forEachLayer((layer, features) -> put.addAll(features));
    return new Overlay(greens.with(put, removed), touched);
  }

  @ParameterizedTest
  @ValueSource(strings = {"straight", "walk"})
  void otherGreenSpacesAreAnsweredAsIfAllHadBeenWorkedOutAnew(String mode) {
    int changed = 0;
    for (long seed = 1; seed <= 40; seed++) {
      Random random = new Random(seed);
      AnalysisInputs inputs = town(random).inputs();
      changed +=
          Alternatives.requireSame(
              mode + ", seed " + seed,
              new AccessAnalysis(),
              inputs,
              Map.of("asOf", GridTown.AS_OF, "mode", mode, "distance", "150", "minArea", "2000"),
              Map.of("green_spaces", change(inputs.get("green_spaces"), random)));
    }
    assertThat(changed).as("A change that changes nothing proves nothing").isGreaterThan(100);
  }
}
