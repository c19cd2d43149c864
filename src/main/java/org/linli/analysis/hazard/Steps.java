package org.linli.analysis.hazard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.linli.analysis.CommunityTime;

/** The days, weeks or months of a window, the first and the last perhaps cut. */
final class Steps {

  private Steps() {}

  /** How long a step is; weeks begin on Monday. */
  enum Length {
    DAY,
    WEEK,
    MONTH;

    static Length of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    private LocalDate next(LocalDate day) {
      return switch (this) {
        case DAY -> day.plusDays(1);
        case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
      };
    }
  }

  /**
   * One step, from its first to its last millisecond.
   *
   * @param day its first day
   */
  record Step(LocalDate day, long first, long last) {}

  /** The steps from a moment to another, which still belongs to the last of them. */
  static List<Step> between(long from, long to, Length length) {
    List<Step> steps = new ArrayList<>();
    long first = from;
    while (first <= to) {
      LocalDate day = CommunityTime.dayOf(first);
      long next = CommunityTime.startOf(length.next(day));
      steps.add(new Step(day, first, Math.min(next - 1, to)));
      first = next;
    }
    return steps;
  }
}
