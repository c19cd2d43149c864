package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Spans of time at each of many buildings, in order, none touching the next: {@code [entry, exit]}
 * in epoch milliseconds, a moment having entry = exit. Immutable.
 */
final class Spans {
  private final int[] starts;
  private final long[] entries;
  private final long[] exits;

  /** The place of a building among the changed ones, plus one; 0 for the others, empty for none. */
  private final int[] changed;

  private final Spans theirs;

  private Spans(int[] starts, long[] entries, long[] exits) {
    this(starts, entries, exits, new int[0], null);
  }

  private Spans(int[] starts, long[] entries, long[] exits, int[] changed, Spans theirs) {
    this.starts = starts;
    this.entries = entries;
    this.exits = exits;
    this.changed = changed;
    this.theirs = theirs;
  }

  /**
   * These spans with other ones at some buildings; the rest is shared.
   *
   * @param some buildings, each once
   * @param others their spans, in the same order
   */
  Spans with(int[] some, Spans others) {
    int[] places = new int[starts.length - 1];
    for (int i = 0; i < some.length; i++) {
      places[some[i]] = i + 1;
    }
    return new Spans(starts, entries, exits, places, others);
  }

  private boolean isChanged(int building) {
    return changed.length > 0 && changed[building] > 0;
  }

  /** Collects spans in any order; one that goes on where the building's last ended lengthens it. */
  static final class Collector {
    /** Where each building's last span is, plus one; 0 for none. */
    private final int[] lastOf;

    private int[] buildings = new int[256];
    private long[] entries = new long[256];
    private long[] exits = new long[256];
    private int size;

    /**
     * @param buildings how many there are
     */
    Collector(int buildings) {
      this.lastOf = new int[buildings];
    }

    void add(int building, long entry, long exit) {
      int last = lastOf[building] - 1;
      if (last >= 0 && exits[last] == entry) {
        exits[last] = exit;
        return;
      }
      if (size == buildings.length) {
        grow();
      }
      buildings[size] = building;
      entries[size] = entry;
      exits[size++] = exit;
      lastOf[building] = size;
    }

    /** The buildings that have any, ascending. */
    BitSet met() {
      BitSet met = new BitSet(lastOf.length);
      for (int i = 0; i < size; i++) {
        met.set(buildings[i]);
      }
      return met;
    }

    /** Adds all of another's, at other numbers of the buildings; not those without one. */
    void addAll(Collector other, IntUnaryOperator number) {
      for (int i = 0; i < other.size; i++) {
        int building = number.applyAsInt(other.buildings[i]);
        if (building >= 0) {
          add(building, other.entries[i], other.exits[i]);
        }
      }
    }

    private void grow() {
      buildings = Arrays.copyOf(buildings, 2 * size);
      entries = Arrays.copyOf(entries, 2 * size);
      exits = Arrays.copyOf(exits, 2 * size);
    }
  }

  /** The union of all spans collected, by building. */
  static Spans union(int buildings, List<Collector> collectors) {
    int[] starts = new int[buildings + 1];
    for (Collector collector : collectors) {
      for (int i = 0; i < collector.size; i++) {
        starts[collector.buildings[i] + 1]++;
      }
    }
    for (int b = 0; b < buildings; b++) {
      starts[b + 1] += starts[b];
    }
    long[] entries = new long[starts[buildings]];
    long[] exits = new long[starts[buildings]];
    int[] next = starts.clone();
    for (Collector collector : collectors) {
      for (int i = 0; i < collector.size; i++) {
        int at = next[collector.buildings[i]]++;
        entries[at] = collector.entries[i];
        exits[at] = collector.exits[i];
      }
    }
    return joined(starts, entries, exits, 0, true);
  }

  /** These spans as they were known at a moment: the later ones gone, one under way cut short. */
  Spans upTo(long moment) {
    int[] kept = new int[starts.length];
    int size = 0;
    for (int b = 0; b + 1 < starts.length; b++) {
      size += Math.max(0, lastAt(b, moment) + 1 - starts[b]);
      kept[b + 1] = size;
    }
    long[] cutEntries = new long[size];
    long[] cutExits = new long[size];
    for (int b = 0; b + 1 < starts.length; b++) {
      for (int i = 0; i < kept[b + 1] - kept[b]; i++) {
        cutEntries[kept[b] + i] = entries[starts[b] + i];
        cutExits[kept[b] + i] = Math.min(moment, exits[starts[b] + i]);
      }
    }
    return new Spans(kept, cutEntries, cutExits);
  }

  /** These spans with those less than {@code gapMillis} apart made one. */
  Spans mergedWithin(long gapMillis) {
    return joined(starts, entries.clone(), exits.clone(), gapMillis, false);
  }

  private static Spans joined(
      int[] starts, long[] entries, long[] exits, long gapMillis, boolean sort) {
    int[] joinedStarts = new int[starts.length];
    int size = 0;
    for (int b = 0; b + 1 < starts.length; b++) {
      if (sort) {
        sort(entries, exits, starts[b], starts[b + 1]);
      }
      int first = size;
      for (int i = starts[b]; i < starts[b + 1]; i++) {
        if (size > first && meets(exits[size - 1], entries[i], gapMillis)) {
          exits[size - 1] = Math.max(exits[size - 1], exits[i]);
        } else {
          entries[size] = entries[i];
          exits[size++] = exits[i];
        }
      }
      joinedStarts[b + 1] = size;
    }
    return new Spans(joinedStarts, Arrays.copyOf(entries, size), Arrays.copyOf(exits, size));
  }

  private static boolean meets(long exit, long entry, long gapMillis) {
    return entry <= exit || entry - exit < gapMillis;
  }

  /** By entry; a few spans at most buildings, so insertion, but not for long runs. */
  private static void sort(long[] entries, long[] exits, int first, int end) {
    if (end - first > 48) {
      sortLong(entries, exits, first, end);
      return;
    }
    for (int i = first + 1; i < end; i++) {
      long entry = entries[i];
      long exit = exits[i];
      int at = i;
      while (at > first && entries[at - 1] > entry) {
        entries[at] = entries[at - 1];
        exits[at] = exits[at - 1];
        at--;
      }
      entries[at] = entry;
      exits[at] = exit;
    }
  }

  private static void sortLong(long[] entries, long[] exits, int first, int end) {
    long[][] pairs = new long[end - first][];
    for (int i = first; i < end; i++) {
      pairs[i - first] = new long[] {entries[i], exits[i]};
    }
    Arrays.sort(pairs, java.util.Comparator.comparingLong(pair -> pair[0]));
    for (int i = first; i < end; i++) {
      entries[i] = pairs[i - first][0];
      exits[i] = pairs[i - first][1];
    }
  }

  int buildings() {
    return starts.length - 1;
  }

  /** The building's first span. */
  int first(int building) {
    return isChanged(building)
        ? entries.length + theirs.first(changed[building] - 1)
        : starts[building];
  }

  /** The span after the building's last. */
  int end(int building) {
    return isChanged(building)
        ? entries.length + theirs.end(changed[building] - 1)
        : starts[building + 1];
  }

  long entry(int span) {
    return span < entries.length ? entries[span] : theirs.entry(span - entries.length);
  }

  long exit(int span) {
    return span < exits.length ? exits[span] : theirs.exit(span - exits.length);
  }

  /** The building's last span that began at or before a moment; -1 when there is none. */
  int lastAt(int building, long moment) {
    int first = first(building);
    int low = first;
    int high = end(building) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (entry(middle) <= moment) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high >= first ? high : -1;
  }

  /** Whether somebody was there in {@code [from, to)}; a span that ends at {@code from} was not. */
  boolean touches(int building, long from, long to) {
    int span = lastAt(building, to - 1);
    return span >= 0 && (exit(span) > from || entry(span) >= from);
  }
}
