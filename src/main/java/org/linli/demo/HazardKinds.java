package org.linli.demo;

import java.util.List;

/** What can be unsafe, as told in {@code demo/hazards.yaml}. */
record HazardKinds(List<Kind> kinds) {
  private static final List<String> SEVERITIES = List.of("low", "medium", "high");

  /**
   * One kind.
   *
   * @param days until it must be put right
   * @param months in which it happens; empty for all year
   * @param severity weights of low, medium and high
   */
  record Kind(
      String code,
      double weight,
      int days,
      List<Integer> months,
      List<Double> severity,
      String post,
      List<String> titles) {
    Kind {
      months = months == null ? List.of() : months;
    }

    boolean happensIn(int month) {
      return months.isEmpty() || months.contains(month);
    }

    String severity(Dice dice) {
      return SEVERITIES.get(dice.weighted(severity.stream().mapToDouble(w -> w).toArray()));
    }
  }

  static HazardKinds load() {
    return PlaceNames.load("/demo/hazards.yaml", HazardKinds.class);
  }

  /** A kind that happens in this month, the frequent ones more often. */
  Kind draw(int month, Dice dice) {
    List<Kind> season = kinds.stream().filter(kind -> kind.happensIn(month)).toList();
    return season.get(dice.weighted(season.stream().mapToDouble(Kind::weight).toArray()));
  }
}
