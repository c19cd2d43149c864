package org.linli.analysis.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.AreaMetrics;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.Metric;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/**
 * The squares of a coverage map as the public may have them: shares in whole percent, and none of a
 * square that tells of few people or buildings; nor of one by which, together with the other
 * squares and the communities that are published, that could be worked out: what is left of a
 * community, or of the whole, without the squares that lie in it, and what is left of a square
 * without the communities that lie in it, must be fit to be told as well.
 */
final class PublicSquares {
  private static final List<String> SUMS =
      List.of("covered", "buildings", "residents_covered", "residents");
  private static final double FEWEST_PEOPLE = 10;
  private static final double FEWEST_BUILDINGS = 3;
  private static final double NOISE = 1e-6;
  private static final double PERCENT = 100;

  private final LayerDefinition definition;
  private final List<Feature> squares;
  private final Map<String, double[]> communities = new TreeMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Feature> told = new TreeMap<>();

  /**
   * @param withheld the communities of which nothing is published
   */
  private PublicSquares(DerivedLayer layer, AnalysisResult whole, Predicate<String> withheld) {
    this.definition = layer.definition();
    this.squares = layer.list();
    for (AreaMetrics area : whole.areas()) {
      area.parent().ifPresent(parent -> parents.put(area.area(), parent));
      if (!withheld.test(area.area())) {
        communities.put(area.area(), sums(area.metrics()));
      }
    }
    communities.put(Withholding.WHOLE, sums(whole.metrics()));
  }

  /** Whether a layer is such a map. */
  static boolean isOne(DerivedLayer layer) {
    return SUMS.stream().allMatch(field -> layer.definition().findIndex(field).isPresent())
        && layer.definition().findIndex("within").isPresent();
  }

  static DerivedLayer of(DerivedLayer layer, AnalysisResult whole, Predicate<String> withheld) {
    PublicSquares squares = new PublicSquares(layer, whole, withheld);
    List<Feature> published = squares.published();
    return new DerivedLayer(layer.definition(), published::forEach);
  }

  private static double[] sums(List<Metric> metrics) {
    double[] sums = new double[SUMS.size()];
    for (Metric metric : metrics) {
      int at = List.of("coverage.buildings", "", "coverage.residents").indexOf(metric.id());
      if (at >= 0) {
        sums[at] = metric.numerator().orElse(0);
        sums[at + 1] = metric.denominator().orElse(0);
      }
    }
    return sums;
  }

  private double[] sums(Feature square) {
    return SUMS.stream()
        .mapToDouble(field -> ((Number) square.value(definition.getIndex(field))).doubleValue())
        .toArray();
  }

  private static boolean isUnfit(double[] sums) {
    return isFew(sums[1], FEWEST_BUILDINGS)
        || isFew(sums[2], FEWEST_PEOPLE)
        || isFew(sums[3], FEWEST_PEOPLE)
        || isFew(sums[3] - sums[2], FEWEST_PEOPLE);
  }

  private static boolean isFew(double count, double fewest) {
    return count > NOISE && count < fewest - NOISE;
  }

  private List<Feature> published() {
    for (Feature square : squares) {
      if (!isUnfit(sums(square)) && !isUnfit(withoutCommunities(square))) {
        told.put(square.code(), square);
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<String, double[]> community : communities.entrySet()) {
        changed |= protect(community.getKey(), community.getValue());
      }
    }
    return squares.stream().map(this::published).toList();
  }

  /** What is left of a square without the published communities in it, the highest of them. */
  private double[] withoutCommunities(Feature square) {
    double[] rest = sums(square);
    Object codes = square.value(definition.getIndex("holds"));
    List<String> held = codes == null ? List.of() : List.of(codes.toString().split("\n"));
    for (String code : held) {
      boolean below = parents.containsKey(code) && held.contains(parents.get(code));
      double[] sums = communities.get(code);
      for (int i = 0; i < rest.length && sums != null && !below; i++) {
        rest[i] -= sums[i];
      }
    }
    return rest;
  }

  /** Withholds squares, the smallest first, until the rest of a community is fit to be told. */
  private boolean protect(String community, double[] sums) {
    boolean changed = false;
    while (true) {
      List<Feature> inside = new ArrayList<>();
      double[] rest = sums.clone();
      for (Feature square : told.values()) {
        if (isWithin(square, community)) {
          inside.add(square);
          double[] part = sums(square);
          for (int i = 0; i < rest.length; i++) {
            rest[i] -= part[i];
          }
        }
      }
      if (inside.isEmpty() || !isUnfit(rest)) {
        return changed;
      }
      told.remove(inside.stream().min(bySize()).orElseThrow().code());
      changed = true;
    }
  }

  private Comparator<Feature> bySize() {
    return Comparator.<Feature>comparingDouble(square -> sums(square)[3] + sums(square)[1])
        .thenComparing(Feature::code);
  }

  private boolean isWithin(Feature square, String community) {
    if (community.equals(Withholding.WHOLE)) {
      return true;
    }
    Object at = square.value(definition.getIndex("within"));
    for (int steps = 0; at != null && steps <= parents.size(); steps++) {
      if (at.equals(community)) {
        return true;
      }
      at = parents.get(at.toString());
    }
    return false;
  }

  private Feature published(Feature square) {
    Object[] values = new Object[definition.fields().size()];
    if (told.containsKey(square.code())) {
      for (String field : Set.of("coverage", "coverage_residents")) {
        int at = definition.getIndex(field);
        values[at] = inPercent(square.value(at));
      }
      values[definition.getIndex("band")] = square.value(definition.getIndex("band"));
    } else {
      values[definition.getIndex("band")] = Publication.SUPPRESSED;
    }
    return new Feature(square.code(), square.shape(), values);
  }

  private static Object inPercent(Object share) {
    return share == null ? null : Math.round((Double) share * PERCENT) / PERCENT;
  }
}
