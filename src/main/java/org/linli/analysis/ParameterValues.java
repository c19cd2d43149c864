package org.linli.analysis;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The checked values of an analysis' parameters, defaults filled in. Immutable. */
public final class ParameterValues {
  private final Map<String, Object> values;

  ParameterValues(Map<String, Object> values) {
    this.values = Map.copyOf(values);
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

  public long wholeLong(String name) {
    return (Long) values.get(name);
  }

  public Instant instant(String name) {
    return (Instant) values.get(name);
  }

  public Optional<Instant> findInstant(String name) {
    return Optional.ofNullable((Instant) values.get(name));
  }

  public String text(String name) {
    return (String) values.get(name);
  }

  public Optional<String> findText(String name) {
    return Optional.ofNullable((String) values.get(name));
  }
}
