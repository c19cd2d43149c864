package org.linli.analysis.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.LayerRows;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;
import org.linli.analysis.Sets;
import org.linli.analysis.Town;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The green spaces that qualify, those near each other as one. A layer of points or lines, such as
 * posts or notice boards, qualifies whole: only areas are asked how large they are.
 */
final class Greens {
  private static final Set<String> UNFIT_CONDITIONS = Set.of("bare", "neglected");
  private static final String CLOSED = "private";

  private final LayerRows rows;
  private final PlaneShapes shapes;
  private final int[] sites;
  private final List<Site> all = new ArrayList<>();
  private final boolean[] fit;

  /**
   * Some rows that are one place to the people around.
   *
   * @param members theirs, ascending
   * @param squareMetres of their union; 0 for points and lines
   */
  record Site(int[] members, double squareMetres) {}

  private record Key(double minArea, double dissolve) {}

  static Greens of(AnalysisInputs inputs, Town homes, AccessParameters parameters) {
    return inputs.once(
        new Key(parameters.minArea(), parameters.dissolve()),
        () -> {
          inputs.get("green_spaces");
          return of(inputs.rows("green_spaces").orElseThrow(), homes, parameters);
        });
  }

  static Greens of(LayerRows rows, Town homes, AccessParameters parameters) {
    return new Greens(rows, PlaneShapes.of(rows, homes.planes()), parameters);
  }

  private Greens(LayerRows rows, PlaneShapes shapes, AccessParameters parameters) {
    this.rows = rows;
    this.shapes = shapes;
    this.fit = fit();
    this.sites = new int[rows.size()];
    Arrays.fill(sites, -1);
    for (int[] members : dissolved(parameters.dissolve())) {
      double area = squareMetres(members);
      if (area >= parameters.minArea() || !shapes.isArea(members[0])) {
        Arrays.stream(members).forEach(member -> sites[member] = all.size());
        all.add(new Site(members, area));
      }
    }
  }

  private boolean[] fit() {
    String[] conditions = rows.texts("condition");
    String[] access = rows.texts("access");
    boolean[] fit = new boolean[rows.size()];
    for (int i = 0; i < fit.length; i++) {
      boolean unfit = conditions[i] != null && UNFIT_CONDITIONS.contains(conditions[i]);
      fit[i] = !shapes.isEmpty(i) && !unfit && !CLOSED.equals(access[i]);
    }
    return fit;
  }

  private List<int[]> dissolved(double metres) {
    Sets sets = new Sets(rows.size());
    PlaneIndex index = new PlaneIndex(shapes);
    for (int i = 0; i < rows.size(); i++) {
      int one = i;
      if (fit[i] && shapes.isArea(i)) {
        index.search(
            shapes.minX(i) - metres,
            shapes.minY(i) - metres,
            shapes.maxX(i) + metres,
            shapes.maxY(i) + metres,
            other -> {
              if (other > one
                  && fit[other]
                  && shapes.isArea(other)
                  && sets.root(one) != sets.root(other)
                  && shapes.boxDistance(one, shapes, other) <= metres
                  && shapes.distance(one, shapes, other) <= metres) {
                sets.join(one, other);
              }
            });
      }
    }
    return sets.members(i -> fit[i]);
  }

  private double squareMetres(int[] members) {
    if (members.length == 1) {
      return shapes.area(members[0]);
    }
    List<Geometry> areas = new ArrayList<>();
    Arrays.stream(members).forEach(i -> areas.add(PlaneGeometries.area(shapes, i)));
    return OverlayNGRobust.union(areas).getArea();
  }

  LayerRows rows() {
    return rows;
  }

  PlaneShapes shapes() {
    return shapes;
  }

  int size() {
    return all.size();
  }

  Site site(int site) {
    return all.get(site);
  }

  /** The site that a row belongs to; -1 if it does not qualify. */
  int siteOf(int row) {
    return sites[row];
  }

  /** The code of a site's first row. */
  String code(int site) {
    return rows.code(all.get(site).members()[0]);
  }

  boolean hasAreas() {
    return all.stream().anyMatch(site -> site.squareMetres() > 0);
  }

  RowSet where(IntPredicate site) {
    return RowSet.where(rows, row -> sites[row] >= 0 && site.test(sites[row]));
  }

  RowSet unfit() {
    return RowSet.where(rows, row -> !fit[row]);
  }

  RowSet tooSmall() {
    return RowSet.where(rows, row -> fit[row] && sites[row] < 0);
  }

  IntStream sites() {
    return IntStream.range(0, size());
  }
}
