package org.linli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.config.DemoHome.Settled;
import org.linli.config.Home.Origin;
import org.linli.demo.DemoLayers;
import org.linli.demo.DemoManifest;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.store.BulkLoad;
import org.linli.store.FeatureStore.StoredLayer;
import org.linli.store.LoadMode;
import org.linli.testing.MemoryStore;
import org.linli.testing.TownLayers;

/** When the demo comes, when it goes, and what a crash between leaves. */
class DemoHomeTest {
  private static final Instant DEMO_NOW = Instant.parse("2026-06-15T10:00:00Z");

  @TempDir Path folder;
  private final MemoryStore store = new MemoryStore();
  private Home home;
  private DemoHome demo;

  @BeforeEach
  void open() {
    home = Home.open(folder);
    demo = new DemoHome(home, store);
  }

  private Map<String, Long> counts() {
    return store.listLayers().stream()
        .collect(Collectors.toMap(layer -> layer.definition().id(), StoredLayer::count));
  }

  private static List<String> demoLayers() {
    return DemoLayers.in(new MemoryStore()).manifest().imports().stream()
        .map(DemoManifest.Import::layer)
        .toList();
  }

  /** A load that ends in the middle leaves the layers before that, and the note that it began. */
  private void leaveHalfOfTheDemo() {
    demo.settle(true);
    home.setOrigin(store.id(), Origin.DEMO_COMING);
    List.of("visits", "patrols", "hazards").forEach(store::dropLayer);
  }

  private void addOwnBuilding(String code) {
    LayerDefinition buildings = store.getLayer("buildings").definition();
    Object[] values = new Object[buildings.fields().size()];
    values[buildings.getIndex(LayerDefinition.SOURCE)] = "own.csv";
    try (BulkLoad load = store.bulkLoad(buildings, LoadMode.APPEND)) {
      load.add(new Feature(code, TownLayers.house(0).shape(), values));
      load.commit();
    }
  }

  @Test
  void anEmptyHomeStartsWithTheWholeDemo() {
    assertThat(demo.settle(true)).isEqualTo(Settled.LOADED);
    Map<String, Long> counts = counts();
    assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(demoLayers());
    // src/docs/demo.md: one estate with six grids, one sub-district with 45 compounds and more.
    assertThat(counts.get("communities")).isGreaterThanOrEqualTo(1 + 6 + 1 + 45);
    assertThat(counts.get("buildings")).isGreaterThan(47);
    assertThat(counts.get("projects")).isGreaterThanOrEqualTo(500);
    assertThat(counts.get("patrols")).isBetween(70L, 400L);
    assertThat(home.findOrigin(store.id())).contains(Origin.DEMO);
    assertThat(home.scratch()).isEmptyDirectory();
  }

  @Test
  void theSecondStartFindsItAndLeavesItAlone() {
    demo.settle(true);
    Map<String, Long> versions = versions();
    assertThat(demo.settle(true)).isEqualTo(Settled.PRESENT);
    assertThat(versions()).isEqualTo(versions);
  }

  private Map<String, Long> versions() {
    Map<String, Long> versions = new HashMap<>();
    store.listLayers().forEach(layer -> versions.put(layer.definition().id(), layer.version()));
    return versions;
  }

  @Test
  void noDemoComesUnwanted() {
    assertThat(demo.settle(false)).isEqualTo(Settled.ABSENT);
    assertThat(counts()).isEmpty();
    assertThat(demo.isDemo()).isFalse();
    assertThat(demo.clock()).isEmpty();
  }

  @Test
  void aHomeThatSomebodyImportedIntoNeverGetsIt() {
    home.markOwn(store.id());
    assertThat(demo.settle(true)).isEqualTo(Settled.ABSENT);
    assertThat(counts()).isEmpty();
  }

  @Test
  void aStoreThatCameWithDataIsTakenForWhatItHolds() {
    store.put(TownLayers.HOUSES_LAYER, TownLayers.houses());
    assertThat(demo.settle(true)).isEqualTo(Settled.ABSENT);
    assertThat(home.findOrigin(store.id())).contains(Origin.OWN);
  }

  @Test
  void aStoreThatCameWithTheDemoIsLabelledInEveryHome(@TempDir Path other) {
    demo.settle(true);
    DemoHome elsewhere = new DemoHome(Home.open(other), store);
    assertThat(elsewhere.settle(true)).isEqualTo(Settled.PRESENT);
    assertThat(elsewhere.clock()).contains(DEMO_NOW);
  }

  @Test
  void anEmptyStoreGetsItWhateverTheHomeKnowsOfAnotherStore() {
    home.setOrigin(new java.util.UUID(1, 2), Origin.OWN);
    assertThat(demo.settle(true)).isEqualTo(Settled.LOADED);
  }

  @Test
  void aLoadThatWasCutOffStartsAgain() {
    demo.settle(true);
    Map<String, Long> whole = counts();
    leaveHalfOfTheDemo();
    assertThat(demo.isDemo()).as("half of it is labelled too").isTrue();
    assertThat(demo.settle(true)).isEqualTo(Settled.RELOADED);
    assertThat(counts()).isEqualTo(whole);
    assertThat(home.findOrigin(store.id())).contains(Origin.DEMO);
  }

  @Test
  void aLoadThatWasCutOffIsClearedWhenNoDemoIsWanted() {
    leaveHalfOfTheDemo();
    assertThat(demo.settle(false)).isEqualTo(Settled.CLEARED);
    assertThat(counts()).isEmpty();
    assertThat(demo.isDemo()).isFalse();
  }

  @Test
  void aRemovalThatWasCutOffIsFinishedAndTheDemoStaysAway() {
    leaveHalfOfTheDemo();
    home.setOrigin(store.id(), Origin.DEMO_GOING);
    assertThat(demo.settle(true)).isEqualTo(Settled.CLEARED);
    assertThat(counts()).isEmpty();
    assertThat(demo.settle(true)).isEqualTo(Settled.ABSENT);
  }

  @Test
  void aDemoThatCannotBeLoadedLeavesNothing() {
    LayerDefinition areas = BuiltInLayers.find("buildings").orElseThrow().withId("hazards");
    store.put(areas, List.of());
    assertThatThrownBy(() -> demo.settle(true)).hasMessageContaining("demo could not be loaded");
    assertThat(counts()).containsOnly(Map.entry("hazards", 0L));
    assertThat(home.findOrigin(store.id())).isEmpty();
    assertThat(home.scratch()).isEmptyDirectory();
  }

  @Test
  void whatIsRemovedStaysAway() {
    demo.settle(true);
    assertThat(demo.remove()).isTrue();
    assertThat(counts()).isEmpty();
    assertThat(demo.isDemo()).isFalse();
    assertThat(demo.settle(true)).isEqualTo(Settled.ABSENT);
    assertThat(demo.remove()).isFalse();
  }

  @Test
  void ownRowsStayWhenTheDemoGoes() {
    demo.settle(true);
    addOwnBuilding("own-1");
    demo.remove();
    assertThat(counts()).containsOnly(Map.entry("buildings", 1L));
    assertThat(demo.clock()).isEmpty();
  }

  @Test
  void itComesOnRequestButOnlyIntoAnEmptyStore() {
    home.markOwn(store.id());
    assertThat(demo.load()).isTrue();
    assertThat(demo.isDemo()).isTrue();
    assertThat(demo.load()).isFalse();
    demo.remove();
    store.put(TownLayers.HOUSES_LAYER, TownLayers.houses());
    assertThat(demo.load()).isFalse();
    assertThat(counts()).containsOnlyKeys("houses");
  }

  @Test
  void timeStandsStillWhileTheDemoIsThere() {
    PortalClock clock = new PortalClock(demo);
    Instant before = Instant.now();
    assertThat(clock.instant()).isBetween(before, Instant.now());
    demo.settle(true);
    assertThat(clock.instant()).isEqualTo(DEMO_NOW);
    assertThat(clock.getZone().getId()).isEqualTo("Asia/Shanghai");
    demo.remove();
    assertThat(clock.instant()).isBetween(before, Instant.now());
  }

  @Test
  void everyRowOfTheDemoSaysWhereItIsFrom() {
    demo.settle(true);
    for (StoredLayer layer : store.listLayers()) {
      int source = layer.definition().getIndex(LayerDefinition.SOURCE);
      store.scan(
          layer.definition().id(),
          (feature, revision) ->
              assertThat((String) feature.values()[source]).startsWith("linli-demo/"));
    }
    assertThat(DemoLayers.in(store).isPresent()).isTrue();
  }
}
