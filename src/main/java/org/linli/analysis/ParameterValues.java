package org.linli.analysis;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The checked values of an analysis' parameters, defaults filled in. Immutable. */
public final class ParameterValues {
  private final Map<String, Object> values;

  ParameterValues(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** All of them by name, for the key of a cache. */
  public Map<String, Object> asMap() {
    return values;
  }

  /** The moment that the analysis looks from. */
  public Instant asOf() {
    return instant(Parameter.AS_OF);
  }

  /** The same values with another moment to look from. */
  public ParameterValues at(Instant asOf) {
    Map<String, Object> changed = new HashMap<>(values);
    changed.put(Parameter.AS_OF, asOf);
    return new ParameterValues(changed);
  }

  public double number(String name) {
    return (Double) values.get(name);
  }

  public OptionalDouble findNumber(String name) {
    Object value = values.get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of((Double) value);
  }

  public int whole(String name) {
    return Math.toIntExact((Long) values.get(name));
  }

  public Instant instant(String name) {
    return (Instant) values.get(name);
  }

  public Optional<Instant> findInstant(String name) {
    return Optional.ofNullable((Instant) values.get(name));
  }

  public Optional<String> findText(String name) {
    return Optional.ofNullable((String) values.get(name));
  }

  public Optional<Place> findPlace(String name) {
    return Optional.ofNullable((Place) values.get(name));
  }

  public String text(String name) {
    return (String) values.get(name);
  }
}
