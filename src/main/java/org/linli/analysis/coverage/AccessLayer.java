package org.linli.analysis.coverage;

import java.util.Locale;
import java.util.function.Consumer;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.DerivedRow;
import org.linli.analysis.coverage.Answers.Standing;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/** The buildings with what is near them, as a layer. */
final class AccessLayer {
  private static final LayerDefinition DEFINITION =
      AccessAnalysis.DEFINITION.getLayer("green_access");

  private final Homes homes;
  private final Greens greens;
  private final Answers answers;
  private final FloatingCatchment catchment;
  private final boolean[] atEdge;

  AccessLayer(
      Homes homes, Greens greens, Answers answers, FloatingCatchment catchment, boolean[] atEdge) {
    this.homes = homes;
    this.greens = greens;
    this.answers = answers;
    this.catchment = catchment;
    this.atEdge = atEdge;
  }

  DerivedLayer layer() {
    return new DerivedLayer(DEFINITION, this::buildings);
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
            .text("class", standing.isKnown() ? word(standing) : "unknown")
            .real("distance_metres", metres)
            .real("minutes", metres / AccessParameters.METRES_PER_MINUTE)
            .flag("at_edge", atEdge[b]);
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

  private static String word(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }
}
