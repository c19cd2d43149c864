package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Exclusion;
import org.linli.analysis.Metric;
import org.linli.analysis.Series;
import org.linli.analysis.SortedValues;

/**
 * What the numbers of one duty are told from: the sums over all buildings, and what is no sum. With
 * other walks only the buildings that they passed are asked again. Immutable.
 */
final class DutyFigures {
  private final Watch watch;
  private final Need need;
  private final Scope all;
  private final Ledger ledger;
  private final long[] longest;
  private final SortedValues evenness;
  private final Effort effort;
  private final Deferred<EmptyCircle> circle;

  DutyFigures(Watch watch, Need need, Cancellation cancellation) {
    this.watch = watch;
    this.need = need;
    this.all = new Scope(watch);
    this.ledger = Ledger.of(all, need);
    cancellation.check();
    this.longest = new GapDays(watch).longest();
    this.evenness = new PresenceMeasures(watch).evenness(all);
    cancellation.check();
    this.effort = new Effort(watch);
    this.circle = new Deferred<>(unwanted -> new EmptyCircle(watch, effort, unwanted));
  }

  /** The same with other walks. */
  private DutyFigures(
      DutyFigures before, OtherWalks walks, OtherWalks.Result other, Cancellation cancellation) {
    int[] affected = other.affected();
    this.watch = other.watch();
    this.need = before.need;
    this.all = new Scope(watch);
    Scope was = Scope.of(before.watch, affected);
    Scope is = Scope.of(watch, affected);
    List<Walked> walked = before.effort.walkedWith(walks);
    Meanwhile<EmptyCircle> empty =
        Meanwhile.begin(
            () -> before.circle.get(cancellation).with(watch, walks, walked, cancellation));
    Meanwhile<Ledger> gone = Meanwhile.begin(() -> Ledger.of(was, need));
    Ledger come = Ledger.of(is, need);
    this.longest = before.longest.clone();
    GapDays gaps = new GapDays(watch);
    IntStream.of(affected).forEach(b -> longest[b] = gaps.longest(b).millis());
    this.evenness =
        before.evenness.with(
            new PresenceMeasures(before.watch).evenness(was),
            new PresenceMeasures(watch).evenness(is));
    cancellation.check();
    this.ledger = before.ledger.exchanged(gone.get(), come);
    this.effort = new Effort(before.effort, watch, walks, walked, cancellation);
    this.circle = Deferred.of(empty.get());
  }

  DutyFigures with(OtherWalks walks, OtherWalks.Result other, Cancellation cancellation) {
    return new DutyFigures(this, walks, other, cancellation);
  }

  Watch watch() {
    return watch;
  }

  List<Metric> metrics(Cancellation cancellation) {
    return metrics(
        Stream.concat(
                effort.grounds(cancellation).stream(),
                circle.get(cancellation).metrics(all).stream())
            .toList());
  }

  /** Without the ground that was walked and the emptiest spot beside it, which take long. */
  List<Metric> brief() {
    return metrics(List.of());
  }

  private List<Metric> metrics(List<Metric> lengthy) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(new DutyKept(all).metric(ledger.kept()));
    metrics.addAll(new Coverage(all).metrics(need, ledger.coverage()));
    metrics.addAll(new GapDays(watch).metrics(all, ledger.gaps(), longest));
    metrics.addAll(new PresenceMeasures(watch).metrics(all, ledger.presence(), evenness));
    metrics.add(new BlindSpots(all).nights(ledger.nights()));
    metrics.addAll(effort.ways());
    metrics.addAll(lengthy);
    metrics.addAll(completeness());
    return metrics;
  }

  private List<Metric> completeness() {
    Precinct precinct = watch.precinct();
    Tracks tracks = watch.records().tracks();
    long ofDuty = IntStream.range(0, tracks.size()).filter(tracks::isOfDuty).count();
    long peopled = IntStream.range(0, precinct.size()).filter(precinct::knowsResidents).count();
    Exclusion unpeopled =
        new Exclusion("residents_unknown", precinct.where(b -> !precinct.knowsResidents(b)));
    return List.of(
        all.metric("completeness.residents")
            .without(List.of(unpeopled))
            .quotient(peopled, precinct.size(), "nothing_to_count"),
        all.metric("completeness.tracks")
            .without(watch.records().unusable())
            .quotient(ofDuty - tracks.untimed().size(), ofDuty, "nothing_to_count"));
  }

  List<Series> series() {
    Trend trend = new Trend(all);
    List<Series> series = new ArrayList<>();
    series.add(new BlindSpots(all).byHour(ledger.hours()));
    series.add(trend.kept(ledger.keptBefore()));
    series.add(trend.coverage(ledger.coveredBefore()));
    series.addAll(new GapAges(all).series(ledger.ages()));
    return series;
  }
}
