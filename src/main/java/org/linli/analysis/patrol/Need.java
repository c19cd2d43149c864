package org.linli.analysis.patrol;

import java.util.Optional;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.OpenHazards;

/**
 * How much a building needs somebody to come: its residents, times one more for each open hazard
 * near it.
 */
final class Need {
  private final Precinct precinct;
  private final double cap;
  private final OpenHazards open;

  Need(Precinct precinct, Optional<LayerRows> hazards, PatrolParameters parameters) {
    this.precinct = precinct;
    this.cap = parameters.needCap();
    this.open =
        hazards
            .map(
                rows ->
                    OpenHazards.near(
                        precinct.shapes(),
                        precinct.index(),
                        rows,
                        precinct.planes(),
                        parameters.asOf(),
                        parameters.needRadiusMetres()))
            .orElseGet(() -> OpenHazards.none(precinct.size()));
  }

  double weight(int building) {
    return precinct.residents(building) * open.weight(building, cap);
  }

  /** Open hazards near it that no patrol found. */
  int hazardsNear(int building) {
    return open.near(building);
  }

  Exclusion finderUnknown() {
    return open.finderUnknown();
  }
}
