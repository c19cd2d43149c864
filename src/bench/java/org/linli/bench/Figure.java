package org.linli.bench;

import java.util.Locale;

/** One line of the results. */
record Figure(String what, String ours, String rival, String ratio, String target, boolean met) {

  /** Our time against a rival's, of which it may be at most a share. */
  static Figure ratio(String what, Timings ours, String rival, Timings theirs, double atMost) {
    double ratio = (double) ours.median() / theirs.median();
    return new Figure(
        what,
        ours.toString(),
        rival + ": " + theirs,
        share(ratio),
        "≤ " + share(atMost),
        ratio <= atMost);
  }

  /** Our time beside a rival's, where no target is set. */
  static Figure beside(String what, Timings ours, String rival, Timings theirs) {
    double ratio = (double) ours.median() / theirs.median();
    return new Figure(what, ours.toString(), rival + ": " + theirs, share(ratio), "", true);
  }

  /** A number of ours that may be at most a bound. */
  static Figure bound(String what, double value, String unit, double atMost) {
    return new Figure(
        what,
        number(value) + " " + unit,
        "",
        "",
        "≤ " + number(atMost) + " " + unit,
        value <= atMost);
  }

  /** A number of ours without a target. */
  static Figure alone(String what, double value, String unit) {
    return new Figure(what, number(value) + " " + unit, "", "", "", true);
  }

  private static String share(double ratio) {
    return ratio < 0.5
        ? String.format(Locale.ROOT, "1/%.1f", 1 / ratio).replace(".0", "")
        : String.format(Locale.ROOT, "%.2f", ratio);
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  String row() {
    String verdict = target.isEmpty() ? "" : met ? "yes" : "**no**";
    return "| " + String.join(" | ", what, ours, rival, ratio, target, verdict) + " |";
  }
}
