package org.linli.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.layer.Cql2Bounds.Allowance;
import org.linli.layer.Cql2Fault.Expected;
import org.linli.layer.Expression.Operator;
import org.linli.layer.Expression.Sign;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads CQL2 in JSON (OGC 21-065r2, clause 8.4) to the same tree as {@link Cql2Text}. */
final class Cql2Json {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(6 * Cql2Bounds.DEPTH)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Allowance depth = Cql2Bounds.depth();
  private final Allowance parts = Cql2Bounds.parts();
  private final Allowance vertices = Cql2Bounds.vertices();

  private Cql2Json() {}

  /**
   * @throws InvalidParameterException if it is no CQL2, which says where and what was expected
   */
  static Expression parse(String json) {
    return new Cql2Json().expression(tree(json), "");
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (StreamConstraintsException tooDeep) {
      throw Cql2Fault.tooMuch(Cql2Bounds.NESTING, Cql2Bounds.DEPTH);
    } catch (JacksonException broken) {
      TokenStreamLocation place = broken.getLocation();
      int at = place == null ? 0 : (int) Math.max(0, place.getCharOffset());
      String found = at < json.length() ? json.substring(at) : "…";
      throw Cql2Fault.at(at, found, Expected.JSON);
    }
  }

  private static InvalidParameterException fault(JsonNode node, String at, Expected... expected) {
    return Cql2Fault.at(at, node.isMissingNode() ? "…" : node.toString(), expected);
  }

  private Expression expression(JsonNode node, String at) {
    parts.take(1);
    depth.take(1);
    Expression expression = read(node, at);
    depth.giveBack();
    return expression;
  }

  private Expression read(JsonNode node, String at) {
    if (node.isString()) {
      return new Expression.Text(node.asString());
    }
    if (node.isBoolean()) {
      return new Expression.Truth(node.asBoolean());
    }
    if (node.isNumber()) {
      return number(node, at);
    }
    if (node.isArray()) {
      return new Expression.Items(expressions(node, at));
    }
    if (!node.isObject()) {
      throw fault(node, at, Expected.VALUE);
    }
    return node.has("op") ? operation(node, at) : literal(node, at);
  }

  private static Expression number(JsonNode node, String at) {
    try {
      return Cql2Number.of(node.asString());
    } catch (NumberFormatException tooLarge) {
      throw fault(node, at, Expected.NUMBER);
    }
  }

  private List<Expression> expressions(JsonNode array, String at) {
    Allowance length = Cql2Bounds.list();
    List<Expression> expressions = new ArrayList<>();
    for (JsonNode element : array) {
      length.take(1);
      expressions.add(expression(element, at + "/" + expressions.size()));
    }
    return expressions;
  }

  /** An object that is no operation has one member, which says what it is, or is a geometry. */
  private Expression literal(JsonNode node, String at) {
    if (node.has("type")) {
      return new Expression.Place(Cql2GeoJson.geometry(node, at, vertices));
    }
    if (node.size() != 1) {
      throw fault(node, at, Expected.OPERATION, Expected.VALUE);
    }
    Map.Entry<String, JsonNode> only = node.properties().iterator().next();
    JsonNode value = only.getValue();
    String inside = at + "/" + only.getKey();
    return switch (only.getKey()) {
      case "property" -> new Expression.Property(text(value, inside, Expected.VALUE));
      case "date" ->
          Cql2Time.day(text(value, inside, Expected.DATE))
              .orElseThrow(() -> fault(value, inside, Expected.DATE));
      case "timestamp" ->
          Cql2Time.moment(text(value, inside, Expected.TIMESTAMP))
              .orElseThrow(() -> fault(value, inside, Expected.TIMESTAMP));
      case "interval" -> interval(value, inside);
      case "bbox" -> box(value, inside);
      default -> throw fault(node, at, Expected.OPERATION, Expected.VALUE);
    };
  }

  private static String text(JsonNode node, String at, Expected expected) {
    if (!node.isString()) {
      throw fault(node, at, expected);
    }
    return node.asString();
  }

  private Expression interval(JsonNode ends, String at) {
    if (!ends.isArray() || ends.size() != 2) {
      throw fault(ends, at, Expected.TIME);
    }
    return new Expression.Interval(end(ends.get(0), at + "/0"), end(ends.get(1), at + "/1"));
  }

  private Expression end(JsonNode end, String at) {
    return end.isString()
        ? Cql2Time.end(end.asString()).orElseThrow(() -> fault(end, at, Expected.TIME))
        : expression(end, at);
  }

  private static Expression box(JsonNode numbers, String at) {
    if (!numbers.isArray() || numbers.size() != 4 && numbers.size() != 6) {
      throw fault(numbers, at, Expected.NUMBER);
    }
    List<Double> box = new ArrayList<>();
    for (JsonNode number : numbers) {
      box.add(Cql2GeoJson.finite(number, at + "/" + box.size()));
    }
    return new Expression.Box(box);
  }

  private Expression operation(JsonNode node, String at) {
    JsonNode name = node.path("op");
    JsonNode args = node.path("args");
    if (!name.isString() || !args.isArray() || node.size() != 2) {
      throw fault(node, at, Expected.OPERATION);
    }
    return named(name.asString(), expressions(args, at + "/args"))
        .orElseThrow(() -> Cql2Fault.at(at + "/op", name.asString(), Expected.ARGUMENTS));
  }

  /** Empty when the operation does not take such arguments. */
  private static Optional<Expression> named(String name, List<Expression> args) {
    String small = name.toLowerCase(Locale.ROOT);
    return switch (small) {
      case "and" -> when(args.size() >= 2, () -> new Expression.And(args));
      case "or" -> when(args.size() >= 2, () -> new Expression.Or(args));
      case "not" -> when(args.size() == 1, () -> new Expression.Not(args.get(0)));
      case "isnull" -> when(args.size() == 1, () -> new Expression.IsNull(args.get(0)));
      case "like" -> when(args.size() == 2, () -> new Expression.Like(args.get(0), args.get(1)));
      case "between" -> between(args);
      case "in" -> in(args);
      default -> SYMBOLS.contains(small) ? symbolic(small, args) : Cql2Words.function(name, args);
    };
  }

  private static Optional<Expression> when(
      boolean fits, java.util.function.Supplier<Expression> made) {
    return fits ? Optional.of(made.get()) : Optional.empty();
  }

  private static Optional<Expression> between(List<Expression> args) {
    return when(
        args.size() == 3, () -> new Expression.Between(args.get(0), args.get(1), args.get(2)));
  }

  private static Optional<Expression> in(List<Expression> args) {
    boolean fits =
        args.size() == 2
            && args.get(1) instanceof Expression.Items items
            && !items.values().isEmpty();
    return when(
        fits, () -> new Expression.In(args.get(0), ((Expression.Items) args.get(1)).values()));
  }

  private static final Set<String> SYMBOLS =
      Set.of("=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "^", "div");

  private static Optional<Expression> symbolic(String symbol, List<Expression> args) {
    if (args.size() != 2) {
      return Optional.empty();
    }
    for (Sign sign : Sign.values()) {
      if (sign.symbol().equals(symbol)) {
        return Optional.of(new Expression.Comparison(sign, args.get(0), args.get(1)));
      }
    }
    for (Operator operator : Operator.values()) {
      if (operator.symbol().equals(symbol)) {
        return Optional.of(new Expression.Arithmetic(operator, args.get(0), args.get(1)));
      }
    }
    return Optional.empty();
  }
}
