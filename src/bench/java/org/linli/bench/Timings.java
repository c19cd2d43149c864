package org.linli.bench;

import java.util.List;
import java.util.Locale;

/** How long something took, many times over, in nanoseconds, ascending. */
record Timings(List<Long> nanos) {
  Timings {
    nanos = nanos.stream().sorted().toList();
  }

  long min() {
    return nanos.get(0);
  }

  long median() {
    return at(0.5);
  }

  long p95() {
    return at(0.95);
  }

  private long at(double share) {
    return nanos.get((int) Math.min(nanos.size() - 1.0, Math.floor(share * nanos.size())));
  }

  /** The median with the least and the 95th percentile, in a unit that suits. */
  @Override
  public String toString() {
    return text(median()) + " (" + text(min()) + " – " + text(p95()) + ", n=" + nanos.size() + ")";
  }

  static String text(long nanos) {
    if (nanos >= 1_000_000_000) {
      return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
    return nanos >= 1_000_000
        ? String.format(Locale.ROOT, "%.1f ms", nanos / 1e6)
        : String.format(Locale.ROOT, "%.0f µs", nanos / 1e3);
  }
}
