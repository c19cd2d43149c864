package org.linli.catalogue.analyses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.analysis.Cancellation;
import org.linli.analysis.CancelledException;
import org.linli.analysis.CommunityTime;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.layer.Parameters;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;
import org.linli.testing.TownLayers;

@Timeout(60)
class RehearsalTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-15T10:00:00Z"), CommunityTime.ZONE);

  private final MemoryStore store = new MemoryStore();
  private final Questions questions = new Questions(CLOCK);
  private final AnalysisRuns runs = new AnalysisRuns(2, 32);

  @AfterEach
  void close() {
    runs.close();
  }

  private void plant(String layerId) {
    LayerDefinition definition = BuiltInLayers.find(layerId).orElseThrow();
    Object[] values = new Object[definition.fields().size()];
    store.put(
        definition,
        List.of(new Feature("one", TownLayers.house(1).geometry().orElseThrow(), values)));
  }

  @Test
  void whatAVisitorAsksFirstIsAnsweredBeforeHeAsks() {
    plant("buildings");
    plant("green_spaces");
    try (Snapshots snapshots = Snapshots.load(store)) {
      new Rehearsal(snapshots, questions, runs).run(Cancellation.NONE);
      long rehearsed = runs.begun();
      assertThat(rehearsed).isPositive();
      for (Audience audience : Audience.values()) {
        runs.find(
            questions.of(
                Analyses.get("access", audience),
                snapshots.current(),
                audience,
                new Parameters(Map.of())),
            Cancellation.NONE);
      }
      assertThat(runs.begun()).as("nothing was worked out again").isEqualTo(rehearsed);
    }
  }

  @Test
  void aPortalWithoutLayersHasNothingToRehearse() {
    try (Snapshots snapshots = Snapshots.load(store)) {
      new Rehearsal(snapshots, questions, runs).run(Cancellation.NONE);
      assertThat(runs.begun()).isZero();
    }
  }

  @Test
  void itStopsWhenThePortalDoes() {
    plant("buildings");
    plant("green_spaces");
    try (Snapshots snapshots = Snapshots.load(store)) {
      Rehearsal rehearsal = new Rehearsal(snapshots, questions, runs);
      assertThatThrownBy(() -> rehearsal.run(() -> true)).isInstanceOf(CancelledException.class);
      assertThat(runs.begun()).isZero();
    }
  }
}
