package org.linli.analysis.equity;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Reach;

/** Divides places among communities. */
final class Portioner {
  private final Town town;
  private final int[] peers;
  private final Reach reach;
  private final Portions[] ofHomes;

  Portioner(Town town, Homes homes, double reachMetres) {
    this.town = town;
    this.peers = homes.peers();
    this.reach = new Reach(town.shapes(), town.index(), reachMetres);
    this.ofHomes = new Portions[town.size()];
  }

  /** What a project at a building would be divided into; remembered. */
  Portions ofHome(int building) {
    if (ofHomes[building] == null) {
      ofHomes[building] = of(town.shapes(), building);
    }
    return ofHomes[building];
  }

  Portions of(PlaneShapes places, int place) {
    double reached = 0;
    Map<Integer, Double> byPeer = new TreeMap<>();
    TreeSet<Integer> uncounted = new TreeSet<>();
    for (int building : reach.of(places, place)) {
      double residents = town.residents()[building];
      if (Double.isNaN(residents)) {
        uncounted.add(peers[building]);
      } else if (residents > 0) {
        reached += residents;
        byPeer.merge(peers[building], residents, Double::sum);
      }
    }
    byPeer.remove(-1);
    double all = reached;
    return new Portions(
        reached,
        byPeer.keySet().stream().mapToInt(Integer::intValue).toArray(),
        byPeer.values().stream().mapToDouble(residents -> residents / all).toArray(),
        uncounted.stream().mapToInt(Integer::intValue).filter(peer -> peer >= 0).toArray());
  }
}
