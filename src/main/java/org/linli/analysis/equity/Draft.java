package org.linli.analysis.equity;

import java.time.Instant;
import java.util.function.Function;
import org.linli.analysis.Metric;

/**
 * Begins metrics of one moment.
 *
 * @param hasRecords whether anything is recorded of any project by then; if not, no number means
 *     anything
 */
record Draft(Instant asOf, boolean hasRecords) {

  Metric metric(String id, Function<Metric.Draft, Metric> finish) {
    Metric.Draft begun = Metric.of(EquityAnalysis.DEFINITION.getMetric(id), asOf);
    return hasRecords ? finish.apply(begun) : begun.absent("no_records");
  }
}
