package org.linli.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.linli.geo.CoordinateGrid;
import org.linli.snapshot.Geometries;

/**
 * The geometries of a layer's rows in metres of their local plane, in flat arrays. A shape is a run
 * of parts, a part a run of vertices: a point, a line, or a closed ring. Immutable and thread-safe;
 * no distance allocates.
 */
public final class PlaneShapes {
  /** Enough to be worth a thread. */
  private static final int VERTICES_A_CHUNK = 8_192;

  private final int[] firstParts;
  private final int[] firstVertices;
  private final boolean[] shells;
  private final byte[] dimensions;
  private final double[] xs;
  private final double[] ys;
  private final double[] boxes;

  private PlaneShapes(int shapes, int parts, int vertices) {
    firstParts = new int[shapes + 1];
    firstVertices = new int[parts + 1];
    shells = new boolean[parts];
    dimensions = new byte[shapes];
    xs = new double[vertices];
    ys = new double[vertices];
    boxes = new double[4 * shapes];
  }

  public static PlaneShapes of(LayerRows rows, LocalPlanes planes) {
    return of(rows, planes, Optional.empty(), new int[0]);
  }

  /**
   * The same, where some are known already.
   *
   * @param known on the same planes
   * @param same for each row the known shape that it is; -1 where it is none
   */
  public static PlaneShapes of(LayerRows rows, LocalPlanes planes, PlaneShapes known, int[] same) {
    return of(rows, planes, Optional.of(known), same);
  }

  private static PlaneShapes of(
      LayerRows rows, LocalPlanes planes, Optional<PlaneShapes> known, int[] same) {
    int parts = 0;
    int vertices = 0;
    for (int i = 0; i < rows.size(); i++) {
      Geometries from = rows.block(i).geometries();
      int row = rows.blockRow(i);
      parts += from.endPart(row) - from.firstPart(row);
      vertices += from.firstVertex(from.endPart(row)) - from.firstVertex(from.firstPart(row));
    }
    PlaneShapes shapes = new PlaneShapes(rows.size(), parts, vertices);
    shapes.layOut(rows);
    int chunks = Math.max(1, Math.min(rows.size(), vertices / VERTICES_A_CHUNK));
    IntStream.range(0, chunks)
        .parallel()
        .forEach(
            chunk ->
                shapes.fill(
                    rows,
                    planes,
                    (int) ((long) rows.size() * chunk / chunks),
                    (int) ((long) rows.size() * (chunk + 1) / chunks),
                    known,
                    same));
    return shapes;
  }

  private void fill(
      LayerRows rows,
      LocalPlanes planes,
      int first,
      int end,
      Optional<PlaneShapes> known,
      int[] same) {
    double[] xy = new double[2];
    for (int i = first; i < end; i++) {
      if (known.isPresent() && same[i] >= 0) {
        copy(known.get(), same[i], i);
      } else {
        project(rows, planes, i, xy);
      }
    }
  }

  private void copy(PlaneShapes from, int shape, int to) {
    int first = from.firstVertex(shape);
    int count = from.endVertex(shape) - first;
    System.arraycopy(from.xs, first, xs, firstVertex(to), count);
    System.arraycopy(from.ys, first, ys, firstVertex(to), count);
    System.arraycopy(from.boxes, 4 * shape, boxes, 4 * to, 4);
  }

  private void layOut(LayerRows rows) {
    int part = 0;
    int vertex = 0;
    for (int i = 0; i < rows.size(); i++) {
      Geometries from = rows.block(i).geometries();
      int row = rows.blockRow(i);
      dimensions[i] = dimension(from.kind(row));
      for (int p = from.firstPart(row); p < from.endPart(row); p++) {
        shells[part] = from.isShell(p);
        vertex += from.endVertex(p) - from.firstVertex(p);
        firstVertices[++part] = vertex;
      }
      firstParts[i + 1] = part;
    }
  }

  private static byte dimension(Geometries.Kind kind) {
    return switch (kind) {
      case NONE -> -1;
      case POINT, MULTI_POINT -> 0;
      case LINE, MULTI_LINE -> 1;
      case POLYGON, MULTI_POLYGON -> 2;
    };
  }

  private void project(LayerRows rows, LocalPlanes planes, int i, double[] xy) {
    Geometries from = rows.block(i).geometries();
    int[] grid = from.xy();
    int source = from.firstVertex(from.firstPart(rows.blockRow(i)));
    for (int v = firstVertex(i); v < endVertex(i); v++, source++) {
      planes.toMetres(
          CoordinateGrid.toDegrees(grid[2 * source]),
          CoordinateGrid.toDegrees(grid[2 * source + 1]),
          xy);
      xs[v] = xy[0];
      ys[v] = xy[1];
    }
    measureBox(i);
  }

  private void measureBox(int shape) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int v = firstVertex(shape); v < endVertex(shape); v++) {
      minX = Math.min(minX, xs[v]);
      minY = Math.min(minY, ys[v]);
      maxX = Math.max(maxX, xs[v]);
      maxY = Math.max(maxY, ys[v]);
    }
    boxes[4 * shape] = minX;
    boxes[4 * shape + 1] = minY;
    boxes[4 * shape + 2] = maxX;
    boxes[4 * shape + 3] = maxY;
  }

  public int size() {
    return dimensions.length;
  }

  public boolean isEmpty(int shape) {
    return dimensions[shape] < 0;
  }

  public boolean isArea(int shape) {
    return dimensions[shape] == 2;
  }

  public double minX(int shape) {
    return boxes[4 * shape];
  }

  public double minY(int shape) {
    return boxes[4 * shape + 1];
  }

  public double maxX(int shape) {
    return boxes[4 * shape + 2];
  }

  public double maxY(int shape) {
    return boxes[4 * shape + 3];
  }

  public int firstPart(int shape) {
    return firstParts[shape];
  }

  public int endPart(int shape) {
    return firstParts[shape + 1];
  }

  /** The first vertex of a part. */
  public int partStart(int part) {
    return firstVertices[part];
  }

  /** The vertex after a part's last. */
  public int partEnd(int part) {
    return firstVertices[part + 1];
  }

  /** How many vertices all shapes have. */
  public int vertices() {
    return xs.length;
  }

  public boolean isShell(int part) {
    return shells[part];
  }

  public double x(int vertex) {
    return xs[vertex];
  }

  public double y(int vertex) {
    return ys[vertex];
  }

  private int firstVertex(int shape) {
    return firstVertices[firstParts[shape]];
  }

  private int endVertex(int shape) {
    return firstVertices[firstParts[shape + 1]];
  }

  /** Whether a point is inside an area, by crossings; a point on the edge may be either. */
  public boolean contains(int shape, double x, double y) {
    if (!isArea(shape)
        || x < minX(shape)
        || x > maxX(shape)
        || y < minY(shape)
        || y > maxY(shape)) {
      return false;
    }
    boolean inside = false;
    for (int part = firstPart(shape); part < endPart(shape); part++) {
      for (int v = partStart(part) + 1; v < partEnd(part); v++) {
        if (ys[v - 1] > y != ys[v] > y
            && x < xs[v - 1] + (y - ys[v - 1]) / (ys[v] - ys[v - 1]) * (xs[v] - xs[v - 1])) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  /** Metres from a point to a shape, 0 inside an area; infinite when the shape is empty. */
  public double distance(int shape, double x, double y) {
    return contains(shape, x, y) ? 0 : distanceToEdges(shape, x, y);
  }

  private double distanceToEdges(int shape, double x, double y) {
    double least = Double.POSITIVE_INFINITY;
    for (int part = firstPart(shape); part < endPart(shape); part++) {
      int start = partStart(part);
      least = Math.min(least, Segments.squared(x, y, xs[start], ys[start]));
      for (int v = start + 1; v < partEnd(part); v++) {
        least = Math.min(least, Segments.squared(x, y, xs[v - 1], ys[v - 1], xs[v], ys[v]));
      }
    }
    return Math.sqrt(least);
  }

  /** Metres between two shapes, 0 where they meet; infinite when one is empty. */
  public double distance(int shape, PlaneShapes others, int other) {
    if (isEmpty(shape) || others.isEmpty(other)) {
      return Double.POSITIVE_INFINITY;
    }
    if (holdsStartOf(shape, others, other) || others.holdsStartOf(other, this, shape)) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int part = firstPart(shape); part < endPart(shape) && least > 0; part++) {
      for (int otherPart = others.firstPart(other);
          otherPart < others.endPart(other);
          otherPart++) {
        least = Math.min(least, squaredBetween(part, others, otherPart));
      }
    }
    return Math.sqrt(least);
  }

  private boolean holdsStartOf(int shape, PlaneShapes others, int other) {
    for (int part = others.firstPart(other); part < others.endPart(other); part++) {
      int v = others.partStart(part);
      if (contains(shape, others.xs[v], others.ys[v])) {
        return true;
      }
    }
    return false;
  }

  private double squaredBetween(int part, PlaneShapes others, int otherPart) {
    double least = Double.POSITIVE_INFINITY;
    int start = partStart(part);
    int otherStart = others.partStart(otherPart);
    for (int v = start; v < partEnd(part); v++) {
      int from = Math.max(start, v - 1);
      for (int w = otherStart; w < others.partEnd(otherPart); w++) {
        int otherFrom = Math.max(otherStart, w - 1);
        least =
            Math.min(
                least,
                Segments.squaredBetween(
                    xs[from],
                    ys[from],
                    xs[v],
                    ys[v],
                    others.xs[otherFrom],
                    others.ys[otherFrom],
                    others.xs[w],
                    others.ys[w]));
      }
    }
    return least;
  }

  /** The least distance possible between the boxes of two shapes, in metres. */
  public double boxDistance(int shape, PlaneShapes others, int other) {
    double dx =
        Math.max(0, Math.max(others.minX(other) - maxX(shape), minX(shape) - others.maxX(other)));
    double dy =
        Math.max(0, Math.max(others.minY(other) - maxY(shape), minY(shape) - others.maxY(other)));
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** Square metres; 0 unless the shape is an area. */
  public double area(int shape) {
    return isArea(shape) ? RingSums.area(this, shape) : 0;
  }

  /**
   * Writes the middle of a shape: of an area its centroid, of others the mean of the vertices.
   *
   * @return false when the shape is empty
   */
  public boolean centre(int shape, double[] xy) {
    if (isEmpty(shape)) {
      return false;
    }
    if (!(isArea(shape) && RingSums.centre(this, shape, xy))) {
      xy[0] = Arrays.stream(xs, firstVertex(shape), endVertex(shape)).average().orElseThrow();
      xy[1] = Arrays.stream(ys, firstVertex(shape), endVertex(shape)).average().orElseThrow();
    }
    return true;
  }
}
