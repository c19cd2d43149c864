package org.linli.analysis.coverage;

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
        double residents = homes.residents()[b];
        answers.reach().sites(b).forEach(site -> residentsOfSite[site] += residents);
      }
    }
    this.squareMetres = new double[homes.size()];
    for (int b = 0; b < squareMetres.length; b++) {
      squareMetres[b] =
          answers
              .reach()
              .sites(b)
              .filter(this::isReached)
              .mapToDouble(site -> greens.site(site).squareMetres() / residentsOfSite[site])
              .sum();
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
    double[] values = peopled().mapToDouble(this::squareMetres).sorted().toArray();
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    double wanted = part * residents();
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (residentsUpTo(values[middle]) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return OptionalDouble.of(values[low]);
  }

  private double residentsUpTo(double limit) {
    return peopled()
        .filter(b -> squareMetres[b] <= limit)
        .mapToDouble(b -> homes.residents()[b])
        .sum();
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
