package org.linli.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.linli.layer.Feature;
import org.linli.testing.Comparison.Order;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes random filters in CQL2 text, and with each a plain judgement of a feature that shares no
 * code with the portal's. They are about a layer with the fields kind (text), count (whole number),
 * secret (text), size (real number), open (yes or no), day (date) and at (instant), in this order.
 */
public final class RandomFilters {
  private final Dice dice;
  private final RandomTexts texts;
  private final RandomNumbers numbers;
  private final RandomTimes times;
  private final RandomPlaces places;

  /**
   * @param geometries EPSG:4326 lon-lat, where the layer's features are; null now and then
   */
  public RandomFilters(Random random, Supplier<Geometry> geometries) {
    dice = new Dice(random);
    texts = new RandomTexts(dice);
    numbers = new RandomNumbers(dice);
    times = new RandomTimes(dice);
    places = new RandomPlaces(dice, geometries);
  }

  /** A condition, with its truth for a feature: null when it is unknown. */
  public record Filter(String text, Function<Feature, Boolean> truth) {}

  public Filter next() {
    return condition(3);
  }

  private Filter condition(int depth) {
    if (depth == 0 || dice.below(3) == 0) {
      return predicate();
    }
    return switch (dice.below(4)) {
      case 0 -> {
        Filter part = condition(depth - 1);
        yield new Filter("NOT (" + part.text() + ")", f -> Comparison.not(part.truth().apply(f)));
      }
      case 1 -> {
        Filter part = condition(depth - 1);
        yield new Filter("(" + part.text() + ") IS NULL", f -> part.truth().apply(f) == null);
      }
      default -> joined(depth, dice.coin());
    };
  }

  private Filter joined(int depth, boolean and) {
    List<Filter> parts = new ArrayList<>();
    for (int i = 2 + dice.below(2); i > 0; i--) {
      parts.add(condition(depth - 1));
    }
    String text =
        String.join(
            and ? " AND " : " or ", parts.stream().map(part -> "(" + part.text() + ")").toList());
    return new Filter(text, f -> Comparison.joined(parts, f, and));
  }

  private Filter predicate() {
    return switch (dice.below(8)) {
      case 0 -> Comparison.compared(dice, texts.text(), texts.text(), Comparison::byCodePoints);
      case 1 ->
          Comparison.compared(dice, numbers.number(2), numbers.number(2), Comparison::byNumber);
      case 2 -> dice.coin() ? texts.like() : truths();
      case 3 -> dice.coin() ? numbers.between() : in();
      case 4 -> times.timesCompared();
      case 5 -> times.temporal();
      case 6 -> isNull();
      default -> places.spatial();
    };
  }

  private Filter truths() {
    String sign = dice.oneOf(Comparison.SIGNS);
    boolean literal = dice.coin();
    return new Filter(
        "open " + sign + " " + literal,
        f -> Comparison.holds(sign, (Boolean) f.value(4), (Boolean) literal, Boolean::compare));
  }

  private Filter in() {
    return switch (dice.below(3)) {
      case 0 -> in(texts.text(), texts::text, Comparison::byCodePoints);
      case 1 -> in(numbers.number(1), () -> numbers.number(1), Comparison::byNumber);
      default -> in(times.time(), times::time, Comparison::byTime);
    };
  }

  private <T> Filter in(Term<T> value, Supplier<Term<T>> elements, Order<T> order) {
    List<Term<T>> list = new ArrayList<>();
    for (int i = 1 + dice.below(4); i > 0; i--) {
      list.add(elements.get());
    }
    boolean not = dice.below(3) == 0;
    String listed = String.join(", ", list.stream().map(Term::text).toList());
    return new Filter(
        value.text() + (not ? " NOT IN (" : " IN (") + listed + ")",
        f -> {
          List<Filter> equal =
              list.stream()
                  .map(
                      element ->
                          new Filter(
                              "",
                              x ->
                                  Comparison.holds(
                                      "=", value.of().apply(x), element.of().apply(x), order)))
                  .toList();
          Boolean found = Comparison.joined(equal, f, false);
          return not ? Comparison.not(found) : found;
        });
  }

  private Filter isNull() {
    boolean not = dice.coin();
    Term<?> operand =
        switch (dice.below(6)) {
          case 0 -> texts.text();
          case 1 -> numbers.number(2);
          case 2 -> times.time();
          case 3 -> new Term<>("open", f -> f.value(4));
          case 4 -> new Term<>("geometry", f -> f.shape());
          default -> texts.kind();
        };
    return new Filter(
        operand.text() + (not ? " IS NOT NULL" : " IS NULL"),
        f -> (operand.of().apply(f) == null) != not);
  }
}
