package org.linli.analysis.equity;

import org.linli.analysis.Cancellation;

/** How projects fall at random: the same draws for every measure. */
record Draws(
    Portioner portioner, Homes homes, EquityParameters parameters, Cancellation cancellation) {

  /**
   * @param values what each project brings
   * @param ofBuildings the odds of each building
   */
  Chance of(Contest contest, double[] values, double[] ofBuildings, double observed) {
    return new Lottery(portioner, homes, contest, values, ofBuildings)
        .draw(parameters.draws(), parameters.seed(), observed, cancellation);
  }
}
