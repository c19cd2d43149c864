package org.linli.analysis.coverage;

import java.util.List;
import java.util.Optional;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.ParameterValues;

/** Who has a green space, or any other place, within reach of home. */
public final class AccessAnalysis implements Analysis {
  static final AnalysisDefinition DEFINITION = AnalysisDefinitions.get("access");

  @Override
  public AnalysisDefinition definition() {
    return DEFINITION;
  }

  @Override
  public AnalysisResult result(
      AnalysisInputs inputs, ParameterValues values, Cancellation cancellation) {
    AccessParameters parameters = AccessParameters.of(values);
    Homes homes = Homes.of(inputs);
    Greens greens = Greens.of(inputs, homes, parameters);
    Catchments straight = StraightReach.of(homes, greens, parameters.distance(), cancellation);
    Answers answers =
        parameters.walks()
            ? WalkReach.of(inputs, homes, greens, straight, parameters, cancellation)
            : Answers.straight(straight);
    cancellation.check();
    AccessMetrics metrics =
        new AccessMetrics(
            homes, greens, answers, DataEdge.of(inputs, homes, parameters), parameters);
    return new AnalysisResult(
        DEFINITION.id(),
        parameters.asOf(),
        Optional.empty(),
        false,
        metrics.all(),
        metrics.areas(),
        List.of(),
        List.of(metrics.layer()));
  }
}
