package org.linli.ogcapi;

import java.util.Map;
import java.util.Set;

/** Units as the Unified Code for Units of Measure (UCUM, case sensitive) writes them. */
final class Units {
  /** Those that UCUM writes as we do. */
  private static final Set<String> SAME =
      Set.of("m", "km", "m/s", "d", "h", "min", "s", "%", "deg", "1/h");

  private static final Map<String, String> OTHERS =
      Map.of("m²", "m2", "1/week", "1/wk", "share", "1", "ratio", "1", "1/1", "1");

  private Units() {}

  /** A unit in UCUM; what UCUM does not know is an annotation in braces, which counts as one. */
  static String ucum(String unit) {
    return SAME.contains(unit)
        ? unit
        : OTHERS.getOrDefault(unit, "{" + unit.replaceAll("[^!-z|~]", "_") + "}");
  }
}
