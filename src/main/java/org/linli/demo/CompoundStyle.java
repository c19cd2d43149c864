package org.linli.demo;

import java.util.Optional;

/** What a compound looks like, by the letter that marks it on the sub-district's plan. */
enum CompoundStyle {
  COTTAGES('r', RowStyle.COTTAGES, 1972, 1979),
  EIGHTIES('o', RowStyle.EIGHTIES, 1981, 1991),
  NINETIES('n', RowStyle.NINETIES, 1993, 2002),
  COURTS('c', RowStyle.COURTS, 1998, 2006),
  MIDRISE('w', RowStyle.MIDRISE, 2005, 2013),
  TOWERS('t', null, 2011, 2021);

  private final char letter;
  private final RowStyle rows;
  private final int firstYear;
  private final int lastYear;

  CompoundStyle(char letter, RowStyle rows, int firstYear, int lastYear) {
    this.letter = letter;
    this.rows = rows;
    this.firstYear = firstYear;
    this.lastYear = lastYear;
  }

  static Optional<CompoundStyle> findByLetter(char letter) {
    for (CompoundStyle style : values()) {
      if (style.letter == letter) {
        return Optional.of(style);
      }
    }
    return Optional.empty();
  }

  /** The rows it is built in; none for towers. */
  Optional<RowStyle> rows() {
    return Optional.ofNullable(rows);
  }

  int yearBuilt(Dice dice) {
    return dice.whole(firstYear, lastYear);
  }

  boolean isOld() {
    return this == COTTAGES || this == EIGHTIES || this == NINETIES;
  }
}
