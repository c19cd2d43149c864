package org.linli.encode;

import java.util.Arrays;
import org.linli.snapshot.Geometries;

/**
 * One feature's geometry as the commands of a vector tile (Mapbox Vector Tile 2.1, 4.3): projected,
 * thinned, clipped to the tile and its buffer, shells with positive area. Used by one thread, for
 * feature after feature.
 */
final class TileGeometry {
  static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;

  /** How far beyond the tile's sides geometry is kept, in units. */
  static final int BUFFER = 64;

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;
  private static final int MAX_VARINT = 5;
  private static final long MIN = -BUFFER;
  private static final long MAX = TileProjection.EXTENT + BUFFER;

  private final TileProjection projection;
  private final int thinning;
  private final Vertices part = new Vertices();
  private final RingClip rings = new RingClip(MIN, MAX);
  private final LineClip lines = new LineClip(MIN, MAX);
  private byte[] commands = new byte[512];
  private int size;
  private int lastX;
  private int lastY;

  /**
   * @param thinning vertices nearer to the last than so many units are left out
   */
  TileGeometry(TileProjection projection, int thinning) {
    this.projection = projection;
    this.thinning = thinning;
  }

  /** The commands of the last feature as varints, {@link #size} bytes of them. */
  byte[] commands() {
    return commands;
  }

  int size() {
    return size;
  }

  /** The geometry type of a row: 1 point, 2 line, 3 polygon, as the format numbers them. */
  static int type(Geometries.Kind kind) {
    return switch (kind) {
      case NONE -> 0;
      case POINT, MULTI_POINT -> POINT;
      case LINE, MULTI_LINE -> LINE;
      case POLYGON, MULTI_POLYGON -> POLYGON;
    };
  }

  /** Takes a row; false when nothing of it is in the tile. */
  boolean take(Geometries geometries, int row) {
    begin();
    switch (type(geometries.kind(row))) {
      case POINT -> points(geometries, row);
      case LINE -> lines(geometries, row);
      case POLYGON -> polygons(geometries, row);
      default -> {}
    }
    return size > 0;
  }

  /** Takes one point that is in the tile. */
  void takePoint(int x, int y) {
    begin();
    command(MOVE_TO, 1);
    moveBy(x, y);
  }

  private void begin() {
    size = 0;
    lastX = 0;
    lastY = 0;
  }

  private void points(Geometries geometries, int row) {
    part.clear();
    int end = geometries.firstVertex(geometries.endPart(row));
    for (int v = geometries.firstVertex(geometries.firstPart(row)); v < end; v++) {
      long x = projection.x(geometries.xy()[2 * v]);
      long y = projection.y(geometries.xy()[2 * v + 1]);
      if (x >= MIN && x <= MAX && y >= MIN && y <= MAX) {
        part.add(x, y);
      }
    }
    if (!part.isEmpty()) {
      command(MOVE_TO, part.size());
      moveAlong(part, 0);
    }
  }

  private void lines(Geometries geometries, int row) {
    for (int i = geometries.firstPart(row); i < geometries.endPart(row); i++) {
      project(geometries, geometries.firstVertex(i), geometries.endVertex(i), thinning);
      addEnd(geometries, geometries.endVertex(i) - 1);
      lines.clip(part, this::line);
    }
  }

  /** Thinning may not take a line's last vertex: the next line may begin there. */
  private void addEnd(Geometries geometries, int vertex) {
    long x = projection.x(geometries.xy()[2 * vertex]);
    long y = projection.y(geometries.xy()[2 * vertex + 1]);
    part.addApart(x, y, 0);
  }

  private void project(Geometries geometries, int first, int end, int apart) {
    int[] xy = geometries.xy();
    part.clear();
    for (int v = first; v < end; v++) {
      part.addApart(projection.x(xy[2 * v]), projection.y(xy[2 * v + 1]), apart);
    }
  }

  private void line(Vertices piece) {
    command(MOVE_TO, 1);
    moveBy((int) piece.x(0), (int) piece.y(0));
    command(LINE_TO, piece.size() - 1);
    moveAlong(piece, 1);
  }

  private void polygons(Geometries geometries, int row) {
    boolean kept = false;
    for (int i = geometries.firstPart(row); i < geometries.endPart(row); i++) {
      boolean shell = geometries.isShell(i);
      if (shell || kept) {
        boolean drawn = ring(geometries, i, shell);
        kept = shell ? drawn : kept;
      }
    }
  }

  private boolean ring(Geometries geometries, int index, boolean shell) {
    int first = geometries.firstVertex(index);
    int end = geometries.endVertex(index) - 1;
    double area = projectRing(geometries, first, end, thinning);
    if (shell && thinning > 0 && area == 0) {
      area = projectRing(geometries, first, end, 0);
    }
    if (shell && area == 0) {
      makeSpeck();
      area = part.doubleArea();
    }
    Vertices ring = rings.clip(part);
    if (ring != part) {
      ring = opened(ring);
      area = ring.size() < 3 ? 0 : ring.doubleArea();
    }
    if (area == 0) {
      return false;
    }
    if (area > 0 != shell) {
      ring.reverse();
    }
    close(ring);
    return true;
  }

  /** Returns twice the area, with its sign. */
  private double projectRing(Geometries geometries, int first, int end, int apart) {
    project(geometries, first, end, apart);
    return opened(part).doubleArea();
  }

  /** The ring without a last vertex that repeats its first. */
  private static Vertices opened(Vertices ring) {
    if (ring.size() > 1 && ring.endsAt(ring.x(0), ring.y(0))) {
      ring.removeLast();
    }
    return ring;
  }

  /** A polygon too small for whole units stays visible as the smallest square. */
  private void makeSpeck() {
    long x = part.x(0);
    long y = part.y(0);
    part.clear();
    part.add(x, y);
    part.add(x + 1, y);
    part.add(x + 1, y + 1);
    part.add(x, y + 1);
  }

  private void close(Vertices ring) {
    command(MOVE_TO, 1);
    moveBy((int) ring.x(0), (int) ring.y(0));
    command(LINE_TO, ring.size() - 1);
    moveAlong(ring, 1);
    command(CLOSE_PATH, 1);
  }

  private void command(int command, int count) {
    reserve(MAX_VARINT);
    size = ProtoBytes.put(commands, size, command | count << 3);
  }

  private void moveAlong(Vertices vertices, int from) {
    reserve(2 * MAX_VARINT * vertices.size());
    for (int i = from; i < vertices.size(); i++) {
      move((int) vertices.x(i), (int) vertices.y(i));
    }
  }

  private void moveBy(int x, int y) {
    reserve(2 * MAX_VARINT);
    move(x, y);
  }

  private void move(int x, int y) {
    int at = ProtoBytes.put(commands, size, ProtoBytes.zigZag(x - lastX));
    size = ProtoBytes.put(commands, at, ProtoBytes.zigZag(y - lastY));
    lastX = x;
    lastY = y;
  }

  private void reserve(int more) {
    if (size + more > commands.length) {
      commands = Arrays.copyOf(commands, Math.max(size + more, commands.length * 2));
    }
  }
}
