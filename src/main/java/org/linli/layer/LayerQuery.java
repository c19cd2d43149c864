package org.linli.layer;

import java.util.List;
import java.util.Optional;
import org.linli.geo.Bounds;

/**
 * Which features of a layer, in which order, and what of each: all conditions hold together.
 *
 * @param windows the geometry touches one of these (two for a box across the antimeridian), and a
 *     feature without a geometry always does (OGC 17-069r4, fc-bbox-response, C); none asks nothing
 * @param time the feature's time meets this span, and a feature without a time always does
 *     (fc-time-response, C)
 * @param conditions fields equal to values
 * @param filter is true of the feature; checked against the layer's fields, geometries in lon-lat
 * @param sort the order, most important first; features that are equal in it, and all when it is
 *     empty, are in ascending order of code
 * @param properties the names of the fields that are given; empty for all
 */
public record LayerQuery(
    List<Bounds> windows,
    Optional<TimeInterval> time,
    List<Equals> conditions,
    Optional<Expression> filter,
    List<SortKey> sort,
    Optional<List<String>> properties) {
  public static final LayerQuery ALL = new LayerQuery(List.of(), Optional.empty(), List.of());

  public LayerQuery {
    windows = List.copyOf(windows);
    conditions = List.copyOf(conditions);
    sort = List.copyOf(sort);
    properties = properties.map(List::copyOf);
  }

  /** A query that only chooses, and by no filter. */
  public LayerQuery(List<Bounds> windows, Optional<TimeInterval> time, List<Equals> conditions) {
    this(windows, time, conditions, Optional.empty(), List.of(), Optional.empty());
  }

  /**
   * A field has this value, of the field type's Java type. {@link LayerDefinition#KEY} is allowed.
   */
  public record Equals(String field, Object value) {}

  public static LayerQuery within(Bounds window) {
    return new LayerQuery(List.of(window), Optional.empty(), List.of());
  }

  /** Whether it gives every feature, whole, in the usual order. */
  public boolean isAll() {
    return choosesAll() && sort.isEmpty() && properties.isEmpty();
  }

  /** Whether it gives every feature. */
  public boolean choosesAll() {
    return windows.isEmpty() && time.isEmpty() && conditions.isEmpty() && filter.isEmpty();
  }
}
