package org.linli.analysis.impact;

/** The hazards of a stretch of time in a zone, in the ring around it, and in every square. */
final class Tally {
  private final Zone zone;
  private final Zone ring;
  private final Lattice lattice;
  private final int[] squares;
  private int inside;
  private int around;

  Tally(Zone zone, Lattice lattice) {
    this.zone = zone;
    this.ring = zone.around();
    this.lattice = lattice;
    this.squares = new int[lattice.size()];
  }

  void add(int hazard, double x, double y) {
    inside += zone.holds(x, y) ? 1 : 0;
    around += ring.holds(x, y) ? 1 : 0;
    squares[lattice.ofHazard(hazard)]++;
  }

  int inside() {
    return inside;
  }

  int around() {
    return around;
  }

  int square(int square) {
    return squares[square];
  }
}
