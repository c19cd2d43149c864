package org.linli.analysis.publication;

import java.util.List;
import java.util.Optional;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;

/**
 * Who gave the money that a metric sums up. Money whose givers nobody counted is as good as that of
 * few.
 */
final class Givers {
  private static final String CURRENCY = "CNY";
  private static final double FEWEST = 3;
  private static final double MOST_OF_ONE = 0.8;
  private static final List<String> GIVEN =
      List.of("funding_match", "funding_crowdfunding", "funding_donation", "funding_in_kind");

  private final double[] givers;
  private final double[] largestPercent;
  private final double[][] given;

  private Givers(LayerRows rows) {
    this.givers = rows.numbers("givers");
    this.largestPercent = rows.numbers("largest_giver_percent");
    this.given = GIVEN.stream().map(rows::numbers).toArray(double[][]::new);
  }

  /** Whether a metric is of money that may not be told of. */
  static boolean areFew(Metric metric) {
    if (!metric.definition().unit().contains(CURRENCY)) {
      return false;
    }
    Optional<Givers> all = metric.counted().layer().map(Givers::new);
    return all.isEmpty() || all.get().areFew(metric.counted().rows().toArray());
  }

  private boolean areFew(int[] rows) {
    double count = 0;
    double money = 0;
    double largest = 0;
    for (int row : rows) {
      double here = money(row);
      if (here > 0 && (Double.isNaN(givers[row]) || Double.isNaN(largestPercent[row]))) {
        return true;
      }
      money += here;
      count += here > 0 ? givers[row] : 0;
      largest = Math.max(largest, here > 0 ? here * largestPercent[row] / 100 : 0);
    }
    return money > 0 && (count < FEWEST || largest > MOST_OF_ONE * money);
  }

  private double money(int row) {
    double money = 0;
    for (double[] kind : given) {
      money += kind[row] > 0 ? kind[row] : 0;
    }
    return money;
  }
}
