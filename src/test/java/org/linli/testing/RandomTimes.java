package org.linli.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.linli.testing.RandomFilters.Filter;

/** Random dates, instants and intervals, of the fields day and at. */
final class RandomTimes {
  private record Span(Object start, Object end) {}

  private final Dice dice;

  RandomTimes(Dice dice) {
    this.dice = dice;
  }

  Term<Object> time() {
    return switch (dice.below(4)) {
      case 0 -> new Term<>("day", f -> f.value(5));
      case 1 -> new Term<>("at", f -> f.value(6));
      case 2 -> {
        LocalDate date = date();
        yield new Term<>("DATE('" + date + "')", f -> date);
      }
      default -> {
        Instant instant = instant();
        yield new Term<>("TIMESTAMP('" + instant + "')", f -> instant);
      }
    };
  }

  private LocalDate date() {
    return LocalDate.of(2026, 1, 1).plusDays(dice.below(300));
  }

  private Instant instant() {
    return Instant.parse("2026-01-01T00:00:00.123Z").plusSeconds(dice.below(10_000_000));
  }

  Filter timesCompared() {
    if (dice.below(4) == 0) {
      LocalDate date = date();
      String sign = dice.oneOf(Comparison.SIGNS);
      return new Filter(
          "day " + sign + " '" + date + "'",
          f -> Comparison.holds(sign, f.value(5), (Object) date, Comparison::byTime));
    }
    return Comparison.compared(dice, time(), time(), Comparison::byTime);
  }

  Filter temporal() {
    boolean simple = dice.coin();
    String relation =
        simple
            ? dice.oneOf("AFTER", "BEFORE", "DISJOINT", "EQUALS", "INTERSECTS")
            : dice.oneOf(
                "CONTAINS",
                "DURING",
                "FINISHEDBY",
                "FINISHES",
                "MEETS",
                "METBY",
                "OVERLAPPEDBY",
                "OVERLAPS",
                "STARTEDBY",
                "STARTS");
    Term<Span> left = simple && dice.coin() ? instantAsSpan() : span();
    Term<Span> right = simple && dice.coin() ? instantAsSpan() : span();
    boolean days = mentionsDay(left.text()) || mentionsDay(right.text());
    return new Filter(
        "T_" + relation + "(" + left.text() + "," + right.text() + ")",
        f -> related(relation, left.of().apply(f), right.of().apply(f), days));
  }

  private Term<Span> span() {
    Term<Object> start = dice.oneOf(open(true), ofInterval(), ofInterval());
    Term<Object> end = dice.oneOf(open(false), ofInterval(), ofInterval());
    return new Term<>(
        "INTERVAL(" + start.text() + "," + end.text() + ")",
        f -> new Span(start.of().apply(f), end.of().apply(f)));
  }

  private static Term<Object> open(boolean start) {
    return new Term<>("'..'", f -> start ? Instant.MIN : Instant.MAX);
  }

  private Term<Object> ofInterval() {
    Term<Object> time = time();
    String bare = time.text().replaceAll("(DATE|TIMESTAMP)\\(('[^']*')\\)", "$2");
    return new Term<>(bare, time.of());
  }

  private Term<Span> instantAsSpan() {
    Term<Object> time = time();
    return new Term<>(time.text(), f -> new Span(time.of().apply(f), time.of().apply(f)));
  }

  private static boolean mentionsDay(String text) {
    return text.contains("day") || Pattern.compile("'\\d{4}-\\d\\d-\\d\\d'").matcher(text).find();
  }

  /** By the definitions of the ontology, on half days so that open ends fit in. */
  private static Boolean related(String relation, Span left, Span right, boolean days) {
    Long s1 = unit(left.start(), days);
    Long e1 = unit(left.end(), days);
    Long s2 = unit(right.start(), days);
    Long e2 = unit(right.end(), days);
    if (s1 == null || e1 == null || s2 == null || e2 == null) {
      return null;
    }
    int startStart = s1.compareTo(s2);
    int endEnd = e1.compareTo(e2);
    int startEnd = s1.compareTo(e2);
    int endStart = e1.compareTo(s2);
    return switch (relation) {
      case "AFTER" -> startEnd > 0;
      case "BEFORE" -> endStart < 0;
      case "DISJOINT" -> startEnd > 0 || endStart < 0;
      case "INTERSECTS" -> !(startEnd > 0 || endStart < 0);
      case "EQUALS" -> startStart == 0 && endEnd == 0;
      case "CONTAINS" -> startStart < 0 && endEnd > 0;
      case "DURING" -> startStart > 0 && endEnd < 0;
      case "FINISHES" -> startStart > 0 && endEnd == 0;
      case "FINISHEDBY" -> startStart < 0 && endEnd == 0;
      case "STARTS" -> startStart == 0 && endEnd < 0;
      case "STARTEDBY" -> startStart == 0 && endEnd > 0;
      case "MEETS" -> endStart == 0;
      case "METBY" -> startEnd == 0;
      case "OVERLAPS" -> startStart < 0 && endStart > 0 && endEnd < 0;
      default -> startStart > 0 && startEnd < 0 && endEnd > 0;
    };
  }

  private static Long unit(Object time, boolean days) {
    if (time == null) {
      return null;
    }
    if (Objects.equals(time, Instant.MIN) || Objects.equals(time, Instant.MAX)) {
      return time.equals(Instant.MIN) ? Long.MIN_VALUE / 2 : Long.MAX_VALUE / 2;
    }
    return days ? Comparison.dayOf(time).toEpochDay() : ((Instant) time).toEpochMilli();
  }
}
