package org.linli.analysis.patrol;

/**
 * All that the buildings of a scope add up to. What some of them bring in can be exchanged for what
 * they would bring in otherwise; it is exact, so that the others need not be asked again.
 */
record Ledger(
    Sums kept,
    Sums coverage,
    Sums gaps,
    Sums presence,
    Sums nights,
    Sums hours,
    Sums keptBefore,
    Sums coveredBefore,
    Sums ages) {

  static Ledger of(Scope scope, Need need) {
    Watch watch = scope.watch();
    Trend trend = new Trend(scope);
    return new Ledger(
        new DutyKept(scope).sums(),
        new Coverage(scope).sums(need),
        new GapDays(watch).sums(scope),
        new PresenceMeasures(watch).sums(scope),
        new BlindSpots(scope).nightSums(),
        new BlindSpots(scope).hourSums(),
        trend.keptSums(),
        trend.coverageSums(),
        new GapAges(scope).sums());
  }

  Ledger exchanged(Ledger gone, Ledger come) {
    return new Ledger(
        kept.exchanged(gone.kept, come.kept),
        coverage.exchanged(gone.coverage, come.coverage),
        gaps.exchanged(gone.gaps, come.gaps),
        presence.exchanged(gone.presence, come.presence),
        nights.exchanged(gone.nights, come.nights),
        hours.exchanged(gone.hours, come.hours),
        keptBefore.exchanged(gone.keptBefore, come.keptBefore),
        coveredBefore.exchanged(gone.coveredBefore, come.coveredBefore),
        ages.exchanged(gone.ages, come.ages));
  }
}
