package org.linli.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in a sentence, instead of a trace, that a home is served already. */
final class HomeInUseAnalyzer extends AbstractFailureAnalyzer<HomeInUseException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, HomeInUseException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Stop the other portal, or serve another folder with --home DIR. Imports, exports and checks"
            + " on the command line work beside a portal that serves.",
        cause);
  }
}
