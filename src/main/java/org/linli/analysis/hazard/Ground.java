package org.linli.analysis.hazard;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Communities;
import org.linli.analysis.LayerRows;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.PlaneShapes;

/**
 * The hazards, where they lie and who lives there: what does not depend on the moment. Immutable;
 * remembered by the inputs it is made of.
 */
final class Ground {
  private final Casebook casebook;
  private final LocalPlanes planes;
  private final PlaneShapes places;
  private final Optional<Homes> homes;
  private final Optional<Communities> communities;
  private final int[] buildings;

  private Ground(AnalysisInputs inputs) {
    inputs.get("hazards");
    LayerRows hazards = inputs.rows("hazards").orElseThrow();
    casebook = new Casebook(hazards);
    planes = LocalPlanes.of(placed(inputs));
    places = PlaneShapes.of(hazards, planes);
    homes = inputs.rows("buildings").map(rows -> Homes.of(rows, planes));
    communities = inputs.rows("communities").map(rows -> new Communities(rows, planes));
    buildings = homes.map(some -> some.buildingsOf(hazards, places)).orElseGet(this::noBuildings);
  }

  static Ground of(AnalysisInputs inputs) {
    return inputs.once("ground of the hazards", () -> new Ground(inputs));
  }

  /** Every layer that lies on the planes, because a plane does not reach around the world. */
  private static LayerRows[] placed(AnalysisInputs inputs) {
    return Stream.of("hazards", "buildings", "communities", "patrols")
        .flatMap(role -> inputs.rows(role).stream())
        .toArray(LayerRows[]::new);
  }

  private int[] noBuildings() {
    int[] none = new int[casebook.size()];
    Arrays.fill(none, Homes.NONE);
    return none;
  }

  Casebook casebook() {
    return casebook;
  }

  LocalPlanes planes() {
    return planes;
  }

  /** Where the hazards lie. */
  PlaneShapes places() {
    return places;
  }

  Optional<Homes> homes() {
    return homes;
  }

  Optional<Communities> communities() {
    return communities;
  }

  /** Whether a hazard is at a building of which nobody knows who lives there. */
  boolean isAtUnknownResidents(int hazard) {
    return buildings[hazard] != Homes.NONE
        && !homes.orElseThrow().knowsResidents(buildings[hazard]);
  }

  /** Each area's rows of a layer, those of the areas below it among them. */
  static Map<Integer, int[]> byArea(Communities tree, int[] areas) {
    Map<Integer, IntStream.Builder> members = new HashMap<>();
    for (int i = 0; i < areas.length; i++) {
      int area = areas[i];
      for (int steps = 0; area >= 0 && steps <= tree.size(); steps++) {
        members.computeIfAbsent(area, none -> IntStream.builder()).add(i);
        area = tree.parent(area);
      }
    }
    Map<Integer, int[]> rows = new HashMap<>();
    members.forEach((area, some) -> rows.put(area, some.build().toArray()));
    return rows;
  }
}
