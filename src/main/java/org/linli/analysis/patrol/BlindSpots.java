package org.linli.analysis.patrol;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.linli.analysis.CommunityTime;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;

/** When nobody comes: the hours of the week, and the nights. */
final class BlindSpots {
  private static final int HOURS = 7 * 24;
  private static final double MILLIS_PER_HOUR = 3_600_000;
  private final Scope scope;
  private final Watch watch;
  private final long from;
  private final long asOf;

  BlindSpots(Scope scope) {
    this.scope = scope;
    this.watch = scope.watch();
    this.from = watch.parameters().from();
    this.asOf = watch.parameters().asOf();
  }

  /**
   * Pass entries at buildings with the duty, by weekday (1 is Monday) and hour, each divided by how
   * often that hour occurred in the window; a part of an hour counts as that part.
   */
  Series byHour(Sums entries) {
    double[] occurrences = occurrences();
    List<Series.Point> points = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      String key = (hour / 24 + 1) + "T" + two(hour % 24);
      points.add(Series.Point.of(key, entries.get(hour), occurrences[hour]));
    }
    return new Series(PatrolAnalysis.DEFINITION.getSeries("blind.hours"), points);
  }

  private static String two(int hour) {
    return hour < 10 ? "0" + hour : Integer.toString(hour);
  }

  /** Pass entries by hour of the week. */
  Sums hourSums() {
    Spans passes = watch.passes();
    Sums entries = new Sums(HOURS);
    scope
        .owed()
        .forEach(
            b -> {
              for (int pass = passes.first(b); pass < passes.end(b); pass++) {
                if (passes.entry(pass) >= from && passes.entry(pass) < asOf) {
                  entries.add(hourOfWeek(CommunityTime.at(passes.entry(pass))), 1L);
                }
              }
            });
    return entries;
  }

  private double[] occurrences() {
    double[] occurrences = new double[HOURS];
    ZonedDateTime hour = CommunityTime.at(from).truncatedTo(ChronoUnit.HOURS);
    for (long start = hour.toInstant().toEpochMilli(); start < asOf; ) {
      ZonedDateTime next = hour.plusHours(1);
      long end = next.toInstant().toEpochMilli();
      occurrences[hourOfWeek(hour)] +=
          (Math.min(end, asOf) - Math.max(start, from)) / MILLIS_PER_HOUR;
      hour = next;
      start = end;
    }
    return occurrences;
  }

  private static int hourOfWeek(ZonedDateTime time) {
    return (time.getDayOfWeek().getValue() - 1) * 24 + time.getHour();
  }

  /** Nights wholly in the window that began when records were kept already. */
  Metric nights() {
    return nights(nightSums());
  }

  Metric nights(Sums sums) {
    return scope
        .over("blind.nights", watch::isOwed)
        .quotient(sums.get(0), sums.get(1), "no_whole_night_in_the_window");
  }

  /** Nights without presence, and all. */
  Sums nightSums() {
    List<long[]> nights = wholeNights();
    long without = 0;
    long all = 0;
    for (int b : scope.owed().toArray()) {
      for (long[] night : nights) {
        if (watch.isWatchedAt(b, night[0])) {
          all++;
          without += watch.presence().touches(b, night[0], night[1]) ? 0 : 1;
        }
      }
    }
    Sums sums = new Sums(2);
    sums.add(0, without);
    sums.add(1, all);
    return sums;
  }

  private List<long[]> wholeNights() {
    List<long[]> nights = new ArrayList<>();
    for (LocalDate day = CommunityTime.dayOf(from); ; day = day.plusDays(1)) {
      long begin = at(day, 22);
      long end = at(day.plusDays(1), 6);
      if (end > asOf) {
        return nights;
      }
      if (begin >= from) {
        nights.add(new long[] {begin, end});
      }
    }
  }

  private static long at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(CommunityTime.ZONE).toInstant().toEpochMilli();
  }
}
