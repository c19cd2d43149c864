package org.linli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.config.DemoHome.Settled;
import org.linli.config.Home.Origin;
import org.linli.store.DatabaseAddress;
import org.linli.store.FeatureStore;
import org.linli.store.Stores;
import org.linli.testing.Needs;
import org.linli.testing.PostgisServer;
import org.linli.testing.Tool;

/** The demo in a database that several homes share. */
@Needs(Tool.POSTGIS)
class DemoOnPostgisTest {
  @TempDir Path one;
  @TempDir Path other;

  @Test
  void theStoreDecidesWhetherTheDemoIsThereForEveryHomeOnIt() {
    DatabaseAddress address =
        new DatabaseAddress(
            PostgisServer.shared().createDatabase(), Optional.empty(), Optional.empty());
    Home home = Home.open(one);
    Home second = Home.open(other);
    try (FeatureStore store = Stores.open(home.geoPackage(), Optional.of(address))) {
      assertThat(new DemoHome(home, store).settle(true)).isEqualTo(Settled.LOADED);
      assertThat(store.getLayer("communities").count()).isGreaterThanOrEqualTo(53);
      assertThat(new DemoHome(second, store).settle(true)).isEqualTo(Settled.PRESENT);

      // As after a kill in the middle of a load.
      store.dropLayer("visits");
      home.setOrigin(store.id(), Origin.DEMO_COMING);
      assertThat(new DemoHome(home, store).settle(true)).isEqualTo(Settled.RELOADED);
      assertThat(store.getLayer("visits").count()).isPositive();

      assertThat(new DemoHome(home, store).remove()).isTrue();
      assertThat(store.listLayers()).isEmpty();
      assertThat(new DemoHome(second, store).settle(true)).isEqualTo(Settled.ABSENT);
      assertThat(new DemoHome(second, store).isDemo()).isFalse();
    }
    assertThat(home.geoPackage()).doesNotExist();
  }
}
