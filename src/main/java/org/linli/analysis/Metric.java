package org.linli.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number that explains itself. It has a value or a reason for having none; never NaN, never
 * infinite.
 *
 * @param numerator empty for a metric that is no quotient
 * @param denominator empty for a metric that is no quotient
 * @param absence why there is no value, as a stable word; empty when there is one
 * @param atLeast whether the value is only a lower bound
 * @param counted the rows behind the number, where it counts rows
 */
public record Metric(
    MetricDefinition definition,
    OptionalDouble numerator,
    OptionalDouble denominator,
    OptionalDouble value,
    Optional<String> absence,
    boolean atLeast,
    RowSet counted,
    List<Exclusion> exclusions,
    Instant asOf) {

  public Metric {
    exclusions = List.copyOf(exclusions);
    requireFinite(numerator);
    requireFinite(denominator);
    requireFinite(value);
    if (value.isPresent() == absence.isPresent()) {
      throw new IllegalArgumentException(
          definition.id() + " must have either a value or a reason for having none.");
    }
  }

  private void requireFinite(OptionalDouble number) {
    if (number.isPresent() && !Double.isFinite(number.getAsDouble())) {
      throw new IllegalArgumentException(
          definition.id() + " came out as " + number.getAsDouble() + ": say why it is missing.");
    }
  }

  public String id() {
    return definition.id();
  }

  /** What is left out; nothing that leaves out no row. */
  @Override
  public List<Exclusion> exclusions() {
    return exclusions.stream().filter(exclusion -> !exclusion.rows().isEmpty()).toList();
  }

  /** Whether it is so much of something for so many people, who are the denominator. */
  public boolean isPerPerson() {
    return definition.countsPeople()
        && denominator.isPresent()
        && !definition.unit().equals("share");
  }

  /** Starts a metric of this meaning. */
  public static Draft of(MetricDefinition definition, Instant asOf) {
    return new Draft(definition, asOf, RowSet.NONE, List.of());
  }

  /** A metric that still lacks its number. */
  public record Draft(
      MetricDefinition definition, Instant asOf, RowSet counted, List<Exclusion> exclusions) {

    public Draft counting(RowSet rows) {
      return new Draft(definition, asOf, rows, exclusions);
    }

    public Draft without(List<Exclusion> left) {
      return new Draft(definition, asOf, counted, left);
    }

    /** Numerator over denominator; no value when the denominator is 0. */
    public Metric quotient(double numerator, double denominator, String whenNothing) {
      OptionalDouble value =
          denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(numerator / denominator);
      return new Metric(
          definition,
          OptionalDouble.of(numerator),
          OptionalDouble.of(denominator),
          value,
          value.isPresent() ? Optional.empty() : Optional.of(whenNothing),
          false,
          counted,
          exclusions,
          asOf);
    }

    public Metric value(double value) {
      return plain(OptionalDouble.of(value), Optional.empty(), false);
    }

    /** A value that is only a lower bound if {@code atLeast}. */
    public Metric bound(double value, boolean atLeast) {
      return plain(OptionalDouble.of(value), Optional.empty(), atLeast);
    }

    /** The value, or the reason when there is none. */
    public Metric valueOr(OptionalDouble value, String reason) {
      return value.isPresent() ? plain(value, Optional.empty(), false) : absent(reason);
    }

    public Metric absent(String reason) {
      return plain(OptionalDouble.empty(), Optional.of(reason), false);
    }

    private Metric plain(OptionalDouble value, Optional<String> reason, boolean atLeast) {
      OptionalDouble none = OptionalDouble.empty();
      return new Metric(definition, none, none, value, reason, atLeast, counted, exclusions, asOf);
    }
  }
}
