package org.linli.analysis.equity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;
import org.linli.layer.FieldType;

/** The three things that projects bring: themselves, their money, the green that they restored. */
final class Measures {
  private static final int NOBODY = -1;
  private static final int UNKNOWN = -2;
  private final BuiltProjects projects;
  private final long asOf;

  Measures(BuiltProjects projects, long asOf) {
    this.projects = projects;
    this.asOf = asOf;
  }

  /** Projects come first. */
  List<Measure> all(AnalysisInputs inputs, LocalPlanes planes) {
    return List.of(
        count(),
        money(),
        inputs.rows("green_spaces").map(rows -> green(rows, planes)).orElseGet(this::noGreen));
  }

  private Measure count() {
    double[] ones = new double[projects.size()];
    Arrays.fill(ones, 1);
    return new Measure("equity.projects", ones, List.of(), Optional.empty());
  }

  private Measure money() {
    double[] costs =
        Arrays.stream(projects.rows().numbers("cost")).map(c -> c >= 0 ? c : Double.NaN).toArray();
    RowSet unknown =
        RowSet.where(projects.rows(), p -> projects.stands(p) && Double.isNaN(costs[p]));
    return new Measure(
        "equity.money",
        costs,
        List.of(new Exclusion("cost_unknown", unknown)),
        Optional.of("no_costs")
            .filter(none -> !unknown.isEmpty() && unknown.size() == projects.standing().count()));
  }

  private Measure noGreen() {
    double[] unknown = new double[projects.size()];
    Arrays.fill(unknown, Double.NaN);
    return new Measure("equity.green", unknown, List.of(), Optional.of("no_green_layer"));
  }

  /** A project without green brings none; one whose green has no area brings nobody knows what. */
  private Measure green(LayerRows rows, LocalPlanes planes) {
    rows.require("restored_by", FieldType.TEXT);
    PlaneShapes shapes = PlaneShapes.of(rows, planes);
    int[] by = restorers(rows);
    long[] restored = rows.instants("restored_at");
    double[] areas = new double[projects.size()];
    RowSet known =
        RowSet.where(rows, g -> by[g] >= 0 && projects.stands(by[g]) && isBy(restored[g]));
    known.rows().filter(shapes::isArea).forEach(g -> areas[by[g]] += shapes.area(g));
    known
        .rows()
        .filter(g -> !shapes.isArea(g) && areas[by[g]] == 0)
        .forEach(g -> areas[by[g]] = Double.NaN);
    List<Exclusion> left = new ArrayList<>();
    left.add(new Exclusion("project_unknown", RowSet.where(rows, g -> by[g] == UNKNOWN)));
    left.add(
        new Exclusion(
            "green_not_by_then", RowSet.where(rows, g -> by[g] >= 0 && !known.contains(g))));
    left.add(
        new Exclusion("no_area", RowSet.where(rows, g -> known.contains(g) && !shapes.isArea(g))));
    return new Measure("equity.green", areas, left, Optional.empty());
  }

  private int[] restorers(LayerRows rows) {
    return Stream.of(rows.texts("restored_by")).mapToInt(this::restorer).toArray();
  }

  private int restorer(String code) {
    if (code == null) {
      return NOBODY;
    }
    int project = projects.rows().indexOf(code);
    return project < 0 ? UNKNOWN : project;
  }

  /** A green without a date came with its project. */
  private boolean isBy(long moment) {
    return moment == LayerRows.NEVER || moment <= asOf;
  }
}
