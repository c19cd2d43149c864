package org.linli.config;

import org.linli.store.StoreException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in a sentence, instead of a trace, why there is no store to serve from. */
final class StoreAnalyzer extends AbstractFailureAnalyzer<StoreException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, StoreException cause) {
    return new FailureAnalysis(cause.detail().zh(), cause.detail().en(), cause);
  }
}
