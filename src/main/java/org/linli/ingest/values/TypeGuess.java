package org.linli.ingest.values;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.linli.layer.FieldType;

/**
 * Finds the narrowest type that all values of a column have. It sees every value, so that no value
 * read later fails to be of that type. What takes a value tells whether it is the first that is not
 * of a type which the others may nearly all have: its place is then to be told by {@link #place}.
 */
public final class TypeGuess {
  private static final Set<String> TRUTHS = Set.of("true", "false", "yes", "no", "是", "否");
  private static final EnumSet<FieldType> NUMBER = EnumSet.of(FieldType.INTEGER, FieldType.REAL);
  private static final EnumSet<FieldType> REAL = EnumSet.of(FieldType.REAL);
  private static final EnumSet<FieldType> TRUTH = EnumSet.of(FieldType.BOOLEAN);
  private static final EnumSet<FieldType> DAY = EnumSet.of(FieldType.DATE, FieldType.INSTANT);
  private static final EnumSet<FieldType> MOMENT = EnumSet.of(FieldType.INSTANT);
  private static final EnumSet<FieldType> NONE = EnumSet.noneOf(FieldType.class);
  private final EnumSet<FieldType> possible = EnumSet.complementOf(EnumSet.of(FieldType.TEXT));
  private final NearTypes near = new NearTypes();
  private boolean seen;
  private boolean dayMonthOpen;
  private boolean zoneOpen;

  /** Whether another value could still change what is told; a reader may skip it if not. */
  public boolean isOpen() {
    return near.isOpen();
  }

  public boolean number(boolean integral, int digits) {
    if (!integral) {
      return keep(REAL);
    }
    return keep(digits <= TextNumbers.MOST_DIGITS ? NUMBER : NONE);
  }

  public boolean truth() {
    return keep(TRUTH);
  }

  /** A value that only text can hold. */
  public boolean other() {
    return keep(NONE);
  }

  public boolean time(Temporal time) {
    zoneOpen |= time instanceof LocalDateTime;
    return keep(time instanceof LocalDate ? DAY : MOMENT);
  }

  /** A value of a text file, where a number is text too. Empty is no value. */
  public boolean text(String value) {
    return !value.isEmpty() && isOpen() && keep(typesOf(value));
  }

  /** A value that is text by its format, and may be a time but no number. */
  public boolean quoted(String value) {
    return !value.isEmpty() && isOpen() && keep(timeTypes(value));
  }

  /** Where the value stands that was just taken and said to be the first of its kind. */
  public void place(long row, String shown) {
    near.place(row, shown);
  }

  private EnumSet<FieldType> typesOf(String value) {
    EnumSet<FieldType> types = timeTypes(value);
    if (near.isWatched(FieldType.BOOLEAN) && TRUTHS.contains(value.toLowerCase(Locale.ROOT))) {
      types.add(FieldType.BOOLEAN);
    }
    if (near.isWatched(FieldType.INTEGER) && TextNumbers.isInteger(value)) {
      types.add(FieldType.INTEGER);
    }
    if (near.isWatched(FieldType.REAL) && TextNumbers.isReal(value)) {
      types.add(FieldType.REAL);
    }
    return types;
  }

  private EnumSet<FieldType> timeTypes(String value) {
    EnumSet<FieldType> types = EnumSet.noneOf(FieldType.class);
    if (!near.isWatched(FieldType.INSTANT)) {
      return types;
    }
    Optional<Temporal> time = TextTimes.find(value);
    if (time.isPresent()) {
      types.add(FieldType.INSTANT);
      zoneOpen |= time.get() instanceof LocalDateTime;
      dayMonthOpen |= TextTimes.isDayMonthOpen(value);
    }
    if (time.filter(LocalDate.class::isInstance).isPresent()) {
      types.add(FieldType.DATE);
    }
    return types;
  }

  private boolean keep(EnumSet<FieldType> types) {
    seen = true;
    possible.retainAll(types);
    return near.add(types);
  }

  /** The narrowest type of all values; text if there was none. */
  public FieldType type() {
    if (!seen) {
      return FieldType.TEXT;
    }
    return possible.stream().min(TypeGuess::narrowerFirst).orElse(FieldType.TEXT);
  }

  private static int narrowerFirst(FieldType one, FieldType other) {
    return Integer.compare(width(one), width(other));
  }

  private static int width(FieldType type) {
    return switch (type) {
      case BOOLEAN -> 0;
      case INTEGER -> 1;
      case REAL -> 2;
      case DATE -> 3;
      case INSTANT -> 4;
      case TEXT -> 5;
    };
  }

  /** What makes the column text although all but a few of its values are of another type. */
  public Optional<Misfit> misfit() {
    return seen && possible.isEmpty() ? near.misfit() : Optional.empty();
  }

  /** Whether the column is of times, and some came without a zone. */
  public boolean isZoneOpen() {
    return zoneOpen && type() == FieldType.INSTANT;
  }

  /** Whether the column is of dates in the order month, day, year, as far as can be known. */
  public boolean isDayMonthOpen() {
    FieldType type = type();
    return dayMonthOpen && (type == FieldType.DATE || type == FieldType.INSTANT);
  }
}
