package org.linli.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.snapshot.LayerView;

/**
 * A layer as it is served, be it of the store or made by an analysis.
 *
 * @param storeId the store that it comes from
 * @param making what an address must say to have the same layer again, {@code asOf} among it; empty
 *     for a layer of the store
 * @param parameters the names of the parameters that decide how it is made; none for a layer of the
 *     store
 */
public record ServedLayer(
    LayerView view, UUID storeId, Map<String, String> making, Set<String> parameters) {
  public ServedLayer {
    making = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(making));
    parameters = Set.copyOf(parameters);
  }

  /** Whether it is one of the store. */
  public boolean isStored() {
    return making.isEmpty();
  }
}
