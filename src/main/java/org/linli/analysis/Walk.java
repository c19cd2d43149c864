package org.linli.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The shortest ways from one site along the network, no farther than a limit: Dijkstra's algorithm
 * in arrays that are used again for the next site, because a site sees a few of the nodes only. Not
 * thread-safe.
 */
public final class Walk {
  private final WalkNetwork network;
  private final double limit;
  private final double[] metres;
  private int[] touched = new int[64];
  private int touchedCount;
  private final PriorityQueue<Step> open = new PriorityQueue<>();
  private long settled;
  private List<Join> sources = List.of();

  private record Step(double metres, int node) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      return Double.compare(metres, other.metres);
    }
  }

  public Walk(WalkNetwork network, double limit) {
    this.network = network;
    this.limit = limit;
    this.metres = new double[network.nodes()];
    Arrays.fill(metres, Double.POSITIVE_INFINITY);
  }

  /** Forgets the last site, and walks from the next. */
  public void from(List<Join> joins) {
    for (int i = 0; i < touchedCount; i++) {
      metres[touched[i]] = Double.POSITIVE_INFINITY;
    }
    touchedCount = 0;
    sources = List.copyOf(joins);
    for (Join join : joins) {
      double length = network.length(join.segment());
      reach(network.from(join.segment()), join.metres() + join.part() * length);
      reach(network.to(join.segment()), join.metres() + (1 - join.part()) * length);
    }
    while (!open.isEmpty()) {
      Step step = open.poll();
      if (step.metres() == metres[step.node()]) {
        settle(step.node());
      }
    }
  }

  private void settle(int node) {
    settled++;
    for (int arc = network.firstArc(node); arc < network.endArc(node); arc++) {
      int segment = network.segment(arc);
      int next = network.from(segment) == node ? network.to(segment) : network.from(segment);
      reach(next, metres[node] + network.length(segment));
    }
  }

  private void reach(int node, double distance) {
    if (distance <= limit && distance < metres[node]) {
      if (metres[node] == Double.POSITIVE_INFINITY) {
        note(node);
      }
      metres[node] = distance;
      open.add(new Step(distance, node));
    }
  }

  private void note(int node) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, 2 * touchedCount);
    }
    touched[touchedCount++] = node;
  }

  /** How many nodes were settled so far, over all sites. */
  public long settled() {
    return settled;
  }

  /** The nodes within the limit. */
  public int[] reached() {
    return Arrays.copyOf(touched, touchedCount);
  }

  /** Metres to where something is joined, from the ends of its segment; infinite if too far. */
  public double metresTo(Join join) {
    double length = network.length(join.segment());
    double ends =
        Math.min(
            metres[network.from(join.segment())] + join.part() * length,
            metres[network.to(join.segment())] + (1 - join.part()) * length);
    return ends + join.metres();
  }

  /**
   * The nodes of a shortest way to where something is joined, from the first to the last; of ways
   * as long the one by the first arcs.
   *
   * @throws IllegalArgumentException if it is too far
   */
  public int[] nodesTo(Join join) {
    double length = network.length(join.segment());
    double atFrom = metres[network.from(join.segment())] + join.part() * length;
    double atTo = metres[network.to(join.segment())] + (1 - join.part()) * length;
    int node = atFrom <= atTo ? network.from(join.segment()) : network.to(join.segment());
    if (metres[node] == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("There is no way to there: ask metresTo first.");
    }
    IntStream.Builder backwards = IntStream.builder().add(node);
    while (!isFirst(node)) {
      node = before(node);
      backwards.add(node);
    }
    int[] nodes = backwards.build().toArray();
    return IntStream.range(0, nodes.length).map(i -> nodes[nodes.length - 1 - i]).toArray();
  }

  /** Whether the way to a node is from a source right away. */
  private boolean isFirst(int node) {
    for (Join source : sources) {
      double length = network.length(source.segment());
      boolean isFrom =
          network.from(source.segment()) == node
              && metres[node] == source.metres() + source.part() * length;
      boolean isTo =
          network.to(source.segment()) == node
              && metres[node] == source.metres() + (1 - source.part()) * length;
      if (isFrom || isTo) {
        return true;
      }
    }
    return false;
  }

  /** The node from which another was reached: the sum that made its distance is the same again. */
  private int before(int node) {
    for (int arc = network.firstArc(node); arc < network.endArc(node); arc++) {
      int segment = network.segment(arc);
      int other = network.from(segment) == node ? network.to(segment) : network.from(segment);
      if (metres[other] + network.length(segment) == metres[node]) {
        return other;
      }
    }
    throw new IllegalStateException("A way led to node " + node + " from nowhere.");
  }

  /** Metres from one thing to another that is joined to the same segment, along it. */
  public double metresBetween(Join one, Join other) {
    return one.metres()
        + Math.abs(one.part() - other.part()) * network.length(one.segment())
        + other.metres();
  }
}
