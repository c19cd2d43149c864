package org.linli.analysis.coverage;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The two-step floating catchment: first each site is shared among all who have it within reach,
 * then each home gets the shares of all sites that it has within reach. After Luo and Wang,
 * Environment and Planning B 30 (2003), with the site's square metres as its supply.
 */
final class FloatingCatchment {
  private final Homes homes;
  private final Answers answers;
  private final double[] residentsOfSite;
  private final double[] squareMetres;

  FloatingCatchment(Homes homes, Greens greens, Answers answers) {
    this.homes = homes;
    this.answers = answers;
    this.residentsOfSite = new double[greens.size()];
    for (int b = 0; b < homes.size(); b++) {
      if (homes.knowsResidents(b)) {
        for (int site : answers.reach().sites()[b]) {
          residentsOfSite[site] += homes.residents()[b];
        }
      }
    }
    this.squareMetres = new double[homes.size()];
    for (int b = 0; b < squareMetres.length; b++) {
      for (int site : answers.reach().sites()[b]) {
        if (residentsOfSite[site] > 0) {
          squareMetres[b] += greens.site(site).squareMetres() / residentsOfSite[site];
        }
      }
    }
  }

  /** Whether anybody is known to live within reach of a site. */
  boolean isReached(int site) {
    return residentsOfSite[site] > 0;
  }

  /** The square metres that each resident of a building has. */
  double squareMetres(int building) {
    return squareMetres[building];
  }

  private IntStream peopled() {
    return IntStream.range(0, homes.size())
        .filter(b -> answers.of(b).isKnown() && homes.hasPlace(b) && homes.residents()[b] > 0);
  }

  /**
   * The least square metres that a part of all residents has at most; empty when nobody is counted.
   *
   * @param part from 0 to 1: 0.5 is the median resident's
   */
  OptionalDouble quantile(double part) {
    int[] poorestFirst =
        peopled()
            .boxed()
            .sorted(java.util.Comparator.comparingDouble(this::squareMetres))
            .mapToInt(Integer::intValue)
            .toArray();
    double all = Arrays.stream(poorestFirst).mapToDouble(b -> homes.residents()[b]).sum();
    double sum = 0;
    for (int b : poorestFirst) {
      sum += homes.residents()[b];
      if (sum >= part * all) {
        return OptionalDouble.of(squareMetres[b]);
      }
    }
    return OptionalDouble.empty();
  }

  /** How many residents have less than so many square metres. */
  double residentsUnder(double limit) {
    return peopled()
        .filter(b -> squareMetres[b] < limit)
        .mapToDouble(b -> homes.residents()[b])
        .sum();
  }

  /** How many residents are counted. */
  double residents() {
    return peopled().mapToDouble(b -> homes.residents()[b]).sum();
  }
}
