package org.linli.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.analysis.Suppression.Part;

class SuppressionTest {
  private final Suppression suppression = new Suppression();

  private static Part people(double counted, double others) {
    return new Part(true, counted, others, 5);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, true", "10, 0, true", "0, 10, true", "9, 100, false", "100, 9, false"})
  void peopleAreNobodyOrAtLeastTenOnBothSides(double counted, double others, boolean safe) {
    suppression.add(Suppression.WHOLE, Optional.empty(), people(counted, others));
    assertThat(suppression.hidden().isEmpty()).isEqualTo(safe);
  }

  @Test
  void oneOrTwoBuildingsAreNotACommunity() {
    suppression.add(Suppression.WHOLE, Optional.empty(), new Part(false, 2, 2, 4));
    suppression.add("A", Optional.empty(), new Part(false, 1, 1, 2));
    suppression.add("B", Optional.empty(), new Part(false, 1, 1, 2));
    assertThat(suppression.hidden()).containsExactly("A", "B");
  }

  @Test
  void aNeighbourIsHiddenWithTheOneThatCouldBeWorkedOut() {
    suppression.add(Suppression.WHOLE, Optional.empty(), people(153, 150));
    suppression.add("A", Optional.empty(), people(3, 50));
    suppression.add("B", Optional.empty(), people(50, 60));
    suppression.add("C", Optional.empty(), people(100, 40));
    // A for its three; B, the smaller of the rest, lest the whole less B and C tell.
    assertThat(suppression.hidden()).containsExactly("A", "B");
  }

  /**
   * Trees of three levels with seeded numbers, seen by somebody who knows that areas add up: what
   * is hidden for being unsafe must not be a combination of what is shown.
   */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void whatIsHiddenCannotBeWorkedOut(long seed) {
    Random random = new Random(seed);
    List<String> leaves = new ArrayList<>();
    Map<String, List<String>> below = new HashMap<>();
    Map<String, Part> parts = new HashMap<>();
    for (int t = 0; t < 4; t++) {
      String top = "T" + t;
      List<String> own = new ArrayList<>();
      for (int c = 0; c < random.nextInt(4); c++) {
        own.add(leaf(top + c, random, leaves, below, parts));
      }
      if (own.isEmpty() || random.nextBoolean()) {
        // What lies in the area but in none of its parts.
        own.add(leaf(top + "-rest", random, leaves, below, parts));
      }
      below.put(top, own);
      parts.put(top, sum(own, parts));
    }
    below.put(Suppression.WHOLE, List.copyOf(leaves));
    parts.put(Suppression.WHOLE, sum(leaves, parts));
    Set<String> hidden = hidden(parts);
    List<double[]> shown = new ArrayList<>();
    parts.keySet().stream()
        .filter(area -> !area.endsWith("-rest") && !hidden.contains(area))
        .forEach(area -> shown.add(row(area, below, leaves)));
    for (String area : hidden) {
      if (!parts.get(area).isSafe()) {
        assertThat(isCombination(row(area, below, leaves), shown))
            .as("%s of seed %d, with %s hidden", area, seed, hidden)
            .isFalse();
      }
    }
  }

  private static String leaf(
      String code,
      Random random,
      List<String> leaves,
      Map<String, List<String>> below,
      Map<String, Part> parts) {
    leaves.add(code);
    below.put(code, List.of(code));
    parts.put(code, people(random.nextInt(40), random.nextInt(60)));
    return code;
  }

  private static Part sum(List<String> areas, Map<String, Part> parts) {
    return new Part(
        true,
        areas.stream().mapToDouble(area -> parts.get(area).counted()).sum(),
        areas.stream().mapToDouble(area -> parts.get(area).others()).sum(),
        areas.stream().mapToInt(area -> parts.get(area).rows()).sum());
  }

  private Set<String> hidden(Map<String, Part> parts) {
    parts.forEach(
        (area, part) -> {
          if (!area.endsWith("-rest")) {
            suppression.add(
                area,
                area.length() > 2 ? Optional.of(area.substring(0, 2)) : Optional.empty(),
                part);
          }
        });
    return suppression.hidden();
  }

  private static double[] row(String area, Map<String, List<String>> below, List<String> leaves) {
    double[] row = new double[leaves.size()];
    below.get(area).forEach(leaf -> row[leaves.indexOf(leaf)] = 1);
    return row;
  }

  /** Whether a row is a linear combination of others, by elimination. */
  private static boolean isCombination(double[] wanted, List<double[]> rows) {
    List<double[]> reduced = new ArrayList<>();
    for (double[] row : rows) {
      double[] rest = reduce(row.clone(), reduced);
      if (pivot(rest) >= 0) {
        reduced.add(rest);
      }
    }
    return pivot(reduce(wanted.clone(), reduced)) < 0;
  }

  private static double[] reduce(double[] row, List<double[]> reduced) {
    for (double[] other : reduced) {
      int pivot = pivot(other);
      double factor = row[pivot] / other[pivot];
      for (int i = 0; i < row.length; i++) {
        row[i] -= factor * other[i];
      }
    }
    return row;
  }

  private static int pivot(double[] row) {
    for (int i = 0; i < row.length; i++) {
      if (Math.abs(row[i]) > 1e-9) {
        return i;
      }
    }
    return -1;
  }
}
