package org.linli.catalogue.analyses;

import java.util.Map;
import org.linli.analysis.Analysis;
import org.linli.analysis.Cancellation;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.Parameters;
import org.linli.snapshot.Snapshots;

/**
 * Asks beforehand what a page asks first, with nothing chosen, so that the first visitor after a
 * start neither waits for the layers to be gone through nor for cold code. One question at a time:
 * whoever asks meanwhile has the other workers.
 */
public final class Rehearsal {
  private static final Parameters NOTHING_CHOSEN = new Parameters(Map.of());

  /** It is asked for by hand, from an answer of the first. */
  private static final String ON_DEMAND = "next_round";

  private final Snapshots snapshots;
  private final Questions questions;
  private final AnalysisRuns runs;

  public Rehearsal(Snapshots snapshots, Questions questions, AnalysisRuns runs) {
    this.snapshots = snapshots;
    this.questions = questions;
    this.runs = runs;
  }

  /**
   * Returns when all is asked that the layers allow.
   *
   * @throws org.linli.analysis.CancelledException if it is to stop
   */
  public void run(Cancellation stop) {
    for (Analysis analysis : Analyses.list(Audience.STAFF)) {
      for (Audience audience : Audience.values()) {
        if (isAskedUnbidden(analysis) && analysis.definition().isFor(audience)) {
          ask(analysis, audience, stop);
        }
      }
    }
  }

  private static boolean isAskedUnbidden(Analysis analysis) {
    return !analysis.definition().id().equals(ON_DEMAND);
  }

  private void ask(Analysis analysis, Audience audience, Cancellation stop) {
    stop.check();
    try {
      Question question = questions.of(analysis, snapshots.current(), audience, NOTHING_CHOSEN);
      Finding finding =
          audience == Audience.STAFF ? runs.find(question, stop) : runs.findBrief(question, stop);
      analysis.definition().layers().forEach(layer -> finding.findLayer(layer.id(), audience));
    } catch (InvalidParameterException unanswerable) {
      // A layer is not there, or empty: whoever asks is told so.
    }
  }
}
