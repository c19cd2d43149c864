package org.linli.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.linli.geo.PackedRTree;
import org.linli.snapshot.Geometries;

/**
 * The paths as segments between nodes, in flat arrays: lines meet where they share a vertex, to the
 * 1e-7° of the grid. Immutable and thread-safe.
 */
public final class WalkNetwork {
  /** Motorways, and what is only planned, are among these. */
  private static final String NOT_WALKED = "other";

  private static final double STEPS_PER_METRE = 100;

  private final LayerRows rows;
  private final boolean[] walked;
  private int segments;
  private final int[] froms;
  private final int[] tos;
  private final double[] xs;
  private final double[] ys;
  private final double[] lengths;
  private final int[] firstArcs;
  private final int[] arcs;
  private final int[] components;
  private final PackedRTree index;

  /** The network of a layer of paths, in metres of the planes. */
  public static WalkNetwork of(LayerRows paths, LocalPlanes planes) {
    return new WalkNetwork(paths, PlaneShapes.of(paths, planes));
  }

  private WalkNetwork(LayerRows rows, PlaneShapes shapes) {
    this.rows = rows;
    this.walked = walked(rows, shapes);
    this.froms = new int[shapes.vertices()];
    this.tos = new int[shapes.vertices()];
    double[] nodeXs = new double[shapes.vertices()];
    double[] nodeYs = new double[shapes.vertices()];
    int nodes = lay(shapes, nodeXs, nodeYs);
    this.xs = Arrays.copyOf(nodeXs, nodes);
    this.ys = Arrays.copyOf(nodeYs, nodes);
    this.lengths = lengths();
    this.firstArcs = new int[nodes + 1];
    this.arcs = new int[2 * segments];
    linkArcs();
    this.components = components();
    this.index = index();
  }

  private static boolean[] walked(LayerRows rows, PlaneShapes shapes) {
    String[] kinds = rows.texts("kind");
    boolean[] walked = new boolean[rows.size()];
    for (int i = 0; i < walked.length; i++) {
      walked[i] = !shapes.isEmpty(i) && !NOT_WALKED.equals(kinds[i]);
    }
    return walked;
  }

  /** Numbers the nodes and lists the segments; gives the number of nodes. */
  private int lay(PlaneShapes shapes, double[] nodeXs, double[] nodeYs) {
    Map<Long, Integer> nodes = new HashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      Geometries from = rows.block(row).geometries();
      int shift =
          from.firstVertex(from.firstPart(rows.blockRow(row)))
              - shapes.partStart(shapes.firstPart(row));
      for (int part = shapes.firstPart(row); walked[row] && part < shapes.endPart(row); part++) {
        int before = -1;
        for (int v = shapes.partStart(part); v < shapes.partEnd(part); v++) {
          int fresh = nodes.size();
          int node = nodes.computeIfAbsent(spot(from.xy(), v + shift), spot -> fresh);
          nodeXs[node] = shapes.x(v);
          nodeYs[node] = shapes.y(v);
          if (before >= 0 && before != node) {
            froms[segments] = before;
            tos[segments++] = node;
          }
          before = node;
        }
      }
    }
    return nodes.size();
  }

  private static long spot(int[] xy, int vertex) {
    return (long) xy[2 * vertex] << 32 | xy[2 * vertex + 1] & 0xFFFF_FFFFL;
  }

  private double[] lengths() {
    double[] all = new double[segments];
    for (int i = 0; i < segments; i++) {
      all[i] = Math.hypot(xs[tos[i]] - xs[froms[i]], ys[tos[i]] - ys[froms[i]]);
    }
    return all;
  }

  private void linkArcs() {
    for (int i = 0; i < segments; i++) {
      firstArcs[froms[i] + 1]++;
      firstArcs[tos[i] + 1]++;
    }
    for (int node = 0; node < xs.length; node++) {
      firstArcs[node + 1] += firstArcs[node];
    }
    int[] next = firstArcs.clone();
    for (int i = 0; i < segments; i++) {
      arcs[next[froms[i]]++] = i;
      arcs[next[tos[i]]++] = i;
    }
  }

  private int[] components() {
    Sets sets = new Sets(xs.length);
    for (int i = 0; i < segments; i++) {
      sets.join(froms[i], tos[i]);
    }
    int[] roots = new int[xs.length];
    Arrays.setAll(roots, sets::root);
    return roots;
  }

  private PackedRTree index() {
    PackedRTree.Builder builder = new PackedRTree.Builder(segments);
    for (int i = 0; i < segments; i++) {
      builder.add(
          floor(Math.min(fromX(i), toX(i))),
          floor(Math.min(fromY(i), toY(i))),
          ceiling(Math.max(fromX(i), toX(i))),
          ceiling(Math.max(fromY(i), toY(i))));
    }
    return builder.finish();
  }

  private static int floor(double metres) {
    return (int) Math.floor(metres * STEPS_PER_METRE);
  }

  private static int ceiling(double metres) {
    return (int) Math.ceil(metres * STEPS_PER_METRE);
  }

  /** Gives each segment whose box touches the window. */
  public void search(double minX, double minY, double maxX, double maxY, IntConsumer found) {
    index.search(floor(minX), floor(minY), ceiling(maxX), ceiling(maxY), found);
  }

  public int nodes() {
    return xs.length;
  }

  public int segments() {
    return segments;
  }

  public int from(int segment) {
    return froms[segment];
  }

  public int to(int segment) {
    return tos[segment];
  }

  public double x(int node) {
    return xs[node];
  }

  public double y(int node) {
    return ys[node];
  }

  public double fromX(int segment) {
    return xs[froms[segment]];
  }

  public double fromY(int segment) {
    return ys[froms[segment]];
  }

  public double toX(int segment) {
    return xs[tos[segment]];
  }

  public double toY(int segment) {
    return ys[tos[segment]];
  }

  public double length(int segment) {
    return lengths[segment];
  }

  public int firstArc(int node) {
    return firstArcs[node];
  }

  public int endArc(int node) {
    return firstArcs[node + 1];
  }

  /** The segment of an arc. */
  public int segment(int arc) {
    return arcs[arc];
  }

  /** The part of the network that hangs together and holds the segment. */
  public int component(int segment) {
    return components[froms[segment]];
  }

  public RowSet notWalked() {
    return RowSet.where(rows, row -> !walked[row]);
  }
}
