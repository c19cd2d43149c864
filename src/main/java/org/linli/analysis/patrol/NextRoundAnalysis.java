package org.linli.analysis.patrol;

import java.util.List;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.ParameterValues;

/**
 * Where the next patrol should walk. Its layers are the walk ({@code next_round}, one line along
 * the paths; none where nobody is gone to) and the buildings come to ({@code next_round_stops},
 * points where one stands, with order, arrival and person-days avoided).
 */
public final class NextRoundAnalysis implements Analysis {
  static final AnalysisDefinition DEFINITION = AnalysisDefinitions.get("next_round");

  @Override
  public AnalysisDefinition definition() {
    return DEFINITION;
  }

  @Override
  public AnalysisResult result(
      AnalysisInputs inputs, ParameterValues values, Cancellation cancellation) {
    NextRound round = NextRound.of(inputs, RoundParameters.of(values), cancellation);
    RoundLayers layers = new RoundLayers(round);
    return new AnalysisResult(
        DEFINITION.id(),
        values.asOf(),
        round.watch().dataUntil().stream().mapToObj(java.time.Instant::ofEpochMilli).findFirst(),
        round.watch().isStale(),
        new RoundMetrics(round, values.asOf()).all(),
        List.of(),
        List.of(),
        List.of(layers.walk(), layers.stops()));
  }
}
