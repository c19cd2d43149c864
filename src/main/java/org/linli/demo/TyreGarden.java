package org.linli.demo;

/** The tyre garden behind building 63: where on the plan it lies, and how large it is. */
final class TyreGarden {
  static final String CELL = "c5r2";
  static final double SQUARE_METRES = 600;
  static final int BUILDING = 63;

  private TyreGarden() {}
}
