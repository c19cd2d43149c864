package org.linli.analysis.equity;

import java.util.Arrays;

/**
 * To which communities a place belongs, by the residents within reach of it.
 *
 * @param residents how many it reaches, of those that are known
 * @param peers the communities of those residents, ascending
 * @param shares of the residents reached, for each of them; less than one in all where some live in
 *     no community of the level
 * @param uncounted the communities in which it reaches a building without a number of residents
 */
record Portions(double residents, int[] peers, double[] shares, int[] uncounted) {

  boolean reachesNobody() {
    return residents == 0;
  }

  boolean isOutside() {
    return peers.length == 0;
  }

  boolean reaches(int peer) {
    return Arrays.binarySearch(peers, peer) >= 0;
  }
}
