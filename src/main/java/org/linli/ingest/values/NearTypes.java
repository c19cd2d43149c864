package org.linli.ingest.values;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.layer.FieldType;

/**
 * Which types nearly all values of a column have, so that one odd value among many is not passed
 * over in silence. A type that most values do not have is not watched any longer.
 */
final class NearTypes {
  /** How many values are looked at before a type may be given up. */
  private static final int TRIAL = 20;

  /** One misfit among so many values is few. */
  private static final int VALUES_PER_MISFIT = 10;

  /** Of a short sheet, so many values are enough for one of them to be the odd one. */
  private static final int VALUES_WITH_ONE_MISFIT = 4;

  /** What else is written like a time? Where most values are, the column was meant for times. */
  private static final FieldType TIME = FieldType.INSTANT;

  /** The widest type of each kind: a number is odd among truths and times, not among integers. */
  private static final List<FieldType> KINDS = List.of(FieldType.BOOLEAN, FieldType.REAL, TIME);

  private static final List<FieldType> NARROWEST_FIRST =
      List.of(
          FieldType.BOOLEAN, FieldType.INTEGER, FieldType.REAL, FieldType.DATE, FieldType.INSTANT);

  private final EnumSet<FieldType> watched = EnumSet.copyOf(NARROWEST_FIRST);
  private final long[] misses = new long[FieldType.values().length];
  private final Map<FieldType, Misfit> firsts = new EnumMap<>(FieldType.class);
  private long values;

  boolean isWatched(FieldType type) {
    return watched.contains(type);
  }

  boolean isOpen() {
    return !watched.isEmpty();
  }

  /** Counts a value of these types; true if it is the first misfit of a type that is watched. */
  boolean add(EnumSet<FieldType> types) {
    values++;
    return !types.containsAll(watched) && miss(types);
  }

  private boolean miss(EnumSet<FieldType> types) {
    boolean first = false;
    for (FieldType type : NARROWEST_FIRST) {
      if (watched.contains(type) && !types.contains(type)) {
        long missed = ++misses[type.ordinal()];
        first |= missed == 1;
        if (values > TRIAL && 2 * missed > values) {
          watched.remove(type);
        }
      }
    }
    return first;
  }

  /** Keeps where the value stands that was just said to be a first misfit. */
  void place(long row, String shown) {
    for (FieldType type : watched) {
      if (misses[type.ordinal()] > 0) {
        firsts.putIfAbsent(type, new Misfit(type, row, shown));
      }
    }
  }

  /**
   * The first misfit of the type that all but a tenth of the values have, or all but one; or most,
   * if they are times.
   */
  Optional<Misfit> misfit() {
    return KINDS.stream()
        .filter(type -> firsts.containsKey(type) && isNear(type))
        .map(firsts::get)
        .findFirst();
  }

  private boolean isNear(FieldType type) {
    long missed = misses[type.ordinal()];
    boolean isFew = missed * VALUES_PER_MISFIT <= values;
    boolean isOne = missed == 1 && values >= VALUES_WITH_ONE_MISFIT;
    boolean isLess = type == TIME && 2 * missed < values;
    return watched.contains(type) && (isFew || isOne || isLess);
  }
}
