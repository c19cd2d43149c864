package org.linli.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Things that are joined into sets, one pair after the other. */
public final class Sets {
  private final int[] parents;

  public Sets(int size) {
    parents = new int[size];
    for (int i = 0; i < size; i++) {
      parents[i] = i;
    }
  }

  /** The smallest of a thing's set. */
  public int root(int thing) {
    int at = thing;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  public void join(int one, int other) {
    int first = root(one);
    int second = root(other);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** The sets of those things that pass, each ascending, in the order of their smallest. */
  public List<int[]> members(IntPredicate test) {
    Map<Integer, List<Integer>> byRoot = new TreeMap<>();
    for (int i = 0; i < parents.length; i++) {
      if (test.test(i)) {
        byRoot.computeIfAbsent(root(i), none -> new ArrayList<>()).add(i);
      }
    }
    return byRoot.values().stream()
        .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }
}
