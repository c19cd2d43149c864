package org.linli.analysis.impact;

import java.util.Locale;

/** What may be said of a change; fewer or more only where no change is ruled out. */
enum Verdict {
  FEWER,
  MORE,
  CANNOT_TELL,
  NOT_ENOUGH_DATA;

  static Verdict of(Change change) {
    return change instanceof Change.Answer answer ? of(answer.interval()) : NOT_ENOUGH_DATA;
  }

  static Verdict of(Interval interval) {
    if (interval.isBelow(1)) {
      return FEWER;
    }
    return interval.isAbove(1) ? MORE : CANNOT_TELL;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
