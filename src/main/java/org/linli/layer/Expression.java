package org.linli.layer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A filter, or a part of one: the syntax tree of CQL2 (OGC 21-065r2), whichever encoding it came
 * in. A condition is true, false or unknown; what is missing is unknown.
 */
public sealed interface Expression {

  /** All hold; two at least. */
  record And(List<Expression> parts) implements Expression {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** One holds; two at least. */
  record Or(List<Expression> parts) implements Expression {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Expression part) implements Expression {}

  record Comparison(Sign sign, Expression left, Expression right) implements Expression {}

  /** How two values are compared. */
  enum Sign {
    EQUAL("="),
    UNEQUAL("<>"),
    LESS("<"),
    GREATER(">"),
    AT_MOST("<="),
    AT_LEAST(">=");

    private final String symbol;

    Sign(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }

    /** Whether it holds of two values in such an order (as {@link Comparable} has it). */
    public boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case UNEQUAL -> order != 0;
        case LESS -> order < 0;
        case GREATER -> order > 0;
        case AT_MOST -> order <= 0;
        case AT_LEAST -> order >= 0;
      };
    }
  }

  /** The pattern is a text, folded or not: {@code %} any run, {@code _} one character. */
  record Like(Expression text, Expression pattern) implements Expression {}

  /** Both ends included. */
  record Between(Expression value, Expression low, Expression high) implements Expression {}

  record In(Expression value, List<Expression> list) implements Expression {
    public In {
      list = List.copyOf(list);
    }
  }

  record IsNull(Expression operand) implements Expression {}

  record Spatial(SpatialRelation relation, Expression left, Expression right)
      implements Expression {}

  record Temporal(TemporalRelation relation, Expression left, Expression right)
      implements Expression {}

  /** A relation between arrays, {@code a_contains} and the like, by its name in small letters. */
  record ArrayTest(String relation, Expression left, Expression right) implements Expression {}

  record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {}

  /** What is done with two numbers. */
  enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDE("/"),
    MODULO("%"),
    WHOLE_DIVIDE("div"),
    POWER("^");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** A text in which a difference does not count. */
  record Folded(Folding folding, Expression text) implements Expression {}

  /** {@code CASEI}: capitals and small letters are the same; {@code ACCENTI}: accents are not. */
  enum Folding {
    CASEI,
    ACCENTI
  }

  /** A function that is no part of the language. */
  record Call(String name, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  record Property(String name) implements Expression {}

  record Text(String value) implements Expression {}

  /** A number that is whole and fits 64 bits. */
  record Whole(long value) implements Expression {}

  /** Any other number; finite. */
  record Real(double value) implements Expression {}

  record Truth(boolean value) implements Expression {}

  record Day(LocalDate value) implements Expression {}

  /** To the millisecond. */
  record Moment(Instant value) implements Expression {}

  /** From the start to the end, both included; each an instant or {@link Open}. */
  record Interval(Expression start, Expression end) implements Expression {}

  /** The end of an interval that has none. */
  record Open() implements Expression {}

  /** A geometry, in the filter's system until it was checked, then EPSG:4326 lon-lat. */
  record Place(Geometry value) implements Expression {}

  /** A box of four numbers, or six with heights, in the filter's system. */
  record Box(List<Double> numbers) implements Expression {
    public Box {
      numbers = List.copyOf(numbers);
    }
  }

  record Items(List<Expression> values) implements Expression {
    public Items {
      values = List.copyOf(values);
    }
  }
}
