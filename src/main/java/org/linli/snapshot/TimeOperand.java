package org.linli.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import org.linli.layer.Expression;
import org.linli.layer.FieldType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.TemporalRelation;
import org.linli.layer.TimeInterval;
import org.linli.layer.ValueType;
import org.linli.snapshot.Column.WholeColumn;

/**
 * A time by row, in days or in milliseconds. Beside a day, a moment counts as its day where the
 * community is: then both are in days.
 */
interface TimeOperand {
  long MISSING = Long.MIN_VALUE;
  long BEGINNING = Long.MIN_VALUE + 1;
  long END = Long.MAX_VALUE;

  /** The day or the millisecond; {@link #MISSING} when there is none. */
  long at(int row);

  /** From the start to the end, which are one for an instant. */
  record Span(TimeOperand start, TimeOperand end) {}

  /** Whether what a predicate compares must be compared in days. */
  static boolean inDays(LayerDefinition layer, Expression... operands) {
    for (Expression operand : operands) {
      boolean days =
          operand instanceof Expression.Interval interval
              ? inDays(layer, interval.start(), interval.end())
              : !(operand instanceof Expression.Open)
                  && ValueType.of(operand, layer) == ValueType.DATE;
      if (days) {
        return true;
      }
    }
    return false;
  }

  static TimeOperand of(Expression expression, boolean inDays, BlockFields fields) {
    if (expression instanceof Expression.Day day) {
      long value = day.value().toEpochDay();
      return row -> value;
    }
    if (expression instanceof Expression.Moment moment) {
      long millis = moment.value().toEpochMilli();
      long value = inDays ? dayOf(millis) : millis;
      return row -> value;
    }
    WholeColumn column = (WholeColumn) fields.column((Expression.Property) expression);
    return inDays && column.type() == FieldType.INSTANT
        ? row -> column.isNull(row) ? MISSING : dayOf(column.get(row))
        : row -> column.isNull(row) ? MISSING : column.get(row);
  }

  private static long dayOf(long millis) {
    return millis >= LocalDays.SETTLED
        ? Math.floorDiv(millis + LocalDays.OFFSET, LocalDays.DAY)
        : LocalDate.ofInstant(Instant.ofEpochMilli(millis), TimeInterval.COMMUNITY).toEpochDay();
  }

  /** The community's clock has not been put forward or back for long: since then days are even. */
  final class LocalDays {
    private static final ZoneRules RULES = TimeInterval.COMMUNITY.getRules();
    private static final long DAY = 86_400_000;
    private static final long SETTLED =
        RULES.getTransitionRules().isEmpty() ? lastTransition() : Long.MAX_VALUE;
    private static final long OFFSET =
        1000L * RULES.getOffset(Instant.ofEpochMilli(lastTransition())).getTotalSeconds();

    private LocalDays() {}

    private static long lastTransition() {
      return RULES.getTransitions().stream()
          .mapToLong(change -> change.toEpochSecond() * 1000)
          .max()
          .orElse(Long.MIN_VALUE / 2);
    }
  }

  static Span span(Expression expression, boolean inDays, BlockFields fields) {
    if (expression instanceof Expression.Interval interval) {
      return new Span(
          end(interval.start(), BEGINNING, inDays, fields),
          end(interval.end(), END, inDays, fields));
    }
    TimeOperand instant = of(expression, inDays, fields);
    return new Span(instant, instant);
  }

  private static TimeOperand end(
      Expression expression, long open, boolean inDays, BlockFields fields) {
    return expression instanceof Expression.Open ? row -> open : of(expression, inDays, fields);
  }

  static RowTest compare(TemporalRelation relation, Span left, Span right) {
    return row -> {
      long start = left.start.at(row);
      long end = left.end.at(row);
      long otherStart = right.start.at(row);
      long otherEnd = right.end.at(row);
      boolean missing =
          start == MISSING || end == MISSING || otherStart == MISSING || otherEnd == MISSING;
      return missing
          ? RowTest.UNKNOWN
          : RowTest.of(relation.holds(start, end, otherStart, otherEnd));
    };
  }
}
