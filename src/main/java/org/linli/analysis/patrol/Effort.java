package org.linli.analysis.patrol;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Metric;

/** What the patrols of the window walked, without holes. Thread-safe. */
final class Effort {
  private static final double MILLIS_PER_HOUR = 3_600_000;
  private final Watch watch;
  private final List<Walked> walked;
  private final Deferred<Ground> ground;

  /**
   * The ground that was walked, which takes far longer than all else.
   *
   * @param swaths that of each patrol in square metres, in the order of the tracks
   */
  private record Ground(double[] swaths, Swept swept) {}

  Effort(Watch watch) {
    this.watch = watch;
    Tracks tracks = watch.records().tracks();
    this.walked =
        IntStream.range(0, tracks.size())
            .mapToObj(row -> Walked.of(tracks, row, watch.parameters()))
            .toList();
    this.ground = new Deferred<>(this::ground);
  }

  /**
   * The same with other walks.
   *
   * @param walked {@link #walkedWith} them
   */
  Effort(
      Effort before,
      Watch watch,
      OtherWalks walks,
      List<Walked> walked,
      Cancellation cancellation) {
    this.watch = watch;
    this.walked = walked;
    this.ground = Deferred.of(with(before, walks, cancellation));
  }

  private Ground with(Effort before, OtherWalks walks, Cancellation cancellation) {
    Ground was = before.ground.get(cancellation);
    int[] same = walks.same();
    return new Ground(
        IntStream.range(0, same.length)
            .mapToDouble(
                row -> same[row] < 0 ? swath(walked.get(row), cancellation) : was.swaths[same[row]])
            .toArray(),
        was.swept.with(
            IntStream.of(walks.gone()).mapToObj(before.walked::get).toList(),
            IntStream.of(walks.come()).mapToObj(walked::get).toList(),
            walked,
            cancellation));
  }

  private Ground ground(Cancellation cancellation) {
    return new Ground(
        walked.parallelStream().mapToDouble(walk -> swath(walk, cancellation)).toArray(),
        Swept.of(walked, watch.parameters().reachMetres(), cancellation));
  }

  private double swath(Walked walk, Cancellation cancellation) {
    cancellation.check();
    return walk.lines().isEmpty()
        ? 0
        : Swath.around(walk.geometry(), watch.parameters().reachMetres()).getArea();
  }

  /** What each patrol would have walked with other walks. */
  List<Walked> walkedWith(OtherWalks walks) {
    Tracks tracks = walks.records().tracks();
    int[] same = walks.same();
    return IntStream.range(0, same.length)
        .mapToObj(
            row ->
                same[row] < 0 ? Walked.of(tracks, row, watch.parameters()) : walked.get(same[row]))
        .toList();
  }

  /** What each patrol walked, in the order of the tracks. */
  List<Walked> walked() {
    return walked;
  }

  /** How far and how long they walked. */
  List<Metric> ways() {
    return List.of(
        metric("effort.kilometres", walked.stream().mapToDouble(Walked::metres).sum() / 1000),
        metric("effort.hours", walked.stream().mapToDouble(Walked::millis).sum() / MILLIS_PER_HOUR),
        metric(
            "effort.hole_hours",
            walked.stream().mapToDouble(Walked::holeMillis).sum() / MILLIS_PER_HOUR));
  }

  /** The ground that they came past, which takes long when it is first asked for. */
  List<Metric> grounds(Cancellation cancellation) {
    Ground walkedOver = ground.get(cancellation);
    return List.of(
        metric("effort.swept", walkedOver.swept.squareMetres()),
        metric("effort.swept_unmerged", DoubleStream.of(walkedOver.swaths).sum()));
  }

  private Metric metric(String id, double value) {
    return Metric.of(PatrolAnalysis.DEFINITION.getMetric(id), watch.parameters().asOfInstant())
        .without(watch.records().unusable())
        .value(value);
  }
}
