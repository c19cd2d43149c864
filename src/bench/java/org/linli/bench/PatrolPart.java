package org.linli.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Metric;
import org.linli.analysis.patrol.DutyReview;
import org.linli.analysis.patrol.PatrolAnalysis;
import org.linli.analysis.patrol.PatrolParameters;
import org.linli.ingest.ImportProgress;
import org.linli.ingest.ImportRequest;
import org.linli.ingest.Importer;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;

/**
 * Which buildings 2,000 walks of 200 fixes covered: by the analysis, which keeps the buildings with
 * their index but nothing of the walks or of a result, and by PostGIS, which keeps both with
 * indexes in a metric projection. Then how the cost grows with the buildings.
 */
final class PatrolPart {
  private static final int WALKS = 2_000;
  private static final int FIXES = 200;
  private static final int SETAGAYA = 178_962;
  private static final int[] GROWTH = {10_000, 30_000, 100_000, 300_000, 1_000_000, 2_000_000};
  private static final PatrolParameters PARAMETERS =
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
    LayerView buildings = setagaya(course);
    LayerView walks = PatrolTown.walks(buildings.extent(), WALKS, FIXES, 1);
    AnalysisInputs kept = new AnalysisInputs(Map.of("buildings", buildings, "patrols", walks));
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
              "patrol coverage of %,d buildings by %,d walks of %d fixes",
              buildings.count(),
              WALKS,
              FIXES);
      results.add(Figure.ratio(what, ours, "PostGIS", contest.of("postgis"), 1 / 20.0));
      results.add(Figure.bound("the same in itself", ours.median() / 1e6, "ms", 1_000));
      results.note("PostGIS found its answer so: " + rival.plan());
    }
    results.add(Figure.alone("the same with the index made anew", fromNothing(kept), "ms"));
    growth(results);
  }

  private static LayerView setagaya(Course course) throws Exception {
    Path file =
        Path.of(Optional.ofNullable(System.getenv("LINLI_DATA")).orElse("../shared/data"))
            .resolve("buildings/tokyo-setagaya.gpkg");
    if (Files.notExists(file)) {
      return PatrolTown.buildings(SETAGAYA);
    }
    MemoryStore store = new MemoryStore();
    new Importer(
            store, course.emptyFolder("patrol-scratch"), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
        .run(ImportRequest.of("footprints", file), ImportProgress.NONE);
    try (Snapshots snapshots = Snapshots.load(store)) {
      return snapshots.current().findView("footprints", Audience.STAFF).orElseThrow();
    }
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

  /** As many walks for each building everywhere: the cost for each should hardly grow. */
  private static void growth(Results results) throws SQLException {
    StringBuilder table =
        new StringBuilder("buildings, walks of 200: ms with the index made anew, µs a building ·");
    for (int count : GROWTH) {
      LayerView buildings = PatrolTown.buildings(count);
      LayerView walks = PatrolTown.walks(buildings.extent(), count / 100, FIXES, 2);
      AnalysisInputs inputs = new AnalysisInputs(Map.of("buildings", buildings, "patrols", walks));
      double millis = fromNothing(inputs);
      table.append(
          String.format(
              Locale.ROOT,
              " %,d, %,d: %.0f ms, %.2f µs ·",
              count,
              count / 100,
              millis,
              millis * 1000 / count));
    }
    results.note(table.toString());
  }
}
