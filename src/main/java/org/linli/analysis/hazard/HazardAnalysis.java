package org.linli.analysis.hazard;

import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.ParameterValues;

/**
 * How many hazards are open, how fast they come and are dealt with, and where there are many more
 * or fewer than chance would put there.
 */
public final class HazardAnalysis implements Analysis {
  static final AnalysisDefinition DEFINITION = AnalysisDefinitions.get("hazard");

  @Override
  public AnalysisDefinition definition() {
    return DEFINITION;
  }

  @Override
  public AnalysisResult result(
      AnalysisInputs inputs, ParameterValues values, Cancellation cancellation) {
    return new HazardReview(inputs, Ground.of(inputs), HazardParameters.of(values), cancellation)
        .result();
  }
}
