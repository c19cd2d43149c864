package org.linli.demo;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a project was paid with, yuan. */
record Money(
    @JsonProperty("public") int publicMoney,
    int match,
    int crowdfunding,
    int donation,
    @JsonProperty("in_kind") int inKind) {
  static final Money NONE = new Money(0, 0, 0, 0, 0);

  int total() {
    return publicMoney + match + crowdfunding + donation + inKind;
  }

  /** What people and firms gave, match and public money left out. */
  int given() {
    return crowdfunding + donation + inKind;
  }

  /**
   * A stack that adds up to a cost, as such things are paid: neighbours first, a foundation
   * matching them, a firm or the street for the rest.
   */
  static Money stack(String kind, int cost, Dice dice) {
    double publicShare =
        switch (kind) {
          case "safety", "lighting", "access" -> dice.chance(0.75) ? dice.between(0.3, 1) : 0;
          default -> dice.chance(0.35) ? dice.between(0.2, 0.6) : 0;
        };
    int fromStreet = tens(cost * publicShare);
    int rest = cost - fromStreet;
    int labour = rest > 400 && dice.chance(0.6) ? tens(rest * dice.between(0.05, 0.3)) : 0;
    int firm = dice.chance(0.3) ? tens((rest - labour) * dice.between(0.2, 0.9)) : 0;
    int left = rest - labour - firm;
    int matched = dice.chance(0.7) ? tens(left * dice.between(0.3, 0.5)) : 0;
    return new Money(fromStreet, matched, left - matched, firm, labour);
  }

  /** The part of the neighbours' money that had come in so far. */
  Money begun(double share) {
    return new Money(0, 0, tens(crowdfunding * share), 0, 0);
  }

  private static int tens(double yuan) {
    return (int) Math.round(yuan / 10) * 10;
  }
}
