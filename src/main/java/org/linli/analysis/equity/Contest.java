package org.linli.analysis.equity;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The communities among which something is shared, with the weight of each. */
final class Contest {
  private final int[] peers;
  private final double[] weights;

  /**
   * @param ofPeers the weight of each community compared
   * @param known whether it is known what came to it
   */
  Contest(double[] ofPeers, IntPredicate known) {
    this.peers =
        IntStream.range(0, ofPeers.length).filter(p -> ofPeers[p] > 0 && known.test(p)).toArray();
    this.weights = of(ofPeers);
  }

  int size() {
    return peers.length;
  }

  boolean has(int peer) {
    return Arrays.binarySearch(peers, peer) >= 0;
  }

  /** Adds to what comes to a community, if it takes part. */
  void add(double[] amounts, int peer, double amount) {
    int at = Arrays.binarySearch(peers, peer);
    if (at >= 0) {
      amounts[at] += amount;
    }
  }

  /** Those of its communities only, of a number of every one. */
  double[] of(double[] ofPeers) {
    return Arrays.stream(peers).mapToDouble(peer -> ofPeers[peer]).toArray();
  }

  /** The sum over its communities. */
  double sum(double[] ofPeers) {
    return Arrays.stream(of(ofPeers)).sum();
  }

  /**
   * @param amounts of its communities
   */
  Optional<Lorenz> lorenz(double[] amounts) {
    return Lorenz.of(weights, amounts);
  }
}
