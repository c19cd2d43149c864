package org.linli.layer;

import java.util.List;
import java.util.Optional;
import org.linli.geo.Bounds;

/**
 * Which features of a layer: all conditions hold together.
 *
 * @param windows the geometry touches one of these (two for a box across the antimeridian); none
 *     asks nothing of the geometry
 * @param time the feature's time meets this span; a feature without a time always does (OGC
 *     17-069r4, requirement 26 leaves it open; we keep it in)
 * @param conditions fields equal to values
 */
public record LayerQuery(
    List<Bounds> windows, Optional<TimeInterval> time, List<Equals> conditions) {
  public static final LayerQuery ALL = new LayerQuery(List.of(), Optional.empty(), List.of());

  public LayerQuery {
    windows = List.copyOf(windows);
    conditions = List.copyOf(conditions);
  }

  /**
   * A field has this value, of the field type's Java type. {@link LayerDefinition#KEY} is allowed.
   */
  public record Equals(String field, Object value) {}

  public static LayerQuery within(Bounds window) {
    return new LayerQuery(List.of(window), Optional.empty(), List.of());
  }

  public boolean isAll() {
    return windows.isEmpty() && time.isEmpty() && conditions.isEmpty();
  }
}
