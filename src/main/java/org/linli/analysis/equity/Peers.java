package org.linli.analysis.equity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.Communities;
import org.linli.analysis.RowSet;

/**
 * The communities that are compared with each other, all of one level, numbered from 0 in the order
 * of their codes. Where areas of the level lie within each other, the lowest count.
 */
final class Peers {
  /** The level that most of the lowest-level areas have. */
  static final String COMMONEST = "commonest";

  private static final int NONE = -1;
  private final Communities tree;
  private final int[] rows;
  private final int[] numbers;

  private Peers(Communities tree, int[] rows) {
    this.tree = tree;
    this.rows = rows;
    this.numbers = new int[tree.size()];
    Arrays.fill(numbers, NONE);
    for (int i = 0; i < rows.length; i++) {
      numbers[rows[i]] = i;
    }
  }

  static Peers of(Communities tree, String level) {
    String[] levels = tree.rows().texts("level");
    String wanted = level.equals(COMMONEST) ? commonest(tree, levels) : level;
    boolean[] above = new boolean[levels.length];
    for (int area = 0; area < levels.length; area++) {
      if (Objects.equals(levels[area], wanted)) {
        int up = nextOf(tree, levels, wanted, tree.parent(area));
        if (up >= 0 && up != area) {
          above[up] = true;
        }
      }
    }
    return new Peers(
        tree,
        IntStream.range(0, levels.length)
            .filter(area -> Objects.equals(levels[area], wanted) && !above[area])
            .toArray());
  }

  /** Ties go to the level that comes first; null for areas that do not say. */
  private static String commonest(Communities tree, String[] levels) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    IntStream.range(0, levels.length)
        .filter(tree::isLowest)
        .forEach(area -> counts.merge(Objects.toString(levels[area], ""), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .filter(level -> !level.isEmpty())
        .orElse(null);
  }

  private static int nextOf(Communities tree, String[] levels, String wanted, int from) {
    int at = from;
    for (int steps = 0; at >= 0 && steps <= tree.size(); steps++) {
      if (Objects.equals(levels[at], wanted)) {
        return at;
      }
      at = tree.parent(at);
    }
    return NONE;
  }

  int size() {
    return rows.length;
  }

  Communities tree() {
    return tree;
  }

  /** A peer's number in the layer. */
  int row(int peer) {
    return rows[peer];
  }

  String code(int peer) {
    return tree.rows().code(rows[peer]);
  }

  /** The peer that an area is or lies in; -1 for none. */
  int at(int area) {
    int at = area;
    for (int steps = 0; at >= 0 && steps <= tree.size(); steps++) {
      if (numbers[at] >= 0) {
        return numbers[at];
      }
      at = tree.parent(at);
    }
    return NONE;
  }

  /** The communities of the peers that pass a test. */
  RowSet where(IntPredicate test) {
    return RowSet.of(tree.rows(), IntStream.range(0, size()).filter(test).map(this::row).toArray());
  }

  RowSet ofOtherLevels() {
    return RowSet.where(tree.rows(), area -> numbers[area] < 0);
  }
}
