package org.linli.store;

import java.nio.file.Path;
import java.util.Optional;

/** The choice of a store, the same for serving and for every command. */
public final class Stores {

  private Stores() {}

  /**
   * Opens the database's store if there is an address, or else the one in the file.
   *
   * @throws StoreException if it cannot be opened; the message says what to do
   */
  public static FeatureStore open(Path geoPackage, Optional<DatabaseAddress> database) {
    return database.isPresent()
        ? PostgisStore.open(database.get())
        : GeoPackageStore.open(geoPackage);
  }
}
