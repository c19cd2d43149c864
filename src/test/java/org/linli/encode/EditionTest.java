package org.linli.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.layer.Audience;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.linli.testing.MemoryStore;
import org.linli.testing.TownLayers;

class EditionTest {
  private static final UUID STORE = new UUID(1, 2);
  private static final LayerView HOUSES = view(Audience.PUBLIC);

  private static LayerView view(Audience audience) {
    return LayerView.of(TownLayers.HOUSES_LAYER, audience, List.of(TownLayers.house(1)));
  }

  @Test
  void theSameStateHasTheSameEdition() {
    assertThat(Edition.of(STORE, view(Audience.PUBLIC), "geojson", 1))
        .isEqualTo(Edition.of(STORE, HOUSES, "geojson", 1));
  }

  @Test
  void anotherStoreEncoderRevisionOrAudienceHasAnother() {
    List<Edition> editions =
        List.of(
            Edition.of(STORE, HOUSES, "geojson", 1),
            Edition.of(new UUID(1, 3), HOUSES, "geojson", 1),
            Edition.of(STORE, HOUSES, "mvt", 1),
            Edition.of(STORE, HOUSES, "geojson", 2),
            Edition.of(STORE, view(Audience.STAFF), "geojson", 1),
            Edition.of(STORE, List.of(HOUSES, view(Audience.STAFF)), "geojson", 1));
    assertThat(editions.stream().map(Edition::key)).doesNotHaveDuplicates();
    assertThat(editions.stream().map(Edition::token)).doesNotHaveDuplicates();
  }

  @Test
  void eachCommitHasItsOwnEditionAndItsTime() {
    MemoryStore store = new MemoryStore();
    store.put(TownLayers.HOUSES_LAYER, TownLayers.houses());
    try (Snapshots snapshots = Snapshots.load(store)) {
      Edition before = edition(snapshots);
      store.put("houses", TownLayers.house(1));
      Edition after = edition(snapshots);
      assertThat(after.key()).isNotEqualTo(before.key());
      assertThat(before.lastModified()).isEqualTo(MemoryStore.FIRST_COMMIT);
      assertThat(after.lastModified()).isEqualTo(MemoryStore.FIRST_COMMIT.plusSeconds(60));
    }
  }

  private static Edition edition(Snapshots snapshots) {
    LayerView houses = snapshots.current().findView("houses", Audience.PUBLIC).orElseThrow();
    return Edition.of(STORE, houses, "geojson", 1);
  }
}
