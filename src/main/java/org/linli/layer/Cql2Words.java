package org.linli.layer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.linli.layer.Expression.Folding;

/** The names of the language, and the functions that they stand for, in both encodings. */
final class Cql2Words {
  /** What no field may be called without quotes. */
  static final Set<String> RESERVED =
      Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "DIV");

  static final Set<String> GEOMETRIES =
      Set.of(
          "POINT",
          "LINESTRING",
          "POLYGON",
          "MULTIPOINT",
          "MULTILINESTRING",
          "MULTIPOLYGON",
          "GEOMETRYCOLLECTION");

  private Cql2Words() {}

  /**
   * What a function's name and arguments mean; empty when it does not take so many.
   *
   * @param name in capitals or small letters; one that is none of the language's stays as it is
   */
  static Optional<Expression> function(String name, List<Expression> arguments) {
    String upper = name.toUpperCase(Locale.ROOT);
    int count = arguments.size();
    if (upper.equals("CASEI") || upper.equals("ACCENTI")) {
      return count == 1
          ? Optional.of(new Expression.Folded(Folding.valueOf(upper), arguments.get(0)))
          : Optional.empty();
    }
    Optional<Expression> relation =
        count == 2 ? relation(upper, arguments.get(0), arguments.get(1)) : Optional.empty();
    return relation.isPresent() || isRelation(upper)
        ? relation
        : Optional.of(new Expression.Call(name, arguments));
  }

  private static Optional<Expression> relation(String upper, Expression left, Expression right) {
    if (!isRelation(upper)) {
      return Optional.empty();
    }
    String rest = upper.substring(2);
    return Optional.of(
        switch (upper.charAt(0)) {
          case 'S' -> new Expression.Spatial(SpatialRelation.valueOf(rest), left, right);
          case 'T' -> new Expression.Temporal(TemporalRelation.valueOf(rest), left, right);
          default -> new Expression.ArrayTest(upper.toLowerCase(Locale.ROOT), left, right);
        });
  }

  private static final Set<String> ARRAYS =
      Set.of("A_EQUALS", "A_CONTAINS", "A_CONTAINEDBY", "A_OVERLAPS");

  private static boolean isRelation(String upper) {
    return upper.startsWith("S_") && isOne(SpatialRelation.values(), upper.substring(2))
        || upper.startsWith("T_") && isOne(TemporalRelation.values(), upper.substring(2))
        || ARRAYS.contains(upper);
  }

  private static boolean isOne(Enum<?>[] constants, String name) {
    for (Enum<?> constant : constants) {
      if (constant.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
