package org.linli.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.linli.analysis.Alternative;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Metric;
import org.linli.analysis.Overlay;
import org.linli.analysis.coverage.AccessAnalysis;
import org.linli.analysis.impact.ImpactAnalysis;
import org.linli.analysis.patrol.PatrolAnalysis;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.Finding;
import org.linli.catalogue.analyses.Question;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.snapshot.LayerView;

/**
 * What-ifs, each about another change, where the result before is kept as the portal keeps it:
 * beside the same worked out from the layers by us, index of the buildings and all that does not
 * change kept, and by PostGIS on a copy with the change in it.
 */
final class WhatIfPart {
  private static final int SMALL = 5_000;
  private static final double SMALL_MILLIS = 30;
  private static final double LARGE_MILLIS = 150;
  private static final int CHANGES = 41;

  /** So many are asked before it counts, as of a portal that has run for a while. */
  private static final int WARMING = 100;

  private static final int ANEW = 2;
  private final AnalysisRuns runs = new AnalysisRuns(2, 8);

  private final WhatIfTown town;
  private final String named;
  private final double atMost;
  private final Results results;

  private WhatIfPart(WhatIfTown town, String named, double atMost, Results results) {
    this.town = town;
    this.named = named;
    this.atMost = atMost;
    this.results = results;
  }

  static void run(Course course, Results results) throws Exception {
    new WhatIfPart(
            WhatIfTown.of(PatrolTown.buildings(SMALL)), "5,000 buildings", SMALL_MILLIS, results)
        .run();
    if (!course.isFull()) {
      new WhatIfPart(
              WhatIfTown.of(PatrolTown.buildings(18_000)),
              "18,000 buildings",
              LARGE_MILLIS,
              results)
          .run();
      return;
    }
    Setagaya setagaya = Setagaya.load(course);
    new WhatIfPart(WhatIfTown.of(setagaya.buildings()), setagaya.named(), LARGE_MILLIS, results)
        .run();
  }

  /**
   * A kind of change.
   *
   * @param layer that it is of, played in the role
   * @param number the metric whose numerator PostGIS counts too
   */
  private record Kind(
      String title,
      Analysis analysis,
      String role,
      String layer,
      Map<String, String> parameters,
      IntFunction<Feature> change,
      String number,
      WhatIfRival.Rule rule) {}

  private void run() throws Exception {
    try (WhatIfRival rival = WhatIfRival.start(town)) {
      for (Kind kind : kinds()) {
        measure(kind, rival);
      }
    }
  }

  private List<Kind> kinds() {
    return List.of(
        new Kind(
            "a drawn patrol of 200 fixes among 2,000",
            new PatrolAnalysis(),
            "patrols",
            "patrols",
            Map.of("interval", "24", "watchedFrom", "2026-01-01T00:00:00Z"),
            town::drawnWalk,
            "coverage.buildings",
            WhatIfRival.Rule.PATROL),
        new Kind(
            "a new green space, straight",
            new AccessAnalysis(),
            "green_spaces",
            "green_spaces",
            Map.of("mode", "straight"),
            town::drawnPark,
            "access.buildings",
            WhatIfRival.Rule.PARK),
        new Kind(
            "a new green space, walking",
            new AccessAnalysis(),
            "green_spaces",
            "green_spaces",
            Map.of("mode", "walk"),
            town::drawnPark,
            "access.buildings",
            WhatIfRival.Rule.NONE),
        new Kind(
            "a moved post, straight",
            new AccessAnalysis(),
            "green_spaces",
            "posts",
            Map.of("mode", "straight", "minArea", "0", "distance", "800"),
            town::movedPost,
            "access.buildings",
            WhatIfRival.Rule.POST),
        new Kind(
            "a moved post, walking",
            new AccessAnalysis(),
            "green_spaces",
            "posts",
            Map.of("mode", "walk", "minArea", "0", "distance", "800"),
            town::movedPost,
            "access.buildings",
            WhatIfRival.Rule.NONE),
        new Kind(
            "a new project",
            new ImpactAnalysis(),
            "projects",
            "projects",
            Map.of(),
            town::drawnProject,
            "reach.residents",
            WhatIfRival.Rule.PROJECT));
  }

  private Question question(Kind kind) {
    SortedMap<String, LayerView> layers = new TreeMap<>();
    kind.analysis()
        .definition()
        .roles()
        .forEach(
            role -> {
              String layer = role.name().equals(kind.role()) ? kind.layer() : role.name();
              if (town.layers().containsKey(layer)) {
                layers.put(role.name(), town.layers().get(layer));
              }
            });
    Map<String, String> given = new HashMap<>(kind.parameters());
    given.put("asOf", Instant.ofEpochSecond(PatrolTown.AS_OF).toString());
    return new Question(
        kind.analysis(), layers, kind.analysis().definition().values(given, Audience.STAFF), given);
  }

  private void measure(Kind kind, WhatIfRival rival) throws Exception {
    Question question = question(kind);
    long start = System.nanoTime();
    Finding before = runs.find(question, Cancellation.NONE);
    long first = System.nanoTime() - start;
    ask(kind, before, 0);
    long cold = System.nanoTime() - start;
    Timings early = ask(kind, before, 1, WARMING);
    Timings ours = ask(kind, before, WARMING + 1, CHANGES);
    String what = kind.title() + " in " + named;
    results.add(Figure.bound("what-if: " + what, ours.median() / 1e6, "ms", atMost));
    results.add(Figure.beside("the same", ours, "worked out anew by us", anew(kind, before)));
    if (kind.rule() != WhatIfRival.Rule.NONE) {
      results.add(Figure.beside("the same", ours, "PostGIS", postgis(kind, before, rival)));
    }
    results.note(
        String.format(
            Locale.ROOT,
            "The first question about %s took %.1f s, with the first what-if %.1f s: until then"
                + " nothing is kept. The %d what-ifs after it, while the virtual machine still"
                + " compiled: %s.",
            what,
            first / 1e9,
            cold / 1e9,
            WARMING,
            early));
  }

  private Timings ask(Kind kind, Finding before, int first, int count) {
    return new Timings(
        IntStream.range(first, first + count)
            .mapToObj(number -> ask(kind, before, number).nanos())
            .toList());
  }

  private Map<String, Overlay> overlays(Kind kind, int number) {
    Feature feature = kind.change().apply(number);
    LayerView layer = town.layers().get(kind.layer()).with(List.of(feature), Set.of());
    return Map.of(kind.role(), new Overlay(layer, Set.of(feature.code())));
  }

  private Answer ask(Kind kind, Finding before, int number) {
    long start = System.nanoTime();
    Alternative after = runs.findIf(overlays(kind, number), before, Cancellation.NONE);
    return answer(after.getMetric(kind.number()), System.nanoTime() - start);
  }

  private static Answer answer(Metric metric, long nanos) {
    double counted = metric.numerator().orElseGet(() -> metric.value().orElseThrow());
    String text = "" + Math.round(counted);
    return new Answer(200, nanos, nanos, 0, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What does not follow from the changed layer is kept, as it would be after an edit. */
  private Timings anew(Kind kind, Finding before) {
    Question question = before.question();
    AnalysisInputs kept = new AnalysisInputs(question.layers());
    kind.analysis().result(kept, question.values(), Cancellation.NONE);
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < ANEW; i++) {
      long start = System.nanoTime();
      AnalysisInputs inputs = Overlay.laidOver(kept, overlays(kind, 100 + i));
      Metric metric =
          kind.analysis()
              .result(inputs, question.values(), Cancellation.NONE)
              .getMetric(kind.number());
      Answer answer = answer(metric, System.nanoTime() - start);
      requireSame(answer, ask(kind, before, 100 + i), 0);
      nanos.add(answer.nanos());
    }
    return new Timings(nanos);
  }

  private Timings postgis(Kind kind, Finding before, WhatIfRival rival) throws Exception {
    List<Long> nanos = new ArrayList<>();
    for (int i : IntStream.range(0, 3).toArray()) {
      Answer theirs = rival.count(kind.rule(), kind.change().apply(100 + i));
      requireSame(ask(kind, before, 100 + i), theirs, 0.005);
      nanos.add(theirs.nanos());
    }
    return new Timings(nanos);
  }

  private static void requireSame(Answer one, Answer other, double leniency) {
    long ours = number(one);
    long theirs = number(other);
    if (ours == 0 || Math.abs(ours - theirs) > ours * leniency) {
      throw new IllegalStateException(ours + " counted, not " + theirs + ".");
    }
  }

  private static long number(Answer answer) {
    return Long.parseLong(new String(answer.body(), StandardCharsets.UTF_8));
  }
}
