package org.linli.analysis.coverage;

import java.util.Map;
import java.util.TreeMap;

/** The sites around one building while they are found. */
final class Nearby {
  private final Map<Integer, Double> metres = new TreeMap<>();

  void add(int site, double distance) {
    metres.merge(site, distance, Math::min);
  }

  double get(int site) {
    return metres.getOrDefault(site, Double.POSITIVE_INFINITY);
  }

  int[] sites() {
    return metres.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  double[] distances() {
    return metres.values().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
