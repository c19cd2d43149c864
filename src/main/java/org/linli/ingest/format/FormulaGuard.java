package org.linli.ingest.format;

/**
 * The apostrophe that careful programs, this one among them, put before a text that a spreadsheet
 * would run as a formula.
 */
final class FormulaGuard {
  private static final String TRIGGERS = "=+-@\t\r";

  private FormulaGuard() {}

  /** The text that was guarded; any other text as it is. */
  static String removed(String value) {
    int first = 0;
    while (first < value.length() && value.charAt(first) == '\'') {
      first++;
    }
    boolean guarded =
        first > 0 && first < value.length() && TRIGGERS.indexOf(value.charAt(first)) >= 0;
    return guarded ? value.substring(1) : value;
  }
}
