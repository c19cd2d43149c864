package org.linli.analysis.equity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.linli.analysis.Exclusion;

/**
 * Something that projects bring.
 *
 * @param id the first part of the ids of its metrics
 * @param values what each project that stands brings; NaN where that is not known
 * @param left rows of which nothing could be counted
 * @param absence why nothing is known of it at all
 */
record Measure(String id, double[] values, List<Exclusion> left, Optional<String> absence) {

  /** What a project brings; empty when that is not known. */
  OptionalDouble value(int project) {
    double value = values[project];
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
