package org.linli.analysis;

import java.util.Map;

/** Works everything out anew; for analyses, and for changes, that leave nothing to keep. */
public record PlainWorkings(
    Analysis analysis, AnalysisInputs inputs, ParameterValues values, AnalysisResult result)
    implements Workings {

  @Override
  public Alternative alternative(Map<String, Overlay> overlays, Cancellation cancellation) {
    return Alternative.of(
        result, analysis.result(Overlay.laidOver(inputs, overlays), values, cancellation));
  }
}
