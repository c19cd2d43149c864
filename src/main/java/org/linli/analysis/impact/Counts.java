package org.linli.analysis.impact;

/**
 * The hazards of a site and of the places that it is compared with.
 *
 * @param after T1, its hazards in the second window
 * @param remembered whether two years before the proposal are on record
 */
record Counts(History site, int after, Comparison comparison, boolean remembered) {

  double total() {
    return site.before() + after;
  }

  RateRatio ratio() {
    return remembered
        ? new HistoryRatio(site, after, comparison.regression())
        : new PlainRatio(site, after, comparison.split());
  }

  /** Whether the places compared can tell anything of one with such a history. */
  boolean isLikeOthers() {
    return !remembered || comparison.explains(site);
  }
}
