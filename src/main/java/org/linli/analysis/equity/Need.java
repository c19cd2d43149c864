package org.linli.analysis.equity;

import java.util.Optional;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Exclusion;
import org.linli.analysis.OpenHazards;
import org.linli.analysis.RowSet;
import org.linli.analysis.Town;

/**
 * How much each building needs, its residents times one more for each open hazard near it, as the
 * patrol analysis weighs them.
 *
 * @param ofBuildings NaN where nobody knows who lives there
 * @param absence why the need is not known
 */
record Need(double[] ofBuildings, Exclusion finderUnknown, Optional<String> absence) {

  static Need of(AnalysisInputs inputs, Town town, EquityParameters parameters) {
    return inputs
        .rows("hazards")
        .map(
            rows ->
                OpenHazards.near(
                    town.shapes(),
                    town.index(),
                    rows,
                    town.planes(),
                    parameters.asOf().toEpochMilli(),
                    parameters.needRadiusMetres()))
        .map(open -> weighted(town, open, parameters.needCap()))
        .orElseGet(
            () ->
                new Need(
                    town.residents(),
                    new Exclusion("finder_unknown", RowSet.NONE),
                    Optional.of("no_hazards_layer")));
  }

  private static Need weighted(Town town, OpenHazards open, double cap) {
    double[] weights =
        IntStream.range(0, town.size())
            .mapToDouble(b -> town.residents()[b] * open.weight(b, cap))
            .toArray();
    return new Need(weights, open.finderUnknown(), Optional.empty());
  }
}
