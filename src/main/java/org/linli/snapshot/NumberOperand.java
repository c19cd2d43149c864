package org.linli.snapshot;

import org.linli.layer.Expression;
import org.linli.layer.Expression.Operator;
import org.linli.layer.Expression.Sign;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.WholeColumn;

/**
 * A number by row. Whole numbers compare exactly; with any other, as doubles. What divides by zero,
 * or leaves the range of a double, is unknown.
 */
sealed interface NumberOperand {
  /** NaN when it is missing. */
  double real(int row);

  /** One that is a whole number in every row. */
  sealed interface WholeOperand extends NumberOperand {
    boolean isNull(int row);

    long whole(int row);

    @Override
    default double real(int row) {
      return isNull(row) ? Double.NaN : whole(row);
    }
  }

  record WholeField(WholeColumn column) implements WholeOperand {
    @Override
    public boolean isNull(int row) {
      return column.isNull(row);
    }

    @Override
    public long whole(int row) {
      return column.get(row);
    }
  }

  record WholeConstant(long value) implements WholeOperand {
    @Override
    public boolean isNull(int row) {
      return false;
    }

    @Override
    public long whole(int row) {
      return value;
    }
  }

  record RealField(RealColumn column) implements NumberOperand {
    @Override
    public double real(int row) {
      return column.get(row);
    }
  }

  record RealConstant(double value) implements NumberOperand {
    @Override
    public double real(int row) {
      return value;
    }
  }

  record Result(Operator operator, NumberOperand left, NumberOperand right)
      implements NumberOperand {
    @Override
    public double real(int row) {
      double first = left.real(row);
      double second = right.real(row);
      if (Double.isNaN(first) || Double.isNaN(second)) {
        return Double.NaN; // a power of zero would make a number of it
      }
      double result = of(operator, first, second);
      return Double.isInfinite(result) ? Double.NaN : result;
    }

    private static double of(Operator operator, double left, double right) {
      return switch (operator) {
        case PLUS -> left + right;
        case MINUS -> left - right;
        case TIMES -> left * right;
        case DIVIDE -> left / right;
        case MODULO -> left % right;
        case WHOLE_DIVIDE -> truncated(left / right);
        case POWER -> Math.pow(left, right);
      };
    }

    private static double truncated(double value) {
      return value < 0 ? Math.ceil(value) : Math.floor(value);
    }
  }

  static NumberOperand of(Expression expression, BlockFields fields) {
    if (expression instanceof Expression.Whole whole) {
      return new WholeConstant(whole.value());
    }
    if (expression instanceof Expression.Real real) {
      return new RealConstant(real.value());
    }
    if (expression instanceof Expression.Arithmetic sum) {
      return new Result(sum.operator(), of(sum.left(), fields), of(sum.right(), fields));
    }
    Column column = fields.column((Expression.Property) expression);
    return column instanceof RealColumn reals
        ? new RealField(reals)
        : new WholeField((WholeColumn) column);
  }

  /** Compares two of them. */
  static RowTest compare(Sign sign, NumberOperand left, NumberOperand right) {
    if (left instanceof WholeOperand a && right instanceof WholeOperand b) {
      return row ->
          a.isNull(row) || b.isNull(row)
              ? RowTest.UNKNOWN
              : RowTest.of(sign.holds(Long.compare(a.whole(row), b.whole(row))));
    }
    return row -> compare(sign, left.real(row), right.real(row));
  }

  private static int compare(Sign sign, double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return RowTest.UNKNOWN;
    }
    return RowTest.of(sign.holds(left < right ? -1 : left > right ? 1 : 0));
  }
}
