package org.linli.analysis.impact;

import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.ParameterValues;
import org.linli.analysis.Workings;

/** What completed projects brought to those around them. */
public final class ImpactAnalysis implements Analysis {
  static final AnalysisDefinition DEFINITION = AnalysisDefinitions.get("impact");

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
    return new ImpactReview(inputs, ImpactParameters.of(values), cancellation);
  }
}
