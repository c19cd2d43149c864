package org.linli.snapshot;

import java.util.Optional;
import java.util.OptionalLong;
import org.linli.layer.Expression;
import org.linli.layer.Expression.Sign;
import org.linli.layer.FieldType;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.WholeColumn;

/** Finds comparisons of a field with constants, which are tested by reading the column's array. */
final class FieldTest {
  private final BlockFields fields;

  FieldTest(BlockFields fields) {
    this.fields = fields;
  }

  /** The test; empty when the comparison is another one, or needs the field in another unit. */
  Optional<RowTest> compare(Sign sign, Expression left, Expression right) {
    Optional<Column> column = column(left);
    if (column.orElse(null) instanceof WholeColumn whole) {
      OptionalLong constant = constant(whole, right);
      return constant.isPresent()
          ? Optional.of(WholeRangeTest.of(whole, sign, constant.getAsLong()))
          : Optional.empty();
    }
    return column.orElse(null) instanceof RealColumn real && isNumber(right)
        ? Optional.of(new RealTest(real, sign, NumberOperand.of(right, fields).real(0)))
        : Optional.empty();
  }

  /** The test of a range of whole numbers, days or moments. */
  Optional<RowTest> between(Expression.Between between) {
    if (column(between.value()).orElse(null) instanceof WholeColumn whole) {
      OptionalLong low = constant(whole, between.low());
      OptionalLong high = constant(whole, between.high());
      if (low.isPresent() && high.isPresent()) {
        return Optional.of(WholeRangeTest.between(whole, low.getAsLong(), high.getAsLong()));
      }
    }
    return Optional.empty();
  }

  private Optional<Column> column(Expression expression) {
    return expression instanceof Expression.Property property && !BlockFields.isKey(property)
        ? Optional.of(fields.column(property))
        : Optional.empty();
  }

  private static boolean isNumber(Expression expression) {
    return expression instanceof Expression.Whole || expression instanceof Expression.Real;
  }

  /** A constant in the unit of the column. */
  private OptionalLong constant(WholeColumn column, Expression expression) {
    boolean inDays = column.type() == FieldType.DATE;
    if (expression instanceof Expression.Whole whole) {
      return OptionalLong.of(whole.value());
    }
    return expression instanceof Expression.Moment || inDays && expression instanceof Expression.Day
        ? OptionalLong.of(TimeOperand.of(expression, inDays, fields).at(0))
        : OptionalLong.empty();
  }
}
