package org.linli.analysis.impact;

import java.util.BitSet;
import java.util.stream.IntStream;

/** The histories of a site and of the squares that it is compared with, by one rule for both. */
final class Pasts {
  private final Lattice lattice;
  private final Tally before;
  private final Tally earlier;
  private final double usualRate;

  /**
   * @param before of the first window
   * @param earlier of what else there is of the two years
   */
  Pasts(Lattice lattice, BitSet compared, Tally before, Tally earlier) {
    this.lattice = lattice;
    this.before = before;
    this.earlier = earlier;
    double buildings = compared.stream().map(lattice::buildings).sum();
    this.usualRate = buildings == 0 ? 0 : compared.stream().map(this::both).sum() / buildings;
  }

  private int both(int square) {
    return before.square(square) + earlier.square(square);
  }

  History ofSite(int buildings, int buildingsAround) {
    int hazardsAround = before.around() + earlier.around();
    return new History(
        buildings,
        before.inside(),
        earlier.inside(),
        buildings * rate(hazardsAround, buildingsAround));
  }

  History ofSquare(int square) {
    int[] around = lattice.around(square);
    int hazardsAround = IntStream.of(around).map(this::both).sum();
    int buildingsAround = IntStream.of(around).map(lattice::buildings).sum();
    int buildings = lattice.buildings(square);
    return new History(
        buildings,
        before.square(square),
        earlier.square(square),
        buildings * rate(hazardsAround, buildingsAround));
  }

  /** Hazards for each building; where there is none around, as everywhere. */
  private double rate(int hazards, int buildings) {
    return buildings == 0 ? usualRate : (double) hazards / buildings;
  }
}
