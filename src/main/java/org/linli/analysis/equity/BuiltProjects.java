package org.linli.analysis.equity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.LocalPlanes;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;
import org.linli.layer.FieldType;

/**
 * The projects that stand at a moment: completed by then, and not lapsed since. What a project is
 * today tells what its dates mean: one still being built has only planned its completion.
 */
final class BuiltProjects {
  private static final Set<String> BUILT = Set.of("completed", "maintained", "lapsed");
  private static final List<String> STAGES =
      List.of(
          "draft_at",
          "proposed_at",
          "reviewed_at",
          "funded_at",
          "building_at",
          "completed_at",
          "maintained_at",
          "lapsed_at");

  private final LayerRows rows;
  private final PlaneShapes shapes;
  private final long asOf;
  private final String[] statuses;
  private final long[] completed;
  private final long[] maintained;
  private final long[] lapsed;

  private BuiltProjects(LayerRows rows, LocalPlanes planes, long asOf) {
    this.rows = rows.require("completed_at", FieldType.DATE, FieldType.INSTANT);
    this.shapes = PlaneShapes.of(rows, planes);
    this.asOf = asOf;
    this.statuses = rows.texts("status");
    this.completed = rows.instants("completed_at");
    this.maintained = rows.instants("maintained_at");
    this.lapsed = rows.instants("lapsed_at");
  }

  static BuiltProjects of(AnalysisInputs inputs, LocalPlanes planes, Instant asOf) {
    return new BuiltProjects(inputs.requiredRows("projects"), planes, asOf.toEpochMilli());
  }

  LayerRows rows() {
    return rows;
  }

  PlaneShapes shapes() {
    return shapes;
  }

  int size() {
    return rows.size();
  }

  boolean stands(int project) {
    return isBuilt(project)
        && (happened(completed[project]) || happened(maintained[project]))
        && !happened(lapsed[project])
        && !isUndated(project);
  }

  private boolean isBuilt(int project) {
    return statuses[project] == null || BUILT.contains(statuses[project]);
  }

  /** Whether it is said to be built, or to have lapsed, without a date. */
  private boolean isUndated(int project) {
    if ("lapsed".equals(statuses[project])) {
      return isCompletionDated(project) && lapsed[project] == LayerRows.NEVER;
    }
    return statuses[project] != null && isBuilt(project) && !isCompletionDated(project);
  }

  private boolean isCompletionDated(int project) {
    return completed[project] != LayerRows.NEVER || maintained[project] != LayerRows.NEVER;
  }

  private boolean happened(long moment) {
    return moment != LayerRows.NEVER && moment <= asOf;
  }

  IntStream standing() {
    return IntStream.range(0, size()).filter(this::stands);
  }

  /** The latest stage that any project has reached; empty when nothing is recorded by then. */
  Optional<Instant> dataUntil() {
    OptionalLong latest =
        STAGES.stream()
            .flatMapToLong(stage -> LongStream.of(rows.instants(stage)))
            .filter(this::happened)
            .max();
    return latest.stream().mapToObj(Instant::ofEpochMilli).findFirst();
  }

  List<Exclusion> left() {
    return List.of(
        new Exclusion("undated", RowSet.where(rows, this::isUndated)),
        new Exclusion("not_standing", RowSet.where(rows, p -> !stands(p) && !isUndated(p))));
  }
}
