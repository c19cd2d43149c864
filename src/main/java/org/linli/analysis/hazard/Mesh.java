package org.linli.analysis.hazard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Communities;
import org.linli.analysis.HexGrid;
import org.linli.analysis.HexGrid.Cell;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneShapes;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * All hexagons that meet the boundary, in order, which of them touch, and how much of each lies
 * within. The boundary is that of the communities; without any, the cells of the buildings and
 * those around them stand for it.
 */
final class Mesh {
  /** A boundary whose box holds more cells is not gone through. */
  static final double MOST_CELLS = 250_000;

  static final int OUTSIDE = -1;

  private final HexGrid grid;
  private final List<Cell> cells;
  private final Map<Cell, Integer> indices = new HashMap<>();
  private final int[][] around;
  private final double[] shares;

  /** Cells that lie within the boundary whole. */
  Mesh(HexGrid grid, Collection<Cell> cells) {
    this(grid, cells, cell -> 1);
  }

  /**
   * @param share how much of a cell lies within the boundary, 0 to 1
   */
  Mesh(HexGrid grid, Collection<Cell> cells, ToDoubleFunction<Cell> share) {
    this.grid = grid;
    this.cells = List.copyOf(new TreeSet<>(cells));
    for (int i = 0; i < this.cells.size(); i++) {
      indices.put(this.cells.get(i), i);
    }
    this.around = this.cells.stream().map(this::around).toArray(int[][]::new);
    this.shares = this.cells.stream().mapToDouble(share).toArray();
  }

  private int[] around(Cell cell) {
    int[] some = new int[7];
    int size = 0;
    some[size++] = indices.get(cell);
    for (Cell beside : cell.neighbours()) {
      Integer index = indices.get(beside);
      if (index != null) {
        some[size++] = index;
      }
    }
    return Arrays.copyOf(some, size);
  }

  /** Empty when the boundary is too large for cells of this side. */
  static Optional<Mesh> of(AnalysisInputs inputs, Ground ground, double sideMetres) {
    return inputs.once(
        List.of("mesh of the hazards", sideMetres),
        () -> build(ground, new HexGrid(sideMetres), sideMetres));
  }

  private static Optional<Mesh> build(Ground ground, HexGrid grid, double sideMetres) {
    double cellArea = 1.5 * Math.sqrt(3) * sideMetres * sideMetres;
    Optional<Communities> areas = ground.communities().filter(tree -> tree.size() > 0);
    double boxes = areas.map(tree -> boxes(tree.shapes())).orElse(0.0);
    if (boxes / cellArea > MOST_CELLS) {
      return Optional.empty();
    }
    TreeSet<Cell> cells = new TreeSet<>();
    areas.ifPresentOrElse(
        tree -> cover(tree.shapes(), grid, cells), () -> settle(ground, grid, cells));
    return Optional.of(cells)
        .filter(all -> all.size() <= MOST_CELLS)
        .map(all -> new Mesh(grid, all, areas.map(tree -> share(tree, grid)).orElse(cell -> 1)));
  }

  private static ToDoubleFunction<Cell> share(Communities tree, HexGrid grid) {
    List<Geometry> areas = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      if (tree.shapes().isArea(i)) {
        areas.add(PlaneGeometries.area(tree.shapes(), i));
      }
    }
    Geometry boundary = OverlayNGRobust.union(areas);
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(boundary);
    return cell -> {
      Polygon hexagon = grid.polygon(cell);
      return prepared.covers(hexagon)
          ? 1
          : OverlayNGRobust.overlay(boundary, hexagon, OverlayNG.INTERSECTION).getArea()
              / hexagon.getArea();
    };
  }

  private static double boxes(PlaneShapes areas) {
    double sum = 0;
    for (int i = 0; i < areas.size(); i++) {
      if (areas.isArea(i)) {
        sum += (areas.maxX(i) - areas.minX(i)) * (areas.maxY(i) - areas.minY(i));
      }
    }
    return sum;
  }

  private static void cover(PlaneShapes areas, HexGrid grid, TreeSet<Cell> cells) {
    for (int i = 0; i < areas.size(); i++) {
      if (areas.isArea(i)) {
        cells.addAll(grid.covering(PlaneGeometries.area(areas, i)));
      }
    }
  }

  private static void settle(Ground ground, HexGrid grid, TreeSet<Cell> cells) {
    double[] xy = new double[2];
    ground
        .homes()
        .ifPresent(
            homes -> {
              for (int b = 0; b < homes.size(); b++) {
                if (homes.shapes().centre(b, xy)) {
                  Cell cell = grid.cellAt(xy[0], xy[1]);
                  cells.add(cell);
                  cells.addAll(cell.neighbours());
                }
              }
            });
  }

  int size() {
    return cells.size();
  }

  HexGrid grid() {
    return grid;
  }

  Cell cell(int index) {
    return cells.get(index);
  }

  /** A cell and those of its six neighbours that are there, itself first. */
  int[] around(int index) {
    return around[index];
  }

  /** The cell of each shape's middle; OUTSIDE for those in none. */
  int[] cellsOf(PlaneShapes shapes) {
    int[] found = new int[shapes.size()];
    double[] xy = new double[2];
    for (int i = 0; i < found.length; i++) {
      found[i] =
          shapes.centre(i, xy) ? indices.getOrDefault(grid.cellAt(xy[0], xy[1]), OUTSIDE) : OUTSIDE;
    }
    return found;
  }

  /** How much of each cell lies within the boundary, 0 to 1. */
  double[] shares() {
    return shares;
  }

  /** A sum over a cell and its neighbours. */
  double sumAround(int index, double[] numbers) {
    double sum = 0;
    for (int i : around[index]) {
      sum += numbers[i];
    }
    return sum;
  }

  /** How many over a cell and its neighbours. */
  int sumAround(int index, int[] counts) {
    int sum = 0;
    for (int i : around[index]) {
      sum += counts[i];
    }
    return sum;
  }
}
