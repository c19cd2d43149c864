package org.linli.analysis.patrol;

import java.util.List;
import org.linli.analysis.AnalysisInputs;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Metric;
import org.linli.analysis.Workings;
import org.linli.layer.InvalidParameterException;

/**
 * One duty looked at from one moment. Inputs in, {@link #result} out; what is asked for on its own
 * is computed on its own.
 */
public final class DutyReview {
  private final AnalysisInputs inputs;
  private final Watch watch;
  private final Need need;
  private final Cancellation cancellation;

  private DutyReview(AnalysisInputs inputs, Watch watch, Need need, Cancellation cancellation) {
    this.inputs = inputs;
    this.watch = watch;
    this.need = need;
    this.cancellation = cancellation;
  }

  /**
   * @throws InvalidParameterException if a layer lacks a field that the analysis cannot do without
   */
  public static DutyReview of(
      AnalysisInputs inputs, PatrolParameters parameters, Cancellation cancellation) {
    Watch watch = Watch.of(inputs, parameters, cancellation);
    Need need = new Need(watch.precinct(), inputs.rows("hazards"), parameters);
    return new DutyReview(inputs, watch, need, cancellation);
  }

  Watch watch() {
    return watch;
  }

  /** How a building stands at {@code asOf}, by its place among the buildings' codes. */
  public Standing standing(int building) {
    return watch.standing(building);
  }

  /** Coverage alone. */
  public List<Metric> coverage() {
    return new Coverage(new Scope(watch)).metrics(need);
  }

  /** All numbers, series and layers, and what they would be otherwise. */
  public Workings workings() {
    watch.passes();
    return new DutyWorkings(inputs, watch, need, cancellation);
  }

  /** All numbers, series and layers. */
  public AnalysisResult result() {
    Workings workings = workings();
    workings.complete(cancellation);
    return workings.result();
  }
}
