package org.linli.analysis.equity;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.linli.analysis.Exclusion;
import org.linli.analysis.RowSet;
import org.linli.analysis.Town;

/**
 * Which of the communities compared each building is in, and how many people live in each of them.
 *
 * @param peers for each building; -1 for none
 * @param residents for each community, of the buildings where they are known
 */
record Homes(Town town, int[] peers, double[] residents) {

  static Homes of(Town town, Peers level) {
    int[] peers = Arrays.stream(town.areas()).map(level::at).toArray();
    return new Homes(town, peers, summed(peers, town.residents(), level.size()));
  }

  private static double[] summed(int[] peers, double[] ofBuildings, int size) {
    double[] sums = new double[size];
    for (int b = 0; b < peers.length; b++) {
      if (peers[b] >= 0 && !Double.isNaN(ofBuildings[b])) {
        sums[peers[b]] += ofBuildings[b];
      }
    }
    return sums;
  }

  /** The sum over each community of a number that its buildings have; NaN is left out. */
  double[] summed(double[] ofBuildings) {
    return summed(peers, ofBuildings, residents.length);
  }

  boolean isPlaced(int building) {
    return !town.shapes().isEmpty(building);
  }

  /** The buildings behind the residents of some communities. */
  RowSet counted(IntPredicate some) {
    return RowSet.where(
        town.rows(), b -> peers[b] >= 0 && town.knowsResidents(b) && some.test(peers[b]));
  }

  boolean hasAnybody(int peer) {
    return residents[peer] > 0;
  }

  List<Exclusion> left() {
    return List.of(
        new Exclusion(
            "residents_unknown",
            RowSet.where(town.rows(), b -> peers[b] >= 0 && !town.knowsResidents(b))),
        new Exclusion("no_community", RowSet.where(town.rows(), b -> peers[b] < 0)));
  }
}
