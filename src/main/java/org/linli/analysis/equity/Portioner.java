package org.linli.analysis.equity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Reach;
import org.linli.analysis.Town;

/**
 * Divides places among communities. For one thread: it sums in the same arrays for every place,
 * since a lottery divides very many.
 */
final class Portioner {
  private final Town town;
  private final int[] peers;
  private final Reach reach;
  private final Portions[] ofHomes;
  private final double[] residents;
  private final boolean[] uncounted;
  private double reached;

  Portioner(Town town, Homes homes, double reachMetres) {
    this.town = town;
    this.peers = homes.peers();
    this.reach = new Reach(town.shapes(), town.index(), reachMetres);
    this.ofHomes = new Portions[town.size()];
    this.residents = new double[homes.residents().length];
    this.uncounted = new boolean[residents.length];
  }

  /** What a project at a building would be divided into; remembered. */
  Portions ofHome(int building) {
    if (ofHomes[building] == null) {
      ofHomes[building] = of(town.shapes(), building);
    }
    return ofHomes[building];
  }

  Portions of(PlaneShapes places, int place) {
    Arrays.fill(residents, 0);
    Arrays.fill(uncounted, false);
    reached = 0;
    reach.forEach(places, place, this::add);
    int[] some = IntStream.range(0, residents.length).filter(p -> residents[p] > 0).toArray();
    return new Portions(
        reached,
        some,
        IntStream.of(some).mapToDouble(peer -> residents[peer] / reached).toArray(),
        IntStream.range(0, uncounted.length).filter(peer -> uncounted[peer]).toArray());
  }

  private void add(int building) {
    int peer = peers[building];
    if (town.knowsResidents(building)) {
      reached += town.residents()[building];
      if (peer >= 0) {
        residents[peer] += town.residents()[building];
      }
    } else if (peer >= 0) {
      uncounted[peer] = true;
    }
  }
}
