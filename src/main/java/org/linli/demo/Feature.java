package org.linli.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One line of a source file.
 *
 * @param geometry lon-lat degrees
 * @param attributes by field of the layer, in the order in which they are written; nothing that is
 *     missing
 */
record Feature(String code, Geometry geometry, Map<String, Object> attributes) {

  /** Attributes as they are gathered; empty texts and absent values are left out. */
  static final class Attributes {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Attributes put(String field, Object value) {
      if (value != null && !value.equals("")) {
        values.put(field, value);
      }
      return this;
    }

    Attributes name(Name name) {
      return put("name", name.zh()).put("name_en", name.en()).put("name_bo", name.bo());
    }

    Feature on(String code, Geometry geometry) {
      return new Feature(code, geometry, values);
    }
  }
}
