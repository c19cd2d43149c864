package org.linli.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.layer.Cql2Bounds.Allowance;
import org.linli.layer.Cql2Fault.Expected;
import org.linli.layer.Cql2Token.Kind;
import org.linli.layer.Expression.Folding;
import org.linli.layer.Expression.Operator;
import org.linli.layer.Expression.Sign;

/**
 * Reads CQL2 in text (OGC 21-065r2, annex B) by recursive descent: a method for each level of
 * precedence. What the parts are of, fields and types, is for {@link FilterCheck}.
 */
final class Cql2Text {
  private static final Map<String, Sign> SIGNS =
      Map.of(
          "=", Sign.EQUAL,
          "<>", Sign.UNEQUAL,
          "<", Sign.LESS,
          ">", Sign.GREATER,
          "<=", Sign.AT_MOST,
          ">=", Sign.AT_LEAST);
  private static final Map<String, Operator> SUMS = Map.of("+", Operator.PLUS, "-", Operator.MINUS);
  private static final Map<String, Operator> PRODUCTS =
      Map.of("*", Operator.TIMES, "/", Operator.DIVIDE, "%", Operator.MODULO);

  private final Cql2Lexer lexer;
  private final Allowance depth = Cql2Bounds.depth();
  private final Allowance signs = Cql2Bounds.signs();
  private final Allowance parts = Cql2Bounds.parts();
  private final Allowance vertices = Cql2Bounds.vertices();
  private Cql2Token token;

  private Cql2Text(String source) {
    this.lexer = new Cql2Lexer(source);
    this.token = lexer.next();
  }

  /**
   * @throws InvalidParameterException if it is no CQL2, which says where and what was expected
   */
  static Expression parse(String source) {
    Cql2Text parser = new Cql2Text(source);
    Expression filter = parser.expression();
    parser.require(parser.token.kind() == Kind.END, Expected.END);
    return filter;
  }

  private void require(boolean fits, Expected... expected) {
    if (!fits) {
      throw fault(expected);
    }
  }

  private InvalidParameterException fault(Expected... expected) {
    return Cql2Fault.at(token.position(), token.shown(), expected);
  }

  private Cql2Token take() {
    Cql2Token taken = token;
    token = lexer.next();
    return taken;
  }

  private boolean takeSymbol(String symbol) {
    boolean there = token.isSymbol(symbol);
    if (there) {
      take();
    }
    return there;
  }

  private boolean takeWord(String word) {
    boolean there = token.isWord(word);
    if (there) {
      take();
    }
    return there;
  }

  private Cql2Token peek() {
    int here = lexer.position();
    Cql2Token next = lexer.next();
    lexer.moveTo(here);
    return next;
  }

  private Expression expression() {
    depth.take(1);
    List<Expression> terms = new ArrayList<>(List.of(term()));
    while (takeWord("OR")) {
      terms.add(term());
    }
    depth.giveBack();
    return terms.size() == 1 ? terms.get(0) : new Expression.Or(terms);
  }

  private Expression term() {
    List<Expression> factors = new ArrayList<>(List.of(factor()));
    while (takeWord("AND")) {
      factors.add(factor());
    }
    return factors.size() == 1 ? factors.get(0) : new Expression.And(factors);
  }

  private Expression factor() {
    if (!takeWord("NOT")) {
      return comparison();
    }
    depth.take(1);
    Expression part = factor();
    depth.giveBack();
    return new Expression.Not(part);
  }

  private Expression comparison() {
    Expression left = sum();
    Optional<Sign> sign = Optional.ofNullable(SIGNS.get(token.text())).filter(s -> isSymbol());
    if (sign.isPresent()) {
      take();
      return new Expression.Comparison(sign.get(), left, sum());
    }
    if (takeWord("IS")) {
      boolean not = takeWord("NOT");
      require(takeWord("NULL"), Expected.NULL);
      return negatedIf(not, new Expression.IsNull(left));
    }
    boolean not = takeWord("NOT");
    Optional<Expression> predicate = predicate(left);
    require(predicate.isPresent() || !not, Expected.LIKE_BETWEEN_IN);
    return predicate.map(p -> negatedIf(not, p)).orElse(left);
  }

  private boolean isSymbol() {
    return token.kind() == Kind.SYMBOL;
  }

  private static Expression negatedIf(boolean not, Expression predicate) {
    return not ? new Expression.Not(predicate) : predicate;
  }

  private Optional<Expression> predicate(Expression left) {
    if (takeWord("LIKE")) {
      return Optional.of(new Expression.Like(left, sum()));
    }
    if (takeWord("ILIKE")) {
      return Optional.of(new Expression.Like(withoutCase(left), withoutCase(sum())));
    }
    if (takeWord("BETWEEN")) {
      Expression low = sum();
      require(takeWord("AND"), Expected.AND);
      return Optional.of(new Expression.Between(left, low, sum()));
    }
    if (takeWord("IN")) {
      require(token.isSymbol("("), Expected.OPEN);
      return Optional.of(new Expression.In(left, list(1)));
    }
    return Optional.empty();
  }

  /** For ILIKE, which is not of the standard: clients of its drafts send it. */
  private static Expression withoutCase(Expression text) {
    return new Expression.Folded(Folding.CASEI, text);
  }

  /** A list in parentheses, of so many elements at least. */
  private List<Expression> list(int least) {
    Allowance length = Cql2Bounds.list();
    List<Expression> list = new ArrayList<>();
    require(takeSymbol("("), Expected.OPEN);
    if (least == 0 && takeSymbol(")")) {
      return list;
    }
    do {
      length.take(1);
      list.add(expression());
    } while (takeSymbol(","));
    require(takeSymbol(")"), Expected.COMMA_OR_CLOSE);
    return list;
  }

  private Expression sum() {
    Expression left = product();
    while (isSymbol() && SUMS.containsKey(token.text())) {
      signs.take(1);
      Operator operator = SUMS.get(take().text());
      left = new Expression.Arithmetic(operator, left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = power();
    while (isSymbol() && PRODUCTS.containsKey(token.text()) || token.isWord("DIV")) {
      signs.take(1);
      Operator operator = PRODUCTS.getOrDefault(take().text(), Operator.WHOLE_DIVIDE);
      left = new Expression.Arithmetic(operator, left, power());
    }
    return left;
  }

  private Expression power() {
    Expression base = signed();
    if (!takeSymbol("^")) {
      return base;
    }
    signs.take(1);
    return new Expression.Arithmetic(Operator.POWER, base, signed());
  }

  /** A sign belongs to the number that follows; before anything else, minus is times -1. */
  private Expression signed() {
    boolean minus = token.isSymbol("-");
    if (!minus && !token.isSymbol("+")) {
      return operand();
    }
    take();
    if (token.kind() == Kind.NUMBER) {
      return number(minus);
    }
    require(minus, Expected.NUMBER);
    signs.take(1);
    return new Expression.Arithmetic(Operator.TIMES, new Expression.Whole(-1), operand());
  }

  private Expression number(boolean minus) {
    parts.take(1);
    try {
      Expression number = Cql2Number.of((minus ? "-" : "") + token.text());
      take();
      return number;
    } catch (NumberFormatException tooLarge) {
      throw fault(Expected.NUMBER);
    }
  }

  private Expression operand() {
    parts.take(1);
    return switch (token.kind()) {
      case TEXT -> new Expression.Text(take().text());
      case QUOTED_NAME -> new Expression.Property(take().text());
      case NUMBER -> number(false);
      case NAME -> named();
      case SYMBOL -> parenthesised();
      case END -> throw fault(Expected.VALUE);
    };
  }

  private Expression parenthesised() {
    require(takeSymbol("("), Expected.VALUE);
    Expression inner = expression();
    require(takeSymbol(")"), Expected.CLOSE);
    return inner;
  }

  private Expression named() {
    if (takeWord("TRUE")) {
      return new Expression.Truth(true);
    }
    if (takeWord("FALSE")) {
      return new Expression.Truth(false);
    }
    require(!Cql2Words.RESERVED.contains(token.upper()), Expected.VALUE);
    if (Cql2Words.GEOMETRIES.contains(token.upper()) && isGeometry(peek())) {
      return geometry();
    }
    return peek().isSymbol("(") ? function() : new Expression.Property(take().text());
  }

  private static boolean isGeometry(Cql2Token second) {
    return second.isSymbol("(") || second.isWord("Z") || second.isWord("EMPTY");
  }

  private Expression geometry() {
    Cql2Wkt literal = Cql2Wkt.at(lexer.source(), token.position(), vertices);
    lexer.moveTo(literal.end());
    take();
    return new Expression.Place(literal.geometry());
  }

  private Expression function() {
    Cql2Token name = take();
    return switch (name.upper()) {
      case "DATE" -> time(Expected.DATE);
      case "TIMESTAMP" -> time(Expected.TIMESTAMP);
      case "INTERVAL" -> interval();
      case "BBOX" -> box();
      default -> ofArguments(name, arguments(name));
    };
  }

  private static Expression ofArguments(Cql2Token name, List<Expression> arguments) {
    return Cql2Words.function(name.text(), arguments)
        .orElseThrow(() -> Cql2Fault.at(name.position(), name.text(), Expected.ARGUMENTS));
  }

  private List<Expression> arguments(Cql2Token name) {
    if (!name.upper().startsWith("A_")) {
      return list(0);
    }
    require(takeSymbol("("), Expected.OPEN);
    Expression left = array();
    require(takeSymbol(","), Expected.COMMA);
    Expression right = array();
    require(takeSymbol(")"), Expected.CLOSE);
    return List.of(left, right);
  }

  /** An argument of an array function; parentheses make an array there. */
  private Expression array() {
    if (!token.isSymbol("(")) {
      return expression();
    }
    depth.take(1);
    Allowance length = Cql2Bounds.list();
    List<Expression> values = new ArrayList<>();
    take();
    while (!token.isSymbol(")")) {
      length.take(1);
      values.add(array());
      require(takeSymbol(",") || token.isSymbol(")"), Expected.COMMA_OR_CLOSE);
    }
    take();
    depth.giveBack();
    return new Expression.Items(values);
  }

  private Expression time(Expected expected) {
    require(takeSymbol("("), Expected.OPEN);
    require(token.kind() == Kind.TEXT, expected);
    String text = token.text();
    Expression time =
        (expected == Expected.DATE ? Cql2Time.day(text) : Cql2Time.moment(text))
            .orElseThrow(() -> fault(expected));
    take();
    require(takeSymbol(")"), Expected.CLOSE);
    return time;
  }

  private Expression interval() {
    require(takeSymbol("("), Expected.OPEN);
    Expression start = end();
    require(takeSymbol(","), Expected.COMMA);
    Expression end = end();
    require(takeSymbol(")"), Expected.CLOSE);
    return new Expression.Interval(start, end);
  }

  private Expression end() {
    if (token.kind() != Kind.TEXT) {
      return operand();
    }
    Expression end = Cql2Time.end(token.text()).orElseThrow(() -> fault(Expected.TIME));
    take();
    return end;
  }

  private Expression box() {
    require(takeSymbol("("), Expected.OPEN);
    List<Double> numbers = new ArrayList<>();
    do {
      boolean minus = takeSymbol("-");
      require(token.kind() == Kind.NUMBER && numbers.size() < 6, Expected.NUMBER);
      Expression number = number(minus);
      numbers.add(number instanceof Expression.Whole w ? (double) w.value() : real(number));
    } while (takeSymbol(","));
    require(numbers.size() == 4 || numbers.size() == 6, Expected.COMMA);
    require(takeSymbol(")"), Expected.CLOSE);
    return new Expression.Box(numbers);
  }

  private static double real(Expression number) {
    return ((Expression.Real) number).value();
  }
}
