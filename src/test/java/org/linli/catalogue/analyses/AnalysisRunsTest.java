package org.linli.catalogue.analyses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.analysis.Alternative;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.AnalysisDefinitions;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.CancelledException;
import org.linli.analysis.Overlay;
import org.linli.analysis.ParameterValues;
import org.linli.analysis.Workings;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;

@Timeout(60)
class AnalysisRunsTest {
  private static final AnalysisDefinition PATROL = AnalysisDefinitions.get("patrol");

  private final AnalysisRuns runs = new AnalysisRuns(2, 2);
  private final ExecutorService clients = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    runs.close();
    clients.shutdownNow();
  }

  /** An analysis that does what the test says. */
  private record Scripted(BiFunction<AnalysisInputs, Cancellation, Integer> script)
      implements Analysis {
    @Override
    public AnalysisDefinition definition() {
      return PATROL;
    }

    @Override
    public AnalysisResult result(
        AnalysisInputs inputs, ParameterValues parameters, Cancellation cancellation) {
      script.apply(inputs, cancellation);
      return new AnalysisResult(
          "patrol",
          parameters.asOf(),
          Optional.empty(),
          false,
          List.of(),
          List.of(),
          List.of(),
          List.of());
    }
  }

  private static Question question(Analysis analysis, String asOf, Map<String, LayerView> layers) {
    return new Question(
        analysis,
        new TreeMap<>(layers),
        PATROL.values(Map.of("asOf", asOf), Audience.STAFF),
        Map.of("asOf", asOf));
  }

  private static Question question(Analysis analysis, int day) {
    return question(analysis, "2026-06-0" + day + "T00:00:00Z", Map.of());
  }

  @Test
  void aQuestionIsAnsweredOnceAndTheAnswerKept() {
    Scripted analysis = new Scripted((inputs, cancellation) -> 0);
    Finding first = runs.find(question(analysis, 1), Cancellation.NONE);
    assertThat(runs.find(question(analysis, 1), Cancellation.NONE)).isSameAs(first);
    assertThat(runs.begun()).isEqualTo(1);
    assertThat(first.result(Audience.STAFF).asOf())
        .isEqualTo(Instant.parse("2026-06-01T00:00:00Z"));
  }

  /** What takes long is not worked out for the brief answer, and for the whole one only once. */
  @Test
  void aBriefAnswerIsMadeWholeWhenSomebodyAsksForAllOfIt() {
    AtomicInteger made = new AtomicInteger();
    Analysis analysis = new Lengthy(made);
    Finding brief = runs.findBrief(question(analysis, 1), Cancellation.NONE);
    assertThat(made).hasValue(0);
    assertThat(runs.find(question(analysis, 1), Cancellation.NONE)).isSameAs(brief);
    assertThat(made).hasValue(1);
    runs.find(question(analysis, 1), Cancellation.NONE);
    assertThat(runs.begun()).isEqualTo(2);
  }

  /** An analysis whose whole result is made when it is asked for. */
  private record Lengthy(AtomicInteger made) implements Analysis {
    @Override
    public AnalysisDefinition definition() {
      return PATROL;
    }

    @Override
    public AnalysisResult result(
        AnalysisInputs inputs, ParameterValues parameters, Cancellation cancellation) {
      return workings(inputs, parameters, cancellation).result();
    }

    @Override
    public Workings workings(
        AnalysisInputs inputs, ParameterValues parameters, Cancellation cancellation) {
      AnalysisResult brief =
          new Scripted((all, unwanted) -> 0).result(inputs, parameters, cancellation);
      return new Workings() {
        @Override
        public AnalysisResult result() {
          return brief;
        }

        @Override
        public void complete(Cancellation unwanted) {
          unwanted.check();
          made.incrementAndGet();
        }

        @Override
        public AnalysisResult brief() {
          return brief;
        }

        @Override
        public boolean isWhole() {
          return made.get() > 0;
        }

        @Override
        public Alternative alternative(Map<String, Overlay> overlays, Cancellation unwanted) {
          return Alternative.of(brief, brief);
        }
      };
    }
  }

  @Test
  void noMoreAnswersAreKeptThanMayBe() {
    Scripted analysis = new Scripted((inputs, cancellation) -> 0);
    for (int day : new int[] {1, 2, 1, 3}) {
      runs.find(question(analysis, day), Cancellation.NONE);
    }
    assertThat(runs.begun()).isEqualTo(3);
    // The second was not asked for the longest, so it is forgotten; the first is still there.
    runs.find(question(analysis, 1), Cancellation.NONE);
    assertThat(runs.begun()).isEqualTo(3);
    runs.find(question(analysis, 2), Cancellation.NONE);
    assertThat(runs.begun()).isEqualTo(4);
  }

  @Test
  void whoAsksTheSameAtTheSameTimeWaitsForOneRun() throws Exception {
    CountDownLatch asked = new CountDownLatch(3);
    Scripted analysis =
        new Scripted(
            (inputs, cancellation) -> {
              await(asked);
              return 0;
            });
    List<Future<Finding>> findings =
        List.of(
            clients.submit(() -> runs.find(question(analysis, 1), () -> tell(asked))),
            clients.submit(() -> runs.find(question(analysis, 1), () -> tell(asked))),
            clients.submit(() -> runs.find(question(analysis, 1), () -> tell(asked))));
    for (Future<Finding> finding : findings) {
      assertThat(finding.get()).isSameAs(findings.get(0).get());
    }
    assertThat(runs.begun()).isEqualTo(1);
    assertThat(runs.underWay()).isZero();
  }

  /** A client that stays, and says that it waits. */
  private static boolean tell(CountDownLatch asked) {
    asked.countDown();
    return false;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(50, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void aRunEndsWhenItsLastClientGoesAwayAndNotBefore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicBoolean firstIsGone = new AtomicBoolean();
    AtomicBoolean secondIsGone = new AtomicBoolean();
    CountDownLatch secondWaits = new CountDownLatch(1);
    Scripted analysis =
        new Scripted(
            (inputs, cancellation) -> {
              begun.countDown();
              try {
                while (true) {
                  cancellation.check();
                  Thread.onSpinWait();
                }
              } finally {
                ended.countDown();
              }
            });
    Future<Finding> first =
        clients.submit(() -> runs.find(question(analysis, 1), firstIsGone::get));
    Future<Finding> second =
        clients.submit(
            () ->
                runs.find(
                    question(analysis, 1),
                    () -> {
                      secondWaits.countDown();
                      return secondIsGone.get();
                    }));
    await(begun);
    await(secondWaits);
    firstIsGone.set(true);
    assertThatThrownBy(first::get).hasCauseInstanceOf(CancelledException.class);
    assertThat(runs.underWay()).isEqualTo(1);
    assertThat(ended.getCount()).isEqualTo(1);
    secondIsGone.set(true);
    assertThatThrownBy(second::get).hasCauseInstanceOf(CancelledException.class);
    await(ended);
    assertThat(runs.underWay()).isZero();
    assertThat(runs.begun()).isEqualTo(1);
  }

  @Test
  void whatFailsIsToldAndTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    Scripted analysis =
        new Scripted(
            (inputs, cancellation) -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("not today");
              }
              return 0;
            });
    assertThatThrownBy(() -> runs.find(question(analysis, 1), Cancellation.NONE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not today");
    assertThat(runs.find(question(analysis, 1), Cancellation.NONE)).isNotNull();
  }

  @Test
  void whatOneLayerGaveIsRememberedWhileItStaysAsItIs() throws ExecutionException {
    MemoryStore store = new MemoryStore();
    for (String id : List.of("buildings", "visits")) {
      store.put(BuiltInLayers.find(id).orElseThrow(), List.of());
    }
    AtomicInteger ofBuildings = new AtomicInteger();
    AtomicInteger ofVisits = new AtomicInteger();
    Scripted analysis =
        new Scripted(
            (inputs, cancellation) ->
                inputs.once(java.util.Set.of("buildings"), "b", ofBuildings::incrementAndGet)
                    + inputs.once(java.util.Set.of("visits"), "v", ofVisits::incrementAndGet));
    try (Snapshots snapshots = Snapshots.load(store)) {
      runs.find(question(analysis, "2026-06-01T00:00:00Z", views(snapshots)), Cancellation.NONE);
      runs.find(question(analysis, "2026-06-02T00:00:00Z", views(snapshots)), Cancellation.NONE);
      assertThat(ofVisits).hasValue(1);
      store.put(BuiltInLayers.find("visits").orElseThrow(), List.of());
      runs.find(question(analysis, "2026-06-01T00:00:00Z", views(snapshots)), Cancellation.NONE);
    }
    assertThat(runs.begun()).isEqualTo(3);
    assertThat(ofVisits).hasValue(2);
    assertThat(ofBuildings).hasValue(1);
  }

  private static Map<String, LayerView> views(Snapshots snapshots) {
    Map<String, LayerView> views = new TreeMap<>();
    snapshots
        .current()
        .listViews(Audience.STAFF)
        .forEach(view -> views.put(view.definition().id(), view));
    return views;
  }
}
