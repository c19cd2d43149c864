package org.linli.store;

import java.util.List;

/**
 * One committed change of a layer.
 *
 * @param version the layer's version after it
 * @param codes the features it touched; empty when {@code whole}
 * @param whole whether it cannot be told row by row: reload the layer
 */
public record Change(String layerId, long version, List<String> codes, boolean whole) {}
