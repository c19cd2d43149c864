package org.linli.analysis.coverage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.DerivedRow;
import org.linli.analysis.LayerChanges;
import org.linli.analysis.Town;
import org.linli.analysis.coverage.Answers.Standing;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/** The buildings with what is near them, as a layer. */
final class AccessLayer {
  private static final LayerDefinition DEFINITION =
      AccessAnalysis.DEFINITION.getLayer("green_access");

  private final Town homes;
  private final Greens greens;
  private final Answers answers;
  private final FloatingCatchment catchment;
  private final DataEdge edge;

  AccessLayer(
      Town homes, Greens greens, Answers answers, FloatingCatchment catchment, DataEdge edge) {
    this.homes = homes;
    this.greens = greens;
    this.answers = answers;
    this.catchment = catchment;
    this.edge = edge;
  }

  DerivedLayer derived() {
    return new DerivedLayer(DEFINITION, this::buildings);
  }

  /** The buildings whose class is another in another look at the same homes. */
  LayerChanges changesTo(AccessLayer other) {
    List<Integer> changed =
        IntStream.range(0, homes.size())
            .filter(b -> homes.hasPlace(b) && !word(b).equals(other.word(b)))
            .boxed()
            .toList();
    return LayerChanges.of(
        DEFINITION,
        changed,
        b ->
            new LayerChanges.Row(
                homes.rows().code(b), Optional.of(building(b)), Optional.of(other.building(b))));
  }

  private void buildings(Consumer<Feature> consumer) {
    for (int b = 0; b < homes.size(); b++) {
      if (homes.hasPlace(b)) {
        consumer.accept(building(b));
      }
    }
  }

  private Feature building(int b) {
    Standing standing = answers.of(b);
    double metres = answers.reach().nearestMetres(b);
    DerivedRow row =
        new DerivedRow(DEFINITION)
            .text("class", word(b))
            .real("distance_metres", metres)
            .real("minutes", metres / AccessParameters.METRES_PER_MINUTE)
            .flag("at_edge", edge.isNear(b));
    if (standing == Standing.WITHIN) {
      row.text("green_code", greens.code(answers.reach().nearest(b)));
    }
    if (standing.isKnown() && greens.hasAreas()) {
      row.real("green_per_resident", catchment.squareMetres(b));
    }
    return row.at(
        homes.rows().code(b),
        homes.rows().block(b).geometries().geometry(homes.rows().blockRow(b)).orElse(null));
  }

  private String word(int building) {
    Standing standing = answers.of(building);
    return standing.isKnown() ? standing.name().toLowerCase(Locale.ROOT) : "unknown";
  }
}
