package org.linli.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Metric;
import org.linli.analysis.patrol.DutyReview;
import org.linli.analysis.patrol.PatrolAnalysis;
import org.linli.analysis.patrol.PatrolParameters;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;

/**
 * Which buildings 2,000 walks of 200 fixes covered: by the analysis, which keeps the buildings with
 * their index but nothing of the walks or of a result, and by PostGIS, which keeps both with
 * indexes in a metric projection.
 */
final class PatrolPart {
  private static final int WALKS = 2_000;
  private static final int FIXES = 200;
  static final PatrolParameters PARAMETERS =
      PatrolParameters.of(
          new PatrolAnalysis()
              .definition()
              .values(
                  Map.of(
                      "asOf",
                      Instant.ofEpochSecond(PatrolTown.AS_OF).toString(),
                      "interval",
                      "24",
                      "watchedFrom",
                      "2026-01-01T00:00:00Z"),
                  Audience.STAFF));

  private PatrolPart() {}

  static void run(Course course, Results results) throws Exception {
    Setagaya setagaya = Setagaya.load(course);
    LayerView buildings = setagaya.buildings();
    LayerView walks = PatrolTown.walks(buildings.extent(), WALKS, FIXES, 1);
    AnalysisInputs kept = new AnalysisInputs(Map.of("buildings", buildings, "patrols", walks));
    DutyReview.of(kept, PARAMETERS, Cancellation.NONE);
    try (PatrolRival rival = PatrolRival.start(buildings, walks)) {
      List<Integer> rounds = IntStream.range(0, course.rounds() + 2).boxed().toList();
      Contest<Integer> contest =
          new Contest<>(
                  new Contest.Entrant<Integer>("analysis", round -> coverage(kept, walks)),
                  new Contest.Entrant<>("postgis", round -> rival.coverage()))
              .warm(List.of(0, 1, 2))
              .run(rounds, PatrolPart::requireAgreement);
      Timings ours = contest.of("analysis");
      String what =
          String.format(
              Locale.ROOT,
              "patrol coverage of %s by %,d walks of %d fixes",
              setagaya.named(),
              WALKS,
              FIXES);
      results.add(Figure.ratio(what, ours, "PostGIS", contest.of("postgis"), 1 / 20.0));
      results.add(Figure.bound("the same in itself", ours.median() / 1e6, "ms", 1_000));
      results.note("PostGIS found its answer so: " + rival.plan());
    }
    results.add(Figure.alone("the same with the index made anew", fromNothing(kept), "ms"));
  }

  private static Answer coverage(AnalysisInputs kept, LayerView walks) {
    long start = System.nanoTime();
    AnalysisInputs inputs = kept.with("patrols", walks);
    Metric covered = DutyReview.of(inputs, PARAMETERS, Cancellation.NONE).coverage().get(0);
    long nanos = System.nanoTime() - start;
    String count = "" + Math.round(covered.numerator().orElseThrow());
    return new Answer(200, nanos, nanos, 0, count.getBytes(StandardCharsets.UTF_8));
  }

  /** The planes differ by a few parts in ten thousand, so a building or two may fall either way. */
  private static void requireAgreement(int round, List<Answer> answers) {
    long ours = count(answers.get(0));
    long theirs = count(answers.get(1));
    if (ours < 1_000 || Math.abs(ours - theirs) > ours * 0.002) {
      throw new IllegalStateException(ours + " buildings covered, not " + theirs + ".");
    }
  }

  private static long count(Answer answer) {
    return Long.parseLong(new String(answer.body(), StandardCharsets.UTF_8));
  }

  private static double fromNothing(AnalysisInputs kept) {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      AnalysisInputs nothing = new AnalysisInputs(kept.views());
      nanos.add(coverage(nothing, kept.get("patrols")).nanos());
    }
    return new Timings(nanos).median() / 1e6;
  }
}
