package org.linli.store;

import java.time.Duration;
import java.util.Optional;
import org.linli.testing.Needs;
import org.linli.testing.PostgisServer;
import org.linli.testing.Tool;

@Needs(Tool.POSTGIS)
class PostgisStoreTest extends FeatureStoreContract {
  private final DatabaseAddress address =
      new DatabaseAddress(
          PostgisServer.shared().createDatabase(), Optional.empty(), Optional.empty());

  @Override
  FeatureStore open(Duration patience) {
    return PostgisStore.open(address, patience, PostgisListener.CATCH_UP_EVERY);
  }
}
