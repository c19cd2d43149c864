package org.linli.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the parts of a filter are worth. */
public enum ValueType {
  TEXT("文字", "a text", "ཡི་གེ།"),
  NUMBER("数", "a number", "ཨང་གྲངས།"),
  TRUTH("真假", "true or false", "བདེན་རྫུན།"),
  DATE("日期", "a date", "ཟླ་ཚེས།"),
  TIMESTAMP("时刻", "a timestamp", "དུས།"),
  INTERVAL("时间区间", "an interval", "དུས་ཡུན།"),
  GEOMETRY("几何", "a geometry", "དབྱིབས།");

  /** The name of a feature's place, in filters. */
  public static final String PLACE = "geometry";

  private final LocalText words;

  ValueType(String zh, String en, String bo) {
    this.words = new LocalText(zh, en, bo);
  }

  LocalText words() {
    return words;
  }

  public boolean isTime() {
    return this == DATE || this == TIMESTAMP;
  }

  public static ValueType of(FieldType type) {
    return switch (type) {
      case TEXT -> TEXT;
      case INTEGER, REAL -> NUMBER;
      case BOOLEAN -> TRUTH;
      case DATE -> DATE;
      case INSTANT -> TIMESTAMP;
    };
  }

  /** The names that a layer's filters may have; the place goes before a field of its name. */
  public static List<String> names(LayerDefinition layer) {
    List<String> names = new ArrayList<>(List.of(LayerDefinition.KEY));
    if (layer.hasGeometry()) {
      names.add(PLACE);
    }
    layer.fields().stream().map(Field::name).filter(n -> !names.contains(n)).forEach(names::add);
    return names;
  }

  /** What a name of a layer is worth; empty when the layer has none of that name. */
  public static Optional<ValueType> find(String name, LayerDefinition layer) {
    if (name.equals(LayerDefinition.KEY)) {
      return Optional.of(TEXT);
    }
    return name.equals(PLACE) && layer.hasGeometry()
        ? Optional.of(GEOMETRY)
        : layer.findField(name).map(field -> of(field.type()));
  }

  /**
   * What a part of a filter is worth whose names the layer has.
   *
   * @throws IllegalArgumentException for what a filter has that was checked only within a whole
   */
  public static ValueType of(Expression part, LayerDefinition layer) {
    if (part instanceof Expression.Property property) {
      return find(property.name(), layer).orElseThrow();
    }
    if (part instanceof Expression.Text || part instanceof Expression.Folded) {
      return TEXT;
    }
    if (part instanceof Expression.Whole
        || part instanceof Expression.Real
        || part instanceof Expression.Arithmetic) {
      return NUMBER;
    }
    if (part instanceof Expression.Day) {
      return DATE;
    }
    if (part instanceof Expression.Moment) {
      return TIMESTAMP;
    }
    if (part instanceof Expression.Interval) {
      return INTERVAL;
    }
    return part instanceof Expression.Place ? GEOMETRY : TRUTH;
  }
}
