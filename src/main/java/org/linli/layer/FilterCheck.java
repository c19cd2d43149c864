package org.linli.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import org.linli.geo.Crs;

/**
 * Holds a filter against the fields that its audience may know: every name is one of them, and only
 * what can be compared is compared. A text beside a time is read as one; geometries become
 * EPSG:4326 lon-lat. What passes can be evaluated without a further question.
 */
final class FilterCheck {
  private final LayerDefinition layer;
  private final Crs crs;

  /**
   * @param layer as the audience may know it
   * @param crs of the filter's geometries
   */
  FilterCheck(LayerDefinition layer, Crs crs) {
    this.layer = layer;
    this.crs = crs;
  }

  /**
   * The filter, ready to be evaluated.
   *
   * @throws InvalidParameterException if it asks what this layer cannot answer
   */
  Expression filter(Expression filter) {
    return condition(filter);
  }

  private Expression condition(Expression expression) {
    Expression checked = checked(expression);
    if (typeOf(checked) != ValueType.TRUTH || checked instanceof Expression.Property) {
      throw Cql2Fault.invalid(
          "「" + shown(expression) + "」不是条件，请写成比较，如 " + shown(expression) + " = …。",
          "«" + shown(expression) + "» is a value and no condition: compare it with another.",
          "«" + shown(expression) + "» ཆ་རྐྱེན་མིན། བསྡུར་བ་ཞིག་བྲིས་རོགས།");
    }
    return checked;
  }

  private static String shown(Expression expression) {
    return expression instanceof Expression.Property property
        ? Parameters.shown(property.name())
        : expression.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private List<Expression> all(List<Expression> parts, Function<Expression, Expression> check) {
    List<Expression> checked = new ArrayList<>(parts.size());
    parts.forEach(part -> checked.add(check.apply(part)));
    return checked;
  }

  private Expression checked(Expression expression) {
    if (expression instanceof Expression.And and) {
      return new Expression.And(all(and.parts(), this::condition));
    }
    if (expression instanceof Expression.Or or) {
      return new Expression.Or(all(or.parts(), this::condition));
    }
    if (expression instanceof Expression.Not not) {
      return new Expression.Not(condition(not.part()));
    }
    if (expression instanceof Expression.IsNull isNull) {
      return new Expression.IsNull(checked(isNull.operand()));
    }
    if (expression instanceof Expression.Folded folded) {
      return new Expression.Folded(
          folded.folding(), required(ValueType.TEXT, checked(folded.text())));
    }
    if (expression instanceof Expression.Arithmetic sum) {
      return new Expression.Arithmetic(
          sum.operator(),
          required(ValueType.NUMBER, checked(sum.left())),
          required(ValueType.NUMBER, checked(sum.right())));
    }
    if (expression instanceof Expression.Property property) {
      requireKnown(property);
      return property;
    }
    return predicate(expression);
  }

  private Expression predicate(Expression expression) {
    if (expression instanceof Expression.Comparison comparison) {
      List<Expression> both = alike(List.of(comparison.left(), comparison.right()));
      return new Expression.Comparison(comparison.sign(), both.get(0), both.get(1));
    }
    if (expression instanceof Expression.Between between) {
      List<Expression> three = alike(List.of(between.value(), between.low(), between.high()));
      return new Expression.Between(three.get(0), three.get(1), three.get(2));
    }
    if (expression instanceof Expression.In in) {
      List<Expression> valueFirst = new ArrayList<>(List.of(in.value()));
      valueFirst.addAll(in.list());
      List<Expression> alike = alike(valueFirst);
      return new Expression.In(alike.get(0), alike.subList(1, alike.size()));
    }
    if (expression instanceof Expression.Like like) {
      return new Expression.Like(
          required(ValueType.TEXT, checked(like.text())), pattern(like.pattern()));
    }
    if (expression instanceof Expression.Spatial spatial) {
      return new Expression.Spatial(
          spatial.relation(),
          required(ValueType.GEOMETRY, checked(spatial.left())),
          required(ValueType.GEOMETRY, checked(spatial.right())));
    }
    if (expression instanceof Expression.Temporal temporal) {
      return new Expression.Temporal(
          temporal.relation(),
          time(temporal.left(), temporal.relation()),
          time(temporal.right(), temporal.relation()));
    }
    return value(expression);
  }

  private Expression value(Expression expression) {
    if (expression instanceof Expression.Interval interval) {
      return new Expression.Interval(end(interval.start()), end(interval.end()));
    }
    if (expression instanceof Expression.Place || expression instanceof Expression.Box) {
      return new FilterPlaces(crs).lonLat(expression);
    }
    if (expression instanceof Expression.Call call) {
      throw unknownFunction(call.name());
    }
    if (expression instanceof Expression.ArrayTest array) {
      throw unknownFunction(array.relation());
    }
    if (expression instanceof Expression.Items) {
      throw Cql2Fault.invalid(
          "此处不能用列表。", "a list has no place here; no field holds one.", "འདིར་ཐོ་ཡིག་བཀོལ་མི་རུང་།");
    }
    return expression;
  }

  private static InvalidParameterException unknownFunction(String name) {
    String shown = Parameters.shown(name);
    return Cql2Fault.invalid(
        "没有函数「" + shown + "」。可用：CASEI、ACCENTI、S_…、T_…。",
        "there is no function «" + shown + "». There are CASEI, ACCENTI, S_… and T_….",
        "«" + shown + "» ཞེས་པའི་བྱེད་ནུས་མེད། CASEI, ACCENTI, S_…, T_…");
  }

  private void requireKnown(Expression.Property property) {
    if (ValueType.find(property.name(), layer).isEmpty()) {
      TreeSet<String> known = new TreeSet<>(ValueType.names(layer));
      String list = String.join(", ", known);
      String shown = Parameters.shown(property.name());
      throw Cql2Fault.invalid(
          "没有字段「" + shown + "」。可用的字段：" + list + "。",
          "there is no field «" + shown + "». The fields are: " + list + ".",
          "«" + shown + "» ཞེས་པའི་ལྗོངས་མེད། སྤྱོད་ཆོག་པ། " + list,
          List.copyOf(known));
    }
  }

  private ValueType typeOf(Expression checked) {
    return ValueType.of(checked, layer);
  }

  private Expression required(ValueType type, Expression checked) {
    if (typeOf(checked) != type) {
      throw mismatch(type, typeOf(checked), checked);
    }
    return checked;
  }

  private static InvalidParameterException mismatch(
      ValueType needed, ValueType got, Expression expression) {
    String shown = shown(expression);
    return Cql2Fault.invalid(
        "「" + shown + "」是" + got.words().zh() + "，此处应为" + needed.words().zh() + "。",
        "«" + shown + "» is " + got.words().en() + " where " + needed.words().en() + " belongs.",
        "«" + shown + "» ནི་" + got.words().bo() + " འདིར་" + needed.words().bo() + " དགོས།");
  }

  /** Values of one type, of which texts beside times are read as times. */
  private List<Expression> alike(List<Expression> values) {
    List<Expression> checked = all(values, this::checked);
    ValueType type =
        checked.stream()
            .map(this::typeOf)
            .filter(t -> t != ValueType.TEXT)
            .findFirst()
            .orElse(ValueType.TEXT);
    if (type == ValueType.INTERVAL || type == ValueType.GEOMETRY) {
      throw Cql2Fault.invalid(
          type.words().zh() + "不能这样比较，请用 S_… 或 T_… 函数。",
          type.words().en() + " cannot be compared so: use a function S_… or T_….",
          type.words().bo() + " འདི་ལྟར་བསྡུར་མི་རུང་། S_… ཡང་ན་ T_… བཀོལ་རོགས།");
    }
    return all(checked, value -> alike(value, type));
  }

  private Expression alike(Expression value, ValueType type) {
    if (type.isTime() && value instanceof Expression.Text text) {
      return Cql2Time.cast(text.value()).orElseThrow(() -> mismatch(type, ValueType.TEXT, value));
    }
    return type.isTime() && typeOf(value).isTime() ? value : required(type, value);
  }

  private Expression pattern(Expression pattern) {
    Expression inner = pattern;
    while (inner instanceof Expression.Folded folded) {
      inner = folded.text();
    }
    if (!(inner instanceof Expression.Text)) {
      throw Cql2Fault.invalid(
          "LIKE 之后应为引号中的文字。",
          "after LIKE a text in single quotes belongs.",
          "LIKE རྗེས་སུ་ 'ཡི་གེ' དགོས།");
    }
    return pattern;
  }

  private Expression time(Expression operand, TemporalRelation relation) {
    Expression checked = checked(operand);
    ValueType type = typeOf(checked);
    boolean fits = type == ValueType.INTERVAL || type.isTime() && !relation.isOfIntervals();
    if (!fits) {
      throw mismatch(
          relation.isOfIntervals() ? ValueType.INTERVAL : ValueType.TIMESTAMP, type, checked);
    }
    return checked;
  }

  private Expression end(Expression end) {
    if (end instanceof Expression.Open) {
      return end;
    }
    Expression checked = checked(end);
    if (!typeOf(checked).isTime()) {
      throw mismatch(ValueType.TIMESTAMP, typeOf(checked), checked);
    }
    return checked;
  }
}
