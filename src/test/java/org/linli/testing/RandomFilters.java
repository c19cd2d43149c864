package org.linli.testing;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.linli.layer.Feature;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Makes random filters in CQL2 text, and with each a plain judgement of a feature that shares no
 * code with the portal's. They are about a layer with the fields kind (text), count (whole number),
 * secret (text), size (real number), open (yes or no), day (date) and at (instant), in this order.
 */
public final class RandomFilters {
  private static final ZoneId COMMUNITY = ZoneId.of("Asia/Shanghai");
  private static final String[] TEXTS = {
    "park", "PARK", "pärk", "draft", "home", "花园", "花", "བོད་\"\\\n", "བད", "it''s", "", "%", "p_rk"
  };
  private static final String[] PATTERNS = {
    "%", "p%", "%k", "_ark", "%a%", "%r%k", "花_", "%园", "draft", "\\%", "p\\_rk", "%%o%e", "", "བ%"
  };
  private static final String[] SIGNS = {"=", "<>", "<", ">", "<=", ">="};

  private final Random random;
  private final Supplier<Geometry> geometries;

  /**
   * @param geometries EPSG:4326 lon-lat, where the layer's features are; null now and then
   */
  public RandomFilters(Random random, Supplier<Geometry> geometries) {
    this.random = random;
    this.geometries = geometries;
  }

  /** A condition, with its truth for a feature: null when it is unknown. */
  public record Filter(String text, Function<Feature, Boolean> truth) {}

  private record Value<T>(String text, Function<Feature, T> of) {}

  private record Span(Object start, Object end) {}

  @SafeVarargs
  private <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  public Filter next() {
    return condition(3);
  }

  private Filter condition(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return predicate();
    }
    return switch (random.nextInt(4)) {
      case 0 -> {
        Filter part = condition(depth - 1);
        yield new Filter("NOT (" + part.text + ")", f -> not(part.truth.apply(f)));
      }
      case 1 -> {
        Filter part = condition(depth - 1);
        yield new Filter("(" + part.text + ") IS NULL", f -> part.truth.apply(f) == null);
      }
      default -> joined(depth, random.nextBoolean());
    };
  }

  private static Boolean not(Boolean truth) {
    return truth == null ? null : !truth;
  }

  private Filter joined(int depth, boolean and) {
    List<Filter> parts = new ArrayList<>();
    for (int i = 2 + random.nextInt(2); i > 0; i--) {
      parts.add(condition(depth - 1));
    }
    String text =
        String.join(
            and ? " AND " : " or ", parts.stream().map(part -> "(" + part.text + ")").toList());
    return new Filter(text, f -> joined(parts, f, and));
  }

  private static Boolean joined(List<Filter> parts, Feature feature, boolean and) {
    boolean unknown = false;
    for (Filter part : parts) {
      Boolean truth = part.truth.apply(feature);
      if (truth == null) {
        unknown = true;
      } else if (truth != and) {
        return !and;
      }
    }
    return unknown ? null : and;
  }

  private Filter predicate() {
    return switch (random.nextInt(8)) {
      case 0 -> compared(text(), text(), RandomFilters::byCodePoints);
      case 1 -> compared(number(2), number(2), RandomFilters::byNumber);
      case 2 -> random.nextBoolean() ? like() : truths();
      case 3 -> random.nextBoolean() ? between() : in();
      case 4 -> timesCompared();
      case 5 -> temporal();
      case 6 -> isNull();
      default -> spatial();
    };
  }

  private interface Order<T> {
    int compare(T left, T right);
  }

  private <T> Filter compared(Value<T> left, Value<T> right, Order<T> order) {
    String sign = oneOf(SIGNS);
    return new Filter(
        left.text + " " + sign + " " + right.text,
        f -> holds(sign, left.of.apply(f), right.of.apply(f), order));
  }

  private static <T> Boolean holds(String sign, T left, T right, Order<T> order) {
    if (left == null || right == null) {
      return null;
    }
    int compared = order.compare(left, right);
    return switch (sign) {
      case "=" -> compared == 0;
      case "<>" -> compared != 0;
      case "<" -> compared < 0;
      case ">" -> compared > 0;
      case "<=" -> compared <= 0;
      default -> compared >= 0;
    };
  }

  private static int byCodePoints(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return java.util.Arrays.compare(a, b);
  }

  private static int byNumber(Number left, Number right) {
    return left instanceof Long a && right instanceof Long b
        ? a.compareTo(b)
        : Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
  }

  private Value<String> text() {
    return switch (random.nextInt(6)) {
      case 0 -> new Value<>("code", Feature::code);
      case 1 -> new Value<>("\"secret\"", f -> (String) f.value(2));
      case 2 -> folded(text());
      case 3 -> textLiteral();
      default -> new Value<>("kind", f -> (String) f.value(0));
    };
  }

  private Value<String> textLiteral() {
    String text = oneOf(TEXTS);
    return new Value<>("'" + text + "'", f -> text.replace("''", "'"));
  }

  private Value<String> folded(Value<String> inner) {
    return random.nextBoolean()
        ? new Value<>("CASEI(" + inner.text + ")", f -> withoutCase(inner.of.apply(f)))
        : new Value<>("accenti(" + inner.text + ")", f -> withoutAccents(inner.of.apply(f)));
  }

  private static String withoutCase(String text) {
    return text == null ? null : text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String withoutAccents(String text) {
    return text == null
        ? null
        : Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{InCombiningDiacriticalMarks}", "");
  }

  private Value<Number> number(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> new Value<>("count", f -> (Number) f.value(1));
      case 1 -> new Value<>("size", f -> (Number) f.value(3));
      case 2 -> wholeLiteral();
      case 3 -> {
        double value = random.nextInt(-8, 1000) / 8.0;
        yield value == Math.rint(value)
            ? new Value<>(String.valueOf(value), f -> (long) value)
            : new Value<>(String.valueOf(value), f -> value);
      }
      case 4 -> {
        Value<Number> inner = number(depth - 1);
        yield new Value<>("-1 * (" + inner.text + ")", f -> result("*", -1L, inner.of.apply(f)));
      }
      default -> arithmetic(depth);
    };
  }

  private Value<Number> wholeLiteral() {
    long value = oneOf(0L, 1L, -3L, 5L, 100L, 10_000_000_000L, 30_000_000_000L, Long.MAX_VALUE);
    return new Value<>(String.valueOf(value), f -> value);
  }

  private Value<Number> arithmetic(int depth) {
    String sign = oneOf("+", "-", "*", "/", "%", "div", "^");
    Value<Number> left = number(depth - 1);
    Value<Number> right = number(depth - 1);
    return new Value<>(
        "(" + left.text + ") " + sign + " (" + right.text + ")",
        f -> result(sign, left.of.apply(f), right.of.apply(f)));
  }

  private static Number result(String sign, Number left, Number right) {
    if (left == null || right == null) {
      return null;
    }
    double a = left.doubleValue();
    double b = right.doubleValue();
    double result =
        switch (sign) {
          case "+" -> a + b;
          case "-" -> a - b;
          case "*" -> a * b;
          case "/" -> a / b;
          case "%" -> a % b;
          case "div" -> a / b < 0 ? -Math.floor(-(a / b)) : Math.floor(a / b);
          default -> Math.pow(a, b);
        };
    return Double.isFinite(result) ? result : null;
  }

  private Filter truths() {
    String sign = oneOf(SIGNS);
    boolean literal = random.nextBoolean();
    return new Filter(
        "open " + sign + " " + literal,
        f -> holds(sign, (Boolean) f.value(4), (Boolean) literal, Boolean::compare));
  }

  private Filter like() {
    Value<String> value = random.nextInt(3) == 0 ? folded(kind()) : kind();
    String pattern = oneOf(PATTERNS);
    boolean not = random.nextInt(3) == 0;
    Pattern regex = Pattern.compile(regex(pattern), Pattern.DOTALL);
    return new Filter(
        value.text + (not ? " NOT LIKE '" : " LIKE '") + pattern + "'",
        f -> {
          String text = value.of.apply(f);
          return text == null ? null : regex.matcher(text).matches() != not;
        });
  }

  private static Value<String> kind() {
    return new Value<>("kind", f -> (String) f.value(0));
  }

  private static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '%') {
        regex.append(".*");
      } else if (c == '_') {
        regex.append('.');
      } else {
        c = c == '\\' ? pattern.charAt(++i) : c;
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }

  private Filter between() {
    Value<Number> value = number(1);
    Value<Number> low = number(1);
    Value<Number> high = number(1);
    boolean not = random.nextInt(3) == 0;
    return new Filter(
        value.text + (not ? " NOT BETWEEN " : " BETWEEN ") + low.text + " AND " + high.text,
        f -> {
          Boolean above = holds(">=", value.of.apply(f), low.of.apply(f), RandomFilters::byNumber);
          Boolean below = holds("<=", value.of.apply(f), high.of.apply(f), RandomFilters::byNumber);
          Boolean within =
              Boolean.FALSE.equals(above) || Boolean.FALSE.equals(below)
                  ? Boolean.FALSE
                  : above == null || below == null ? null : Boolean.TRUE;
          return not ? not(within) : within;
        });
  }

  private Filter in() {
    return switch (random.nextInt(3)) {
      case 0 -> in(text(), this::text, RandomFilters::byCodePoints);
      case 1 -> in(number(1), () -> number(1), RandomFilters::byNumber);
      default -> in(time(), this::time, RandomFilters::byTime);
    };
  }

  private <T> Filter in(Value<T> value, Supplier<Value<T>> elements, Order<T> order) {
    List<Value<T>> list = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      list.add(elements.get());
    }
    boolean not = random.nextInt(3) == 0;
    String texts = String.join(", ", list.stream().map(Value::text).toList());
    return new Filter(
        value.text + (not ? " NOT IN (" : " IN (") + texts + ")",
        f -> {
          List<Filter> equal =
              list.stream()
                  .map(
                      element ->
                          new Filter(
                              "", x -> holds("=", value.of.apply(x), element.of.apply(x), order)))
                  .toList();
          Boolean found = joined(equal, f, false);
          return not ? not(found) : found;
        });
  }

  private Value<Object> time() {
    return switch (random.nextInt(4)) {
      case 0 -> new Value<>("day", f -> f.value(5));
      case 1 -> new Value<>("at", f -> f.value(6));
      case 2 -> {
        LocalDate date = date();
        yield new Value<>("DATE('" + date + "')", f -> date);
      }
      default -> {
        Instant instant = instant();
        yield new Value<>("TIMESTAMP('" + instant + "')", f -> instant);
      }
    };
  }

  private LocalDate date() {
    return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300));
  }

  private Instant instant() {
    return Instant.parse("2026-01-01T00:00:00.123Z").plusSeconds(random.nextInt(10_000_000));
  }

  private static int byTime(Object left, Object right) {
    return left instanceof Instant a && right instanceof Instant b
        ? a.compareTo(b)
        : dayOf(left).compareTo(dayOf(right));
  }

  private static LocalDate dayOf(Object time) {
    return time instanceof Instant instant
        ? LocalDate.ofInstant(instant, COMMUNITY)
        : (LocalDate) time;
  }

  private Filter timesCompared() {
    if (random.nextInt(4) == 0) {
      LocalDate date = date();
      String sign = oneOf(SIGNS);
      return new Filter(
          "day " + sign + " '" + date + "'",
          f -> holds(sign, f.value(5), (Object) date, RandomFilters::byTime));
    }
    return compared(time(), time(), RandomFilters::byTime);
  }

  private Value<Span> span() {
    Value<Object> start = oneOf(open(true), ofInterval(), ofInterval());
    Value<Object> end = oneOf(open(false), ofInterval(), ofInterval());
    return new Value<>(
        "INTERVAL(" + start.text + "," + end.text + ")",
        f -> new Span(start.of.apply(f), end.of.apply(f)));
  }

  private static Value<Object> open(boolean start) {
    return new Value<>("'..'", f -> start ? Instant.MIN : Instant.MAX);
  }

  private Value<Object> ofInterval() {
    Value<Object> time = time();
    String bare = time.text.replaceAll("(DATE|TIMESTAMP)\\(('[^']*')\\)", "$2");
    return new Value<>(bare, time.of);
  }

  private Filter temporal() {
    boolean simple = random.nextBoolean();
    String relation =
        simple
            ? oneOf("AFTER", "BEFORE", "DISJOINT", "EQUALS", "INTERSECTS")
            : oneOf(
                "CONTAINS",
                "DURING",
                "FINISHEDBY",
                "FINISHES",
                "MEETS",
                "METBY",
                "OVERLAPPEDBY",
                "OVERLAPS",
                "STARTEDBY",
                "STARTS");
    Value<Span> left = simple && random.nextBoolean() ? instantAsSpan() : span();
    Value<Span> right = simple && random.nextBoolean() ? instantAsSpan() : span();
    boolean days = mentionsDay(left.text) || mentionsDay(right.text);
    return new Filter(
        "T_" + relation + "(" + left.text + "," + right.text + ")",
        f -> related(relation, left.of.apply(f), right.of.apply(f), days));
  }

  private Value<Span> instantAsSpan() {
    Value<Object> time = time();
    return new Value<>(time.text, f -> new Span(time.of.apply(f), time.of.apply(f)));
  }

  private static boolean mentionsDay(String text) {
    return text.contains("day") || Pattern.compile("'\\d{4}-\\d\\d-\\d\\d'").matcher(text).find();
  }

  /** By the definitions of the ontology, on half days so that open ends fit in. */
  private static Boolean related(String relation, Span left, Span right, boolean days) {
    Long s1 = unit(left.start, days);
    Long e1 = unit(left.end, days);
    Long s2 = unit(right.start, days);
    Long e2 = unit(right.end, days);
    if (s1 == null || e1 == null || s2 == null || e2 == null) {
      return null;
    }
    int startStart = s1.compareTo(s2);
    int endEnd = e1.compareTo(e2);
    int startEnd = s1.compareTo(e2);
    int endStart = e1.compareTo(s2);
    return switch (relation) {
      case "AFTER" -> startEnd > 0;
      case "BEFORE" -> endStart < 0;
      case "DISJOINT" -> startEnd > 0 || endStart < 0;
      case "INTERSECTS" -> !(startEnd > 0 || endStart < 0);
      case "EQUALS" -> startStart == 0 && endEnd == 0;
      case "CONTAINS" -> startStart < 0 && endEnd > 0;
      case "DURING" -> startStart > 0 && endEnd < 0;
      case "FINISHES" -> startStart > 0 && endEnd == 0;
      case "FINISHEDBY" -> startStart < 0 && endEnd == 0;
      case "STARTS" -> startStart == 0 && endEnd < 0;
      case "STARTEDBY" -> startStart == 0 && endEnd > 0;
      case "MEETS" -> endStart == 0;
      case "METBY" -> startEnd == 0;
      case "OVERLAPS" -> startStart < 0 && endStart > 0 && endEnd < 0;
      default -> startStart > 0 && startEnd < 0 && endEnd > 0;
    };
  }

  private static Long unit(Object time, boolean days) {
    if (time == null) {
      return null;
    }
    if (Objects.equals(time, Instant.MIN) || Objects.equals(time, Instant.MAX)) {
      return time.equals(Instant.MIN) ? Long.MIN_VALUE / 2 : Long.MAX_VALUE / 2;
    }
    return days ? dayOf(time).toEpochDay() : ((Instant) time).toEpochMilli();
  }

  private Filter isNull() {
    boolean not = random.nextBoolean();
    Value<?> operand =
        switch (random.nextInt(6)) {
          case 0 -> text();
          case 1 -> number(2);
          case 2 -> time();
          case 3 -> new Value<>("open", f -> f.value(4));
          case 4 -> new Value<>("geometry", f -> f.shape());
          default -> kind();
        };
    return new Filter(
        operand.text + (not ? " IS NOT NULL" : " IS NULL"),
        f -> (operand.of.apply(f) == null) != not);
  }

  private Filter spatial() {
    String relation =
        oneOf(
            "INTERSECTS",
            "INTERSECTS",
            "EQUALS",
            "DISJOINT",
            "TOUCHES",
            "WITHIN",
            "OVERLAPS",
            "CROSSES",
            "CONTAINS");
    Geometry literal = literal();
    String text = random.nextBoolean() && literal.isRectangle() ? box(literal) : literal.toText();
    boolean placeFirst = random.nextInt(4) > 0;
    return new Filter(
        "S_" + relation + (placeFirst ? "(geometry," + text + ")" : "(" + text + ",geometry)"),
        f -> {
          Geometry place = f.shape();
          if (place == null) {
            return null;
          }
          return placeFirst ? lies(relation, place, literal) : lies(relation, literal, place);
        });
  }

  private static String box(Geometry rectangle) {
    Envelope box = rectangle.getEnvelopeInternal();
    return "BBOX(%s,%s,%s,%s)"
        .formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private Geometry literal() {
    Geometry geometry = geometries.get();
    while (geometry == null) {
      geometry = geometries.get();
    }
    if (random.nextInt(3) > 0) {
      return geometry;
    }
    Envelope box = geometry.getEnvelopeInternal();
    box.expandBy(random.nextInt(500) / 1e4 + 1e-4);
    return new GeometryFactory().toGeometry(box);
  }

  private static boolean lies(String relation, Geometry left, Geometry right) {
    return switch (relation) {
      case "INTERSECTS" -> left.intersects(right);
      case "EQUALS" -> left.equalsTopo(right);
      case "DISJOINT" -> left.disjoint(right);
      case "TOUCHES" -> left.touches(right);
      case "WITHIN" -> left.within(right);
      case "OVERLAPS" -> left.overlaps(right);
      case "CROSSES" -> left.crosses(right);
      default -> left.contains(right);
    };
  }
}
