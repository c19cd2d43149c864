package org.linli.demo;

import java.util.OptionalDouble;

/**
 * Who took part in a project, as counts.
 *
 * @param largestGiverPercent of the money given; empty where nobody gave
 * @param rating mean of one to five; empty without ratings
 */
record Turnout(
    int contributors,
    int contributions,
    int givers,
    OptionalDouble largestGiverPercent,
    int volunteers,
    int volunteerHours,
    int ratings,
    OptionalDouble rating,
    double ratingSpread) {

  static Turnout drawn(ProjectLife life, Money money, Dice dice) {
    int small = (int) Math.ceil(money.crowdfunding() / dice.between(45, 160));
    int givers = small + (money.donation() > 0 ? 1 : 0);
    int volunteers = life.wasFunded() ? dice.whole(3, 42) : dice.whole(0, 8);
    int contributors = givers + volunteers - dice.whole(0, Math.min(givers, volunteers) / 2);
    int ratings = life.wasBuilt() ? dice.whole(0, 64) : 0;
    double largest = Math.max(money.donation(), money.crowdfunding() / Math.max(1.0, small) * 2);
    int cash = money.donation() + money.crowdfunding();
    return new Turnout(
        contributors,
        (int) Math.round(contributors * dice.between(1, 1.7)),
        givers,
        cash == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(tenths(Math.min(100, 100 * largest / cash))),
        volunteers,
        life.wasFunded() ? (int) Math.round(volunteers * dice.between(2, 9)) : 0,
        ratings,
        ratings == 0 ? OptionalDouble.empty() : OptionalDouble.of(tenths(dice.between(3.1, 4.9))),
        tenths(dice.between(0.3, 1.3)));
  }

  /**
   * The same with so many volunteers, all of them contributors, at five hours each, and another
   * mean rating.
   */
  Turnout as(int people, double newRating) {
    int all = Math.max(contributors, people + givers / 2);
    return new Turnout(
        all,
        Math.max(contributions, all),
        givers,
        largestGiverPercent,
        people,
        people * 5,
        ratings,
        OptionalDouble.of(newRating),
        ratingSpread);
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
