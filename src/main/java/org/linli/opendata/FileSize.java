package org.linli.opendata;

import java.util.Locale;

/** How large a file is, as people read it: in thousands, to three figures at most. */
final class FileSize {
  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final double STEP = 1000;

  private FileSize() {}

  /** {@code 831 kB}, {@code 1.2 MB}. */
  static String of(long bytes) {
    double left = bytes;
    int unit = 0;
    // What would be rounded to a whole step is said in the next unit.
    while (left >= STEP - 0.5 && unit < UNITS.length - 1) {
      left /= STEP;
      unit++;
    }
    String form = left < 9.95 && unit > 0 ? "%.1f %s" : "%.0f %s";
    return String.format(Locale.ROOT, form, left, UNITS[unit]);
  }
}
