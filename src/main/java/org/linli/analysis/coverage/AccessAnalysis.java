package org.linli.analysis.coverage;

import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.ParameterValues;
import org.linli.analysis.Workings;

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
    return workings(inputs, values, cancellation).result();
  }

  @Override
  public Workings workings(
      AnalysisInputs inputs, ParameterValues values, Cancellation cancellation) {
    return new AccessReview(inputs, AccessParameters.of(values), cancellation);
  }
}
