package org.linli.layer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.geo.Bounds;
import org.linli.layer.LayerQuery.Equals;

/**
 * Reads a request for features of one layer: {@code bbox} with {@code bbox-crs}, {@code datetime},
 * {@code filter} with {@code filter-lang} and {@code filter-crs}, {@code sortby}, {@code
 * properties}, and one parameter for each field that the definition has, and for {@code code}. A
 * field whose name is also another parameter's cannot be asked for. What it gives is whole: who
 * answers takes {@code view.showing(query)} and its {@code rows(query)}, and has nothing to do with
 * the parameters itself.
 */
public final class QueryParser {
  private static final Set<String> CHOOSING =
      Set.of(
          "datetime",
          FilterParser.FILTER,
          FilterParser.LANGUAGE,
          FilterParser.SYSTEM,
          NamesParser.PROPERTIES);
  private static final Set<String> OWN =
      Set.of(
          "bbox",
          "bbox-crs",
          "datetime",
          FilterParser.FILTER,
          FilterParser.LANGUAGE,
          FilterParser.SYSTEM,
          NamesParser.SORT,
          NamesParser.PROPERTIES);

  private final LayerDefinition definition;
  private final Systems systems;
  private final Set<String> others;
  private final Set<String> own;

  /**
   * @param definition as the audience may know it: a field it may not know is an unknown parameter
   * @param systems those in which a {@code bbox} may be
   * @param others the parameters that the caller reads itself
   */
  public QueryParser(LayerDefinition definition, Systems systems, Set<String> others) {
    this(definition, systems, others, OWN);
  }

  private QueryParser(
      LayerDefinition definition, Systems systems, Set<String> others, Set<String> own) {
    this.definition = definition;
    this.systems = systems;
    this.others = others;
    this.own = own;
  }

  /**
   * For answers that are of one place already and show all in no order, as tiles do: it reads
   * {@code datetime}, the filter, the fields and which of them are wanted, and refuses the rest.
   */
  public static QueryParser choosing(
      LayerDefinition definition, Systems systems, Set<String> others) {
    return new QueryParser(definition, systems, others, CHOOSING);
  }

  /** Every parameter that a request may have. */
  public Set<String> allowed() {
    Set<String> allowed = new LinkedHashSet<>(others);
    allowed.addAll(own);
    asked().forEach(field -> allowed.add(field.name()));
    return allowed;
  }

  /**
   * @throws InvalidParameterException if a parameter is unknown, given twice or malformed
   */
  public LayerQuery parse(Parameters given) {
    given.requireOnly(allowed());
    WindowParser parser = new WindowParser(systems.named(given, "bbox-crs"), "bbox");
    List<Bounds> windows =
        given.find("bbox").filter(box -> own.contains("bbox")).map(parser::parse).orElse(List.of());
    Optional<TimeInterval> time = given.find("datetime").map(TimeParser::parse);
    List<Equals> conditions = new ArrayList<>();
    for (Field field : asked()) {
      given.find(field.name()).ifPresent(text -> conditions.add(condition(field, text)));
    }
    NamesParser names = new NamesParser(definition);
    return new LayerQuery(
        windows,
        time,
        conditions,
        FilterParser.parse(given, definition, systems),
        own.contains(NamesParser.SORT) ? names.sort(given) : List.of(),
        own.contains(NamesParser.PROPERTIES) ? names.properties(given) : Optional.empty());
  }

  /** The fields that have a parameter, the key among them. */
  private List<Field> asked() {
    return Stream.concat(
            Stream.of(Field.of(LayerDefinition.KEY, FieldType.TEXT)), definition.fields().stream())
        .filter(field -> !others.contains(field.name()) && !OWN.contains(field.name()))
        .toList();
  }

  private static Equals condition(Field field, String text) {
    try {
      return new Equals(field.name(), value(field.type(), text));
    } catch (NumberFormatException | DateTimeException | ArithmeticException malformed) {
      throw invalid(field, text);
    }
  }

  private static Object value(FieldType type, String text) {
    return switch (type) {
      case TEXT -> text;
      case INTEGER -> Long.valueOf(text);
      case REAL -> Parameters.number(text);
      case BOOLEAN -> bool(text);
      case DATE -> LocalDate.parse(text);
      case INSTANT -> Instant.ofEpochMilli(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    };
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new NumberFormatException(text);
    };
  }

  private static InvalidParameterException invalid(Field field, String text) {
    String shown = Parameters.shown(text);
    String example = example(field.type());
    return new InvalidParameterException(
        field.name(),
        new LocalText(
            "参数「" + field.name() + "」的值「" + shown + "」不可用，例：" + example,
            "«" + shown + "» is no value of «" + field.name() + "»; give one such as " + example,
            "«" + field.name() + "» ལ་ «" + shown + "» སྤྱོད་མི་རུང་། དཔེར་ན། " + example));
  }

  private static String example(FieldType type) {
    return switch (type) {
      case TEXT -> "text";
      case INTEGER -> "12";
      case REAL -> "12.5";
      case BOOLEAN -> "true, false";
      case DATE -> "2026-05-01";
      case INSTANT -> "2026-05-01T08:00:00Z";
    };
  }
}
