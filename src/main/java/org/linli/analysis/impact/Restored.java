package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;
import org.linli.analysis.Town;

/** The green that is said to have been restored by projects. */
final class Restored {
  private static final String ID = "green.restored";
  private final Built built;
  private final Optional<Greens> greens;

  /**
   * Green spaces by the project that restored them.
   *
   * @param projects its row; -1 for none that was completed
   */
  private record Greens(LayerRows rows, PlaneShapes shapes, int[] projects) {}

  Restored(Optional<LayerRows> rows, Town town, Built built) {
    this.built = built;
    this.greens =
        rows.map(some -> new Greens(some, PlaneShapes.of(some, town.planes()), projects(some)));
  }

  private int[] projects(LayerRows rows) {
    String[] codes = rows.texts("restored_by");
    long[] ats = rows.instants("restored_at");
    int[] projects = new int[rows.size()];
    for (int i = 0; i < projects.length; i++) {
      boolean later = ats[i] > built.asOf().toEpochMilli();
      int project = codes[i] == null || later ? -1 : built.projects().rows().indexOf(codes[i]);
      projects[i] = Arrays.binarySearch(built.rows(), project) >= 0 ? project : -1;
    }
    return projects;
  }

  /** Square metres; empty when no green space names the project, or none of them has an area. */
  OptionalDouble squareMetres(int project) {
    return greens.map(some -> squareMetres(some, of(some, project))).orElse(OptionalDouble.empty());
  }

  private static RowSet of(Greens some, int project) {
    return RowSet.where(some.rows, i -> some.projects[i] == project && some.shapes.isArea(i));
  }

  private static OptionalDouble squareMetres(Greens some, RowSet rows) {
    return rows.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(rows.rows().mapToDouble(some.shapes::area).sum());
  }

  Metric metric() {
    return greens
        .map(this::metric)
        .orElseGet(() -> built.draft(ID, RowSet.NONE).absent("no_green_layer"));
  }

  private Metric metric(Greens some) {
    RowSet counted = RowSet.where(some.rows, i -> some.projects[i] >= 0 && some.shapes.isArea(i));
    RowSet flat = RowSet.where(some.rows, i -> some.projects[i] >= 0 && !some.shapes.isArea(i));
    Metric.Draft draft = built.draft(ID, counted, new Exclusion("no_area", flat));
    return counted.isEmpty() && !flat.isEmpty()
        ? draft.absent("no_area")
        : draft.value(squareMetres(some, counted).orElse(0));
  }
}
