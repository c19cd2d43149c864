package org.linli.analysis;

import java.util.List;
import java.util.Optional;

/**
 * The numbers of one community.
 *
 * @param area its code
 * @param parent the code of the community above it
 */
public record AreaMetrics(String area, Optional<String> parent, List<Metric> metrics) {
  public AreaMetrics {
    metrics = List.copyOf(metrics);
  }
}
