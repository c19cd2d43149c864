package org.linli.analysis;

import java.time.Instant;
import java.util.OptionalDouble;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.locationtech.jts.geom.Geometry;

/** One feature of a derived layer, put together field by field. */
public final class DerivedRow {
  private final LayerDefinition definition;
  private final Object[] values;

  public DerivedRow(LayerDefinition definition) {
    this.definition = definition;
    this.values = new Object[definition.fields().size()];
  }

  public DerivedRow text(String field, String value) {
    return set(field, value);
  }

  public DerivedRow whole(String field, long value) {
    return set(field, value);
  }

  /** Leaves the field missing when the number is not finite. */
  public DerivedRow real(String field, double value) {
    return Double.isFinite(value) ? set(field, value) : this;
  }

  public DerivedRow real(String field, OptionalDouble value) {
    return value.isPresent() ? real(field, value.getAsDouble()) : this;
  }

  public DerivedRow instant(String field, Instant value) {
    return set(field, value);
  }

  public DerivedRow flag(String field, boolean value) {
    return set(field, value);
  }

  private DerivedRow set(String field, Object value) {
    values[definition.getIndex(field)] = value;
    return this;
  }

  /**
   * @param lonLat EPSG:4326 on the coordinate grid
   */
  public Feature at(String code, Geometry lonLat) {
    return new Feature(code, lonLat, values);
  }
}
