package org.linli.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which areas of a tree must not show a number: those where it is unsafe, and with them those from
 * which it could be worked out, an area being the sum of the areas in it (complementary
 * suppression). What is left out goes by the smallest first, ties by code.
 */
final class Suppression {
  /** The whole, above all areas. */
  static final String WHOLE = "";

  private final Map<String, Part> parts = new TreeMap<>();
  private final Map<String, List<String>> children = new HashMap<>();
  private final Set<String> hidden = new TreeSet<>();

  /**
   * What a number rests on. Sums and differences of areas are those of their parts.
   *
   * @param counted people (or whatever is counted) in the numerator, or in all
   * @param others people of the denominator who are not in the numerator; of a number per person,
   *     {@code counted} is the people and this is what they share, for it may be people, too
   * @param rows how many rows are behind it
   */
  record Part(boolean people, double counted, double others, int rows) {

    boolean isSafe() {
      return PublishingRules.isSafeRows(rows)
          && (!people
              || PublishingRules.isSafeCount(counted) && PublishingRules.isSafeCount(others));
    }

    boolean isNothing() {
      return rows == 0 && counted == 0 && others == 0;
    }

    double size() {
      return counted + others;
    }

    Part minus(Part other) {
      return new Part(people, counted - other.counted, others - other.others, rows - other.rows);
    }

    static Part of(Metric metric) {
      if (metric.isPerPerson()) {
        return new Part(
            true,
            metric.denominator().getAsDouble(),
            metric.numerator().orElseThrow(),
            metric.counted().size());
      }
      double counted = metric.numerator().orElse(metric.value().orElse(0));
      double others =
          metric.denominator().isPresent() ? metric.denominator().getAsDouble() - counted : 0;
      return new Part(metric.definition().countsPeople(), counted, others, metric.counted().size());
    }
  }

  /** Adds an area; those at the top are in the {@link #WHOLE}. */
  void add(String area, Optional<String> parent, Part part) {
    parts.put(area, part);
    if (!area.equals(WHOLE)) {
      children.computeIfAbsent(parent.orElse(WHOLE), key -> new ArrayList<>()).add(area);
    }
  }

  /** The areas that must not show it, the whole perhaps among them. */
  Set<String> hidden() {
    parts.forEach((area, part) -> hideIf(!part.isSafe(), area));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (String area : parts.keySet()) {
        changed |= protect(area);
      }
    }
    return hidden;
  }

  private void hideIf(boolean unsafe, String area) {
    if (unsafe) {
      hidden.add(area);
    }
  }

  /** Hides one more of an area's parts if one of them, or the area itself, can be worked out. */
  private boolean protect(String area) {
    List<String> inside = children.getOrDefault(area, List.of());
    List<String> shown = inside.stream().filter(child -> !hidden.contains(child)).toList();
    Part left = parts.get(area);
    for (String child : shown) {
      left = left.minus(parts.get(child));
    }
    int unknowns = inside.size() - shown.size();
    boolean revealing =
        hidden.contains(area)
            ? unknowns == 0 && !inside.isEmpty() && left.isNothing()
            : unknowns > 0 && (!left.isSafe() || unknowns == 1 && !isMixed(area, inside));
    return revealing && hideSmallest(shown);
  }

  /** Whether enough lies in an area but in none of its parts, to be told from the one hidden. */
  private boolean isMixed(String area, List<String> inside) {
    Part outside = parts.get(area);
    for (String child : inside) {
      outside = outside.minus(parts.get(child));
    }
    return !outside.isNothing() && outside.isSafe();
  }

  private boolean hideSmallest(List<String> shown) {
    return shown.stream()
        .min(
            Comparator.comparingDouble((String area) -> parts.get(area).size())
                .thenComparing(area -> area))
        .map(hidden::add)
        .orElse(false);
  }
}
