package org.linli.layer;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a layer, for reading and writing.
 *
 * @param code the key; never empty, no {@code / \ ;} nor control characters
 * @param shape EPSG:4326 lon-lat, on the 1e-7° grid, valid; null where the row has no place
 * @param values one a field of the definition, in its order, of the field type's Java type; null is
 *     missing. The array is shared, not copied: whoever builds a feature gives it away.
 */
public record Feature(String code, Geometry shape, Object[] values) {
  public Optional<Geometry> geometry() {
    return Optional.ofNullable(shape);
  }

  public Object value(int fieldIndex) {
    return values[fieldIndex];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Feature that
        && code.equals(that.code)
        && (shape == null
            ? that.shape == null
            : that.shape != null && shape.equalsExact(that.shape))
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * code.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return code + Arrays.toString(values) + shape;
  }
}
