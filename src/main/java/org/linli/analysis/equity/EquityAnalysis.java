package org.linli.analysis.equity;

import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.ParameterValues;

/** How evenly projects, their money and restored green are shared among communities. */
public final class EquityAnalysis implements Analysis {
  static final AnalysisDefinition DEFINITION = AnalysisDefinitions.get("equity");

  @Override
  public AnalysisDefinition definition() {
    return DEFINITION;
  }

  @Override
  public AnalysisResult result(
      AnalysisInputs inputs, ParameterValues values, Cancellation cancellation) {
    return new Review(inputs, EquityParameters.of(values), cancellation).result();
  }
}
