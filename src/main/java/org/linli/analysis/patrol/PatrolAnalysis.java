package org.linli.analysis.patrol;

import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.ParameterValues;
import org.linli.analysis.Workings;

/** Where patrols and visits came, and where they did not. */
public final class PatrolAnalysis implements Analysis {
  static final AnalysisDefinition DEFINITION = AnalysisDefinitions.get("patrol");

  @Override
  public AnalysisDefinition definition() {
    return DEFINITION;
  }

  @Override
  public AnalysisResult result(
      AnalysisInputs inputs, ParameterValues parameters, Cancellation cancellation) {
    return DutyReview.of(inputs, PatrolParameters.of(parameters), cancellation).result();
  }

  @Override
  public Workings workings(
      AnalysisInputs inputs, ParameterValues parameters, Cancellation cancellation) {
    return DutyReview.of(inputs, PatrolParameters.of(parameters), cancellation).workings();
  }
}
