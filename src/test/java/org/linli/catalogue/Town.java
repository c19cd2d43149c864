package org.linli.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.linli.analysis.CommunityTime;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.Questions;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;
import org.linli.testing.TownLayers;

/**
 * The town of the tests as a catalogue has it: {@code houses} and {@code notes}, and of the layers
 * that come with the portal one green space and one building, so that there is a layer to be made.
 */
public final class Town implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-06-15T10:00:00Z");
  public static final Site SITE = new Site("https://data.example.org");

  private final MemoryStore store = new MemoryStore();
  private final AnalysisRuns runs = new AnalysisRuns(1, 4);
  private final Snapshots snapshots;
  private final ServedLayers layers;
  private final Datasets datasets;

  public Town() {
    store.put(TownLayers.HOUSES_LAYER, TownLayers.houses());
    store.put(TownLayers.NOTES_LAYER, TownLayers.notes());
    plant("buildings");
    plant("green_spaces");
    Clock clock = Clock.fixed(NOW, CommunityTime.ZONE);
    this.snapshots = Snapshots.load(store);
    this.layers = new ServedLayers(snapshots, new Questions(clock), runs);
    this.datasets = new Datasets(snapshots, layers, clock, new FileSizes());
  }

  private void plant(String layerId) {
    LayerDefinition definition = BuiltInLayers.find(layerId).orElseThrow();
    Object[] values = new Object[definition.fields().size()];
    store.put(
        definition,
        List.of(new Feature("one", TownLayers.house(1).geometry().orElseThrow(), values)));
  }

  public MemoryStore store() {
    return store;
  }

  public Snapshots snapshots() {
    return snapshots;
  }

  public ServedLayers layers() {
    return layers;
  }

  public Datasets datasets() {
    return datasets;
  }

  @Override
  public void close() {
    snapshots.close();
    runs.close();
  }
}
