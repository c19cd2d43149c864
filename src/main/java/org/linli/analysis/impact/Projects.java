package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.LayerRows;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.Town;
import org.linli.layer.FieldType;

/** All projects with their dates; those that were built are completed, whatever came after. */
final class Projects {
  /** In their order; each is dated by the field {@code {stage}_at}. */
  static final List<String> STAGES =
      List.of("draft", "proposed", "reviewed", "funded", "building", "completed", "maintained");

  private static final Set<String> BUILT = Set.of("completed", "maintained");

  private final LayerRows rows;
  private final PlaneShapes shapes;
  private final String[] statuses;
  private final long[] proposed;
  private final long[] completed;
  private final long[] lapsed;
  private final long[] begun;

  private Projects(LayerRows rows, PlaneShapes shapes) {
    this.rows = rows.require("completed_at", FieldType.DATE, FieldType.INSTANT);
    this.shapes = shapes;
    this.statuses = rows.texts("status");
    this.proposed = rows.instants("proposed_at");
    this.completed = rows.instants("completed_at");
    this.lapsed = rows.instants("lapsed_at");
    this.begun = proposed.clone();
    for (String stage : List.of("reviewed_at", "funded_at", "building_at", "completed_at")) {
      fillIn(rows.instants(stage));
    }
  }

  private void fillIn(long[] later) {
    for (int i = 0; i < begun.length; i++) {
      begun[i] = begun[i] == LayerRows.NEVER ? later[i] : begun[i];
    }
  }

  static Projects of(AnalysisInputs inputs, Town town) {
    LayerRows rows = inputs.requiredRows("projects");
    return new Projects(rows, PlaneShapes.of(rows, town.planes()));
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

  long proposed(int project) {
    return proposed[project];
  }

  long completed(int project) {
    return completed[project];
  }

  boolean isDraft(int project) {
    return "draft".equals(statuses[project]);
  }

  boolean isCompleted(int project, long asOf) {
    return !isDraft(project) && completed[project] != LayerRows.NEVER && completed[project] <= asOf;
  }

  /** Whether it is said to be built, but nobody knows when. */
  boolean isUndated(int project) {
    return completed[project] == LayerRows.NEVER && BUILT.contains(statuses[project]);
  }

  int[] completed(long asOf) {
    return IntStream.range(0, size()).filter(i -> isCompleted(i, asOf)).toArray();
  }

  /**
   * Whether it was between its proposal and its completion or its end at any time from an instant
   * to before another. What has no date may have been active at any time.
   */
  boolean isActive(int project, long from, long to) {
    long end = completed[project] == LayerRows.NEVER ? lapsed[project] : completed[project];
    boolean over = end != LayerRows.NEVER && end <= from;
    return !isDraft(project) && begun[project] < to && !over;
  }

  /** The instants of each stage, in the order of {@link #STAGES}. */
  long[][] stages() {
    return STAGES.stream().map(stage -> rows.instants(stage + "_at")).toArray(long[][]::new);
  }

  /** The numbers of a field, NaN where missing. */
  double[] numbers(String field) {
    return Arrays.stream(rows.numbers(field)).map(n -> n >= 0 ? n : Double.NaN).toArray();
  }
}
