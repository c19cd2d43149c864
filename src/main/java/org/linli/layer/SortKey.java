package org.linli.layer;

/**
 * A field by which features are put in order. Missing values come last, whichever the direction.
 *
 * @param field one of the layer's, or {@link LayerDefinition#KEY}
 */
public record SortKey(String field, boolean descending) {}
