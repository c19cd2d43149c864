package org.linli.analysis;

import org.linli.layer.InvalidParameterException;

/** A pure function from layers and parameters to numbers, series and layers. */
public interface Analysis {

  AnalysisDefinition definition();

  /**
   * The whole truth, for staff.
   *
   * @param inputs views with all that staff may see, by role
   * @param parameters of this analysis' definition
   * @throws InvalidParameterException if a parameter's value or a layer cannot be used; it names
   *     the parameter or the role
   * @throws CancelledException if nobody waits for the result any more
   */
  AnalysisResult result(
      AnalysisInputs inputs, ParameterValues parameters, Cancellation cancellation);

  /** The same, with what it takes to tell what would be otherwise. */
  default Workings workings(
      AnalysisInputs inputs, ParameterValues parameters, Cancellation cancellation) {
    return new PlainWorkings(this, inputs, parameters, result(inputs, parameters, cancellation));
  }
}
