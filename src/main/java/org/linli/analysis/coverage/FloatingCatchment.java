package org.linli.analysis.coverage;

import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.linli.analysis.SortedValues;
import org.linli.analysis.Town;

/**
 * The two-step floating catchment: first each site is shared among all who have it within reach,
 * then each home gets the shares of all sites that it has within reach. After Luo and Wang,
 * Environment and Planning B 30 (2003), with the site's square metres as its supply.
 */
final class FloatingCatchment {
  private final Town homes;
  private final Greens greens;
  private final Answers answers;
  private final double[] residentsOfSite;
  private final double[] squareMetres;
  private final SortedValues sorted;

  FloatingCatchment(Town homes, Greens greens, Answers answers) {
    this.homes = homes;
    this.greens = greens;
    this.answers = answers;
    this.residentsOfSite = greens.sites().mapToDouble(this::residentsOf).toArray();
    this.squareMetres = new double[homes.size()];
    for (int b = 0; b < squareMetres.length; b++) {
      squareMetres[b] = sharesOf(b);
    }
    this.sorted = sorted(IntStream.range(0, squareMetres.length));
  }

  /**
   * The same with other green spaces.
   *
   * @param affected the buildings that have, or had, any of those that are not the same
   */
  FloatingCatchment(
      FloatingCatchment before, Greens greens, Answers answers, SameSites same, BitSet affected) {
    this.homes = before.homes;
    this.greens = greens;
    this.answers = answers;
    this.residentsOfSite =
        greens
            .sites()
            .mapToDouble(
                site ->
                    same.before(site) < 0
                        ? residentsOf(site)
                        : before.residentsOfSite[same.before(site)])
            .toArray();
    this.squareMetres = before.squareMetres.clone();
    affected.stream().forEach(b -> squareMetres[b] = sharesOf(b));
    this.sorted = before.sorted.with(before.sorted(affected.stream()), sorted(affected.stream()));
  }

  private double residentsOf(int site) {
    double sum = 0;
    for (int b : answers.reach().of(site).buildings()) {
      sum += homes.knowsResidents(b) ? homes.residents()[b] : 0;
    }
    return sum;
  }

  private double sharesOf(int building) {
    return answers
        .reach()
        .sites(building)
        .filter(this::isReached)
        .mapToDouble(site -> greens.site(site).squareMetres() / residentsOfSite[site])
        .sum();
  }

  private SortedValues sorted(IntStream buildings) {
    return SortedValues.of(
        buildings.filter(this::isPeopled).mapToDouble(this::squareMetres).toArray());
  }

  private boolean isPeopled(int building) {
    return homes.residents()[building] > 0
        && homes.hasPlace(building)
        && answers.of(building).isKnown();
  }

  /** Whether anybody is known to live within reach of a site. */
  boolean isReached(int site) {
    return residentsOfSite[site] > 0;
  }

  /** The square metres that each resident of a building has. */
  double squareMetres(int building) {
    return squareMetres[building];
  }

  /**
   * The least square metres that a part of all residents has at most; empty when nobody is counted.
   *
   * @param part from 0 to 1: 0.5 is the median resident's
   */
  OptionalDouble quantile(double part) {
    if (sorted.size() == 0) {
      return OptionalDouble.empty();
    }
    double wanted = part * residents();
    int low = 0;
    int high = sorted.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (residentsUnder(Math.nextUp(sorted.get(middle))) >= wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return OptionalDouble.of(sorted.get(low));
  }

  /** How many residents have less than so many square metres. */
  double residentsUnder(double limit) {
    double sum = 0;
    for (int b = 0; b < squareMetres.length; b++) {
      if (squareMetres[b] < limit && isPeopled(b)) {
        sum += homes.residents()[b];
      }
    }
    return sum;
  }

  /** How many residents are counted. */
  double residents() {
    return residentsUnder(Double.POSITIVE_INFINITY);
  }
}
