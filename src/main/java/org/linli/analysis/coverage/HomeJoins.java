package org.linli.analysis.coverage;

import java.util.Optional;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Join;
import org.linli.analysis.Joiner;
import org.linli.analysis.Town;
import org.linli.analysis.WalkNetwork;

/** Where each building meets the network, and which buildings meet each segment. Immutable. */
final class HomeJoins {
  private final Join[] joins;
  private final int[] first;
  private final int[] buildings;

  private record Key(double join) {}

  static HomeJoins of(AnalysisInputs inputs, Town homes, WalkNetwork network, double reach) {
    return inputs.once(new Key(reach), () -> new HomeJoins(homes, network, reach));
  }

  private HomeJoins(Town homes, WalkNetwork network, double reach) {
    joins = new Join[homes.size()];
    IntStream.range(0, joins.length)
        .parallel()
        .filter(homes::hasPlace)
        .forEach(b -> joins[b] = new Joiner(network, reach).at(homes.shapes(), b).orElse(null));
    first = new int[network.segments() + 1];
    for (Join join : joins) {
      if (join != null) {
        first[join.segment() + 1]++;
      }
    }
    for (int s = 0; s < network.segments(); s++) {
      first[s + 1] += first[s];
    }
    buildings = new int[first[network.segments()]];
    int[] next = first.clone();
    for (int b = 0; b < joins.length; b++) {
      if (joins[b] != null) {
        buildings[next[joins[b].segment()]++] = b;
      }
    }
  }

  /** Where a building meets the network; empty if no path is near enough. */
  Optional<Join> find(int building) {
    return Optional.ofNullable(joins[building]);
  }

  /** Where a building meets the network that is known to. */
  Join get(int building) {
    return joins[building];
  }

  /** The buildings that meet a segment. */
  IntStream on(int segment) {
    return IntStream.range(first[segment], first[segment + 1]).map(i -> buildings[i]);
  }
}
