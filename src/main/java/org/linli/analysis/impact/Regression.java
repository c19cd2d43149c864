package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.locationtech.jts.math.Matrix;

/**
 * How many hazards a place has, as a sum of multiples of what is known of it, learnt from other
 * places: the identity link, the variance μ + τμ² (McCullagh and Nelder, Generalized Linear Models,
 * chapter 9), and the covariance of the multiples that holds whatever the variance is (MacKinnon
 * and White's HC3). A multiple below zero makes no sense and is taken for zero.
 *
 * @param multiples of each term; 0 for one that was not used
 * @param covariance of the multiples
 * @param excess τ, how much more than by chance places of the same terms differ, with its standard
 *     error on top
 * @param degrees of freedom
 */
record Regression(double[] multiples, double[][] covariance, double excess, int degrees) {
  /** The least that a mean is taken for, so that no place weighs without end. */
  static final double LEAST_MEAN = 0.25;

  private static final double LEAST_FREE = 0.2;
  private static final double SAME = 1e-9;
  private static final double SETTLED = 1e-10;
  private static final int MOST_ROUNDS = 60;

  /**
   * @param terms of each place
   * @param counts its hazards
   * @param places how many of them tell anything
   */
  static Regression of(double[][] terms, int[] counts, int places) {
    int[] used = independent(terms);
    while (true) {
      Fit fit = new Fit(terms, counts, used);
      fit.settle();
      int least = least(fit.multiples);
      if (used.length <= 1 || fit.multiples[least] >= 0) {
        return fit.regression(places - used.length);
      }
      int gone = used[least];
      used = IntStream.of(used).filter(term -> term != gone).toArray();
    }
  }

  private static int least(double[] values) {
    return IntStream.range(0, values.length)
        .reduce((one, other) -> values[other] < values[one] ? other : one)
        .orElse(-1);
  }

  /** The terms that are no sum of multiples of those before them, by Gram and Schmidt. */
  private static int[] independent(double[][] terms) {
    double[][] bases = new double[History.TERMS][];
    int[] used = new int[0];
    for (int term = 0; term < History.TERMS; term++) {
      int at = term;
      double[] column = Arrays.stream(terms).mapToDouble(row -> row[at]).toArray();
      double whole = Math.sqrt(product(column, column));
      for (int before : used) {
        double share = product(column, bases[before]);
        Arrays.setAll(column, i -> column[i] - share * bases[before][i]);
      }
      double rest = Math.sqrt(product(column, column));
      if (rest > SAME * whole) {
        bases[term] = Arrays.stream(column).map(value -> value / rest).toArray();
        used = IntStream.concat(IntStream.of(used), IntStream.of(term)).toArray();
      }
    }
    return used;
  }

  private static double product(double[] one, double[] other) {
    return IntStream.range(0, one.length).mapToDouble(i -> one[i] * other[i]).sum();
  }

  /** μ, the hazards of a place of these terms. */
  double expected(double[] terms) {
    return product(multiples, terms);
  }

  /** The square of the standard error of a sum of means, of places whose terms sum to these. */
  double variance(double[] terms) {
    double sum = 0;
    for (int i = 0; i < terms.length; i++) {
      sum += terms[i] * product(covariance[i], terms);
    }
    return Math.max(0, sum);
  }

  /** The terms in use, weighted anew until nothing changes. */
  private static final class Fit {
    private final double[][] rows;
    private final int[] counts;
    private final int[] used;
    private final double[] means;
    private final double[] weights;
    private double[] multiples = new double[0];
    private double[][] inverse = new double[0][];
    private double[] squares = new double[0];
    private double excess;

    Fit(double[][] terms, int[] counts, int[] used) {
      this.rows =
          Arrays.stream(terms)
              .map(row -> IntStream.of(used).mapToDouble(term -> row[term]).toArray())
              .toArray(double[][]::new);
      this.counts = counts;
      this.used = used;
      this.means = new double[counts.length];
      this.weights = new double[counts.length];
      Arrays.fill(means, Math.max(LEAST_MEAN, Arrays.stream(counts).average().orElse(0)));
    }

    void settle() {
      double[] last = null;
      for (int round = 0; round < MOST_ROUNDS && !isSettled(last); round++) {
        last = multiples;
        solve();
      }
    }

    private boolean isSettled(double[] last) {
      return last != null
          && last.length == multiples.length
          && IntStream.range(0, last.length)
              .allMatch(i -> Math.abs(last[i] - multiples[i]) <= SETTLED);
    }

    private void solve() {
      Arrays.setAll(weights, i -> 1 / (means[i] * (1 + excess * means[i])));
      inverse = inverse(sum(i -> weights[i]));
      double[] right = new double[used.length];
      for (int i = 0; i < rows.length; i++) {
        for (int term = 0; term < right.length; term++) {
          right[term] += weights[i] * counts[i] * rows[i][term];
        }
      }
      multiples = Arrays.stream(inverse).mapToDouble(row -> product(row, right)).toArray();
      Arrays.setAll(means, i -> Math.max(LEAST_MEAN, product(multiples, rows[i])));
      squares = IntStream.range(0, rows.length).mapToDouble(this::square).toArray();
      excess = excess(surplus(), meanSquares());
    }

    /** The squared residual of a place, larger by what it pulled its own mean toward itself. */
    private double square(int i) {
      double off = counts[i] - means[i];
      return off * off / free(i);
    }

    private double free(int i) {
      double pull = weights[i] * variance(i);
      return Math.max(LEAST_FREE, 1 - pull);
    }

    private double variance(int i) {
      double sum = 0;
      for (int term = 0; term < used.length; term++) {
        sum += rows[i][term] * product(inverse[term], rows[i]);
      }
      return sum;
    }

    private double surplus() {
      return IntStream.range(0, rows.length).mapToDouble(i -> squares[i] - means[i]).sum();
    }

    private double meanSquares() {
      return Arrays.stream(means).map(mean -> mean * mean).sum();
    }

    private static double excess(double surplus, double meanSquares) {
      return meanSquares <= 0 ? 0 : Math.max(0, surplus / meanSquares);
    }

    /** By leaving out one place after the other, the means as they are. */
    private double standardError() {
      double surplus = surplus();
      double meanSquares = meanSquares();
      double[] without =
          IntStream.range(0, rows.length)
              .mapToDouble(
                  i -> excess(surplus - squares[i] + means[i], meanSquares - means[i] * means[i]))
              .toArray();
      double middle = Arrays.stream(without).average().orElse(0);
      double spread = Arrays.stream(without).map(one -> (one - middle) * (one - middle)).sum();
      return rows.length == 0 ? 0 : Math.sqrt(spread * (rows.length - 1) / rows.length);
    }

    /** Σ of the products of a place's terms with each other, each place as heavy as told. */
    private double[][] sum(java.util.function.IntToDoubleFunction weight) {
      double[][] sum = new double[used.length][used.length];
      for (int i = 0; i < rows.length; i++) {
        double heavy = weight.applyAsDouble(i);
        for (int one = 0; one < used.length; one++) {
          for (int other = 0; other < used.length; other++) {
            sum[one][other] += heavy * rows[i][one] * rows[i][other];
          }
        }
      }
      return sum;
    }

    private static double[][] inverse(double[][] matrix) {
      double[][] inverse = new double[matrix.length][];
      for (int column = 0; column < matrix.length; column++) {
        double[] unit = new double[matrix.length];
        unit[column] = 1;
        double[][] copy = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        inverse[column] = Matrix.solve(copy, unit);
      }
      return inverse;
    }

    private double[][] covariance() {
      double[][] middle =
          sum(
              i -> {
                double off = weights[i] * (counts[i] - means[i]) / free(i);
                return off * off;
              });
      return times(times(inverse, middle), inverse);
    }

    private static double[][] times(double[][] one, double[][] other) {
      double[][] product = new double[one.length][other.length];
      for (int i = 0; i < one.length; i++) {
        for (int j = 0; j < other.length; j++) {
          for (int k = 0; k < other.length; k++) {
            product[i][j] += one[i][k] * other[k][j];
          }
        }
      }
      return product;
    }

    Regression regression(int degrees) {
      double[] all = new double[History.TERMS];
      double[][] wide = new double[History.TERMS][History.TERMS];
      double[][] covariance = covariance();
      for (int i = 0; i < used.length; i++) {
        all[used[i]] = Math.max(0, multiples[i]);
        for (int j = 0; j < used.length; j++) {
          wide[used[i]][used[j]] = covariance[i][j];
        }
      }
      return new Regression(all, wide, excess + standardError(), degrees);
    }
  }
}
