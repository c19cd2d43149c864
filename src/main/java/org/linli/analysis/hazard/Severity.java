package org.linli.analysis.hazard;

import java.util.Map;

/** What a hazard weighs by how severe it is. */
record Severity(Casebook casebook, Map<String, Double> weights) {

  boolean isKnown(int hazard) {
    String severity = casebook.severity(hazard);
    return severity != null && weights.containsKey(severity);
  }

  double weight(int hazard) {
    return weights.get(casebook.severity(hazard));
  }
}
