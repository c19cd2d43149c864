package org.linli.demo;

/**
 * How a time built its rows of houses.
 *
 * @param depthMetres of a slab
 * @param gapMetres between two rows, for the winter sun
 * @param unitMetres length of one stairwell; a slab is so many of them
 * @param wingChance how often a slab at the end of a row bends into an L
 */
record RowStyle(
    String use,
    double depthMetres,
    double gapMetres,
    double unitMetres,
    int fewestUnits,
    int mostUnits,
    int fewestFloors,
    int mostFloors,
    double wingChance) {

  static final RowStyle COTTAGES = new RowStyle("residential", 7.5, 9, 9, 3, 7, 1, 2, 0);
  static final RowStyle EIGHTIES = new RowStyle("residential", 10.5, 17, 14, 2, 5, 4, 6, 0.06);
  static final RowStyle NINETIES = new RowStyle("residential", 12, 21, 16, 1, 4, 5, 6, 0.08);
  static final RowStyle COURTS = new RowStyle("residential", 12, 25, 15, 2, 4, 5, 7, 0.75);
  static final RowStyle MIDRISE = new RowStyle("residential", 14, 32, 20, 1, 3, 9, 12, 0.03);
  static final RowStyle RESETTLEMENT = new RowStyle("residential", 12, 23, 13.5, 2, 5, 5, 6, 0.2);
  static final RowStyle WORKSHOPS = new RowStyle("industrial", 36, 22, 34, 1, 4, 1, 2, 0.1);
  static final RowStyle STALLS = new RowStyle("commercial", 21, 15, 26, 2, 5, 1, 2, 0);
  static final RowStyle OFFICES = new RowStyle("office", 16, 34, 22, 1, 3, 4, 14, 0.3);

  /** The same rows with the gap between them stretched by a factor. */
  RowStyle loosened(double factor) {
    return new RowStyle(
        use,
        depthMetres,
        gapMetres * factor,
        unitMetres,
        fewestUnits,
        mostUnits,
        fewestFloors,
        mostFloors,
        wingChance);
  }

  boolean isLivedIn() {
    return use.equals("residential");
  }
}
