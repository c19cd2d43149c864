package org.linli.store;

import java.util.List;

/** Names of tables that belong to the store, its file format or its database. */
final class ReservedNames {
  private static final List<String> PREFIXES = List.of("linli_", "gpkg_", "rtree_", "sqlite_");

  private ReservedNames() {}

  /**
   * @throws StoreException if a layer cannot have this id on any store
   */
  static void refuse(String layerId) {
    for (String prefix : PREFIXES) {
      if (layerId.startsWith(prefix)) {
        throw new StoreException(
            "Layer id «%s» is not usable: names that begin with %s belong to the store; choose another."
                .formatted(layerId, prefix));
      }
    }
  }
}
