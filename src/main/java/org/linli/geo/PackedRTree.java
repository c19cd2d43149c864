package org.linli.geo;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * A static index of rectangles: an R-tree packed in Hilbert order into two flat arrays, after the
 * layout of flatbush (Agafonkin) and Kamel and Faloutsos, "On Packing R-trees" (1993). Coordinates
 * are ints of any unit. Add every box, finish, search; 21.4 bytes a box.
 */
public final class PackedRTree {
  private static final int NODE_SIZE = 16;
  private static final int HILBERT_MAX = (1 << 16) - 1;

  private final int items;

  /** Four ints (minX, minY, maxX, maxY) a node, leaves first, the root last. */
  private final int[] boxes;

  /** For a leaf the item's number; for an inner node the position of its first child. */
  private final int[] indices;

  /** Where each level ends, in nodes, leaves first. */
  private final int[] levelEnds;

  private PackedRTree(int items, int[] boxes, int[] indices, int[] levelEnds) {
    this.items = items;
    this.boxes = boxes;
    this.indices = indices;
    this.levelEnds = levelEnds;
  }

  /**
   * Collects boxes, numbered from 0 in the order of adding; an empty box is kept out of the index.
   */
  public static final class Builder {
    private int[] boxes;
    private int[] numbers;
    private int kept;
    private int added;
    private boolean finished;

    public Builder(int expectedItems) {
      boxes = new int[4 * expectedItems];
      numbers = new int[expectedItems];
    }

    /** Adds a box; one with {@code minX > maxX} only takes its number. */
    public Builder add(int minX, int minY, int maxX, int maxY) {
      requireOpen();
      if (minX <= maxX && minY <= maxY) {
        grow();
        int at = 4 * kept;
        boxes[at] = minX;
        boxes[at + 1] = minY;
        boxes[at + 2] = maxX;
        boxes[at + 3] = maxY;
        numbers[kept++] = added;
      }
      added++;
      return this;
    }

    private void grow() {
      if (kept == numbers.length) {
        int capacity = Math.max(16, numbers.length * 2);
        boxes = Arrays.copyOf(boxes, 4 * capacity);
        numbers = Arrays.copyOf(numbers, capacity);
      }
    }

    private void requireOpen() {
      if (finished) {
        throw new IllegalStateException("This index is finished: add to a new builder.");
      }
    }

    /** Sorts and packs; the builder is used up. */
    public PackedRTree finish() {
      requireOpen();
      finished = true;
      return pack(boxes, numbers, kept);
    }
  }

  private static PackedRTree pack(int[] itemBoxes, int[] numbers, int items) {
    int[] levelEnds = levelEnds(items);
    int nodes = levelEnds[levelEnds.length - 1];
    int[] boxes = new int[4 * nodes];
    int[] indices = new int[nodes];
    int[] order = hilbertOrder(itemBoxes, items);
    for (int i = 0; i < items; i++) {
      System.arraycopy(itemBoxes, 4 * order[i], boxes, 4 * i, 4);
      indices[i] = numbers[order[i]];
    }
    fillParents(boxes, indices, levelEnds);
    return new PackedRTree(items, boxes, indices, levelEnds);
  }

  private static int[] levelEnds(int items) {
    int[] ends = new int[16];
    int level = 0;
    int nodes = items;
    int end = items;
    ends[0] = end;
    while (nodes > 1) {
      nodes = (nodes + NODE_SIZE - 1) / NODE_SIZE;
      end += nodes;
      ends[++level] = end;
    }
    return Arrays.copyOf(ends, level + 1);
  }

  private static int[] hilbertOrder(int[] boxes, int items) {
    int[] extent = extent(boxes, items);
    double width = Math.max(1.0, (double) extent[2] - extent[0]);
    double height = Math.max(1.0, (double) extent[3] - extent[1]);
    long[] keys = new long[items];
    for (int i = 0; i < items; i++) {
      double centreX = ((double) boxes[4 * i] + boxes[4 * i + 2]) / 2 - extent[0];
      double centreY = ((double) boxes[4 * i + 1] + boxes[4 * i + 3]) / 2 - extent[1];
      int hilbertX = (int) (HILBERT_MAX * centreX / width);
      int hilbertY = (int) (HILBERT_MAX * centreY / height);
      keys[i] = Hilbert.distance(hilbertX, hilbertY) << 31 | i;
    }
    Arrays.parallelSort(keys);
    int[] order = new int[items];
    for (int i = 0; i < items; i++) {
      order[i] = (int) (keys[i] & Integer.MAX_VALUE);
    }
    return order;
  }

  private static int[] extent(int[] boxes, int items) {
    int[] extent = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
    for (int i = 0; i < items; i++) {
      widen(extent, 0, boxes, 4 * i);
    }
    return extent;
  }

  private static void widen(int[] target, int at, int[] boxes, int from) {
    target[at] = Math.min(target[at], boxes[from]);
    target[at + 1] = Math.min(target[at + 1], boxes[from + 1]);
    target[at + 2] = Math.max(target[at + 2], boxes[from + 2]);
    target[at + 3] = Math.max(target[at + 3], boxes[from + 3]);
  }

  private static void fillParents(int[] boxes, int[] indices, int[] levelEnds) {
    int child = 0;
    for (int level = 1; level < levelEnds.length; level++) {
      int parent = levelEnds[level - 1];
      while (child < levelEnds[level - 1]) {
        fillParent(
            boxes, indices, parent++, child, Math.min(child + NODE_SIZE, levelEnds[level - 1]));
        child = Math.min(child + NODE_SIZE, levelEnds[level - 1]);
      }
    }
  }

  private static void fillParent(int[] boxes, int[] indices, int parent, int first, int end) {
    indices[parent] = first;
    System.arraycopy(boxes, 4 * first, boxes, 4 * parent, 4);
    for (int child = first + 1; child < end; child++) {
      widen(boxes, 4 * parent, boxes, 4 * child);
    }
  }

  public int size() {
    return items;
  }

  /** The box of all: minX, minY, maxX, maxY; minX &gt; maxX when there is nothing. */
  public int[] extent() {
    return items == 0
        ? new int[] {1, 1, 0, 0}
        : Arrays.copyOfRange(boxes, boxes.length - 4, boxes.length);
  }

  /** Gives the number of every item whose box touches the window, edges included, in tree order. */
  public void search(int minX, int minY, int maxX, int maxY, IntConsumer found) {
    if (items == 0) {
      return;
    }
    int[] stack = new int[NODE_SIZE * levelEnds.length + 1];
    int depth = 0;
    if (!disjoint(indices.length - 1, minX, minY, maxX, maxY)) {
      stack[depth++] = indices.length - 1;
    }
    while (depth > 0) {
      int node = stack[--depth];
      if (node < items) {
        found.accept(indices[node]);
        continue;
      }
      int first = indices[node];
      for (int child = childrenEnd(node) - 1; child >= first; child--) {
        if (!disjoint(child, minX, minY, maxX, maxY)) {
          stack[depth++] = child;
        }
      }
    }
  }

  private boolean disjoint(int node, int minX, int minY, int maxX, int maxY) {
    int at = 4 * node;
    return boxes[at] > maxX || boxes[at + 1] > maxY || boxes[at + 2] < minX || boxes[at + 3] < minY;
  }

  private int childrenEnd(int node) {
    int first = indices[node];
    int level = 0;
    while (levelEnds[level] <= first) {
      level++;
    }
    return Math.min(first + NODE_SIZE, levelEnds[level]);
  }

  /**
   * The items nearest to a point, nearest first, by the distance to their boxes; ties by number.
   *
   * @param scaleX what one unit of x is worth in units of y (for degrees, the cosine of the
   *     latitude)
   * @param maxDistance in units of y; a box at just this distance is in
   * @param accept which items may be given
   */
  public int[] nearest(
      int x, int y, double scaleX, int maxResults, double maxDistance, IntPredicate accept) {
    int[] results = new int[Math.min(maxResults, items)];
    int count = 0;
    PriorityQueue<Candidate> queue = new PriorityQueue<>();
    enqueue(queue, indices.length - 1, x, y, scaleX, maxDistance);
    while (!queue.isEmpty() && count < results.length) {
      Candidate nearest = queue.poll();
      if (nearest.node >= items) {
        for (int child = indices[nearest.node]; child < childrenEnd(nearest.node); child++) {
          enqueue(queue, child, x, y, scaleX, maxDistance);
        }
      } else if (accept.test(nearest.number)) {
        results[count++] = nearest.number;
      }
    }
    return Arrays.copyOf(results, count);
  }

  private void enqueue(
      PriorityQueue<Candidate> queue, int node, int x, int y, double scaleX, double maxDistance) {
    if (node < 0) {
      return;
    }
    int at = 4 * node;
    double dx = gap(x, boxes[at], boxes[at + 2]) * scaleX;
    double dy = gap(y, boxes[at + 1], boxes[at + 3]);
    double distance = Math.sqrt(dx * dx + dy * dy);
    if (distance <= maxDistance) {
      queue.add(new Candidate(node, node < items ? indices[node] : -1, distance));
    }
  }

  private static double gap(int value, int min, int max) {
    if (value < min) {
      return (double) min - value;
    }
    return value > max ? (double) value - max : 0;
  }

  /** Inner nodes (number -1) come before items of the same distance, so that ties go by number. */
  private record Candidate(int node, int number, double distance) implements Comparable<Candidate> {
    @Override
    public int compareTo(Candidate other) {
      int byDistance = Double.compare(distance, other.distance);
      return byDistance != 0 ? byDistance : Integer.compare(number, other.number);
    }
  }
}
