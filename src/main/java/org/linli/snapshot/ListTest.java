package org.linli.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.linli.layer.Expression;
import org.linli.layer.Expression.Sign;
import org.linli.layer.LayerDefinition;
import org.linli.layer.ValueType;
import org.linli.snapshot.NumberOperand.WholeOperand;

/**
 * Whether a value is one of a list. The list's constants are sorted once and looked up together, so
 * that a row costs the same for ten of them and for ten thousand; what depends on the row is
 * compared one by one.
 */
final class ListTest {
  /** Compares two parts of a filter. */
  interface Comparing {
    RowTest test(Sign sign, Expression left, Expression right);
  }

  private final Comparing comparing;
  private final LayerDefinition layer;
  private final BlockFields fields;

  ListTest(Comparing comparing, LayerDefinition layer, BlockFields fields) {
    this.comparing = comparing;
    this.layer = layer;
    this.fields = fields;
  }

  RowTest of(Expression.In in) {
    List<RowTest> tests = new ArrayList<>();
    List<Expression> constants = in.list().stream().filter(ListTest::isConstant).toList();
    if (!constants.isEmpty()) {
      tests.addAll(constants(in.value(), constants));
    }
    for (Expression element : in.list()) {
      if (!isConstant(element)) {
        tests.add(comparing.test(Sign.EQUAL, in.value(), element));
      }
    }
    return RowTest.any(tests);
  }

  private static boolean isConstant(Expression element) {
    return element instanceof Expression.Folded folded
        ? isConstant(folded.text())
        : element instanceof Expression.Text
            || element instanceof Expression.Whole
            || element instanceof Expression.Real
            || element instanceof Expression.Day
            || element instanceof Expression.Moment;
  }

  private List<RowTest> constants(Expression value, List<Expression> constants) {
    return switch (ValueType.of(value, layer)) {
      case TEXT -> List.of(texts(TextOperand.of(value, fields), constants));
      case NUMBER -> List.of(numbers(NumberOperand.of(value, fields), constants));
      default -> times(value, constants);
    };
  }

  private RowTest texts(TextOperand value, List<Expression> constants) {
    Set<String> texts = new HashSet<>();
    constants.forEach(constant -> texts.add(TextOperand.of(constant, fields).text(0)));
    return value.test(texts::contains);
  }

  private RowTest numbers(NumberOperand value, List<Expression> constants) {
    double[] all = reals(constants.stream());
    if (!(value instanceof WholeOperand whole)) {
      return row -> {
        double number = value.real(row);
        return Double.isNaN(number) ? RowTest.UNKNOWN : RowTest.of(isIn(all, number));
      };
    }
    long[] wholes =
        constants.stream()
            .filter(Expression.Whole.class::isInstance)
            .mapToLong(number -> ((Expression.Whole) number).value())
            .sorted()
            .toArray();
    double[] others = reals(constants.stream().filter(Expression.Real.class::isInstance));
    return row ->
        whole.isNull(row)
            ? RowTest.UNKNOWN
            : RowTest.of(isIn(wholes, whole.whole(row)) || isIn(others, whole.real(row)));
  }

  /** Sorted, without a zero that is negative, which would be sorted apart. */
  private double[] reals(java.util.stream.Stream<Expression> constants) {
    return constants
        .mapToDouble(constant -> NumberOperand.of(constant, fields).real(0) + 0.0)
        .sorted()
        .toArray();
  }

  private static boolean isIn(long[] sorted, long value) {
    return Arrays.binarySearch(sorted, value) >= 0;
  }

  private static boolean isIn(double[] sorted, double value) {
    return Arrays.binarySearch(sorted, value + 0.0) >= 0;
  }

  /** Days and moments are looked up apart, each in its unit. */
  private List<RowTest> times(Expression value, List<Expression> constants) {
    List<RowTest> tests = new ArrayList<>();
    for (boolean inDays : new boolean[] {false, true}) {
      List<Expression> alike =
          constants.stream().filter(c -> TimeOperand.inDays(layer, value, c) == inDays).toList();
      if (!alike.isEmpty()) {
        long[] times =
            alike.stream()
                .mapToLong(constant -> TimeOperand.of(constant, inDays, fields).at(0))
                .sorted()
                .toArray();
        TimeOperand time = TimeOperand.of(value, inDays, fields);
        tests.add(row -> in(times, time.at(row)));
      }
    }
    return tests;
  }

  private static int in(long[] sorted, long time) {
    return time == TimeOperand.MISSING ? RowTest.UNKNOWN : RowTest.of(isIn(sorted, time));
  }
}
