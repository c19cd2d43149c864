package org.linli.snapshot;

import java.util.List;
import org.linli.layer.Expression;
import org.linli.layer.Expression.Sign;
import org.linli.layer.LayerDefinition;
import org.linli.layer.SpatialRelation;
import org.linli.layer.ValueType;
import org.locationtech.jts.geom.Geometry;

/** Turns a filter that was checked against the layer into a test of one block's rows. */
final class FilterTest {
  private final LayerDefinition layer;
  private final Block block;
  private final BlockFields fields;

  private FilterTest(LayerDefinition layer, Block block) {
    this.layer = layer;
    this.block = block;
    this.fields = new BlockFields(layer, block);
  }

  static RowTest of(LayerDefinition layer, Block block, Expression filter) {
    return new FilterTest(layer, block).condition(filter);
  }

  private RowTest condition(Expression expression) {
    if (expression instanceof Expression.And and) {
      return RowTest.all(and.parts().stream().map(this::condition).toList());
    }
    if (expression instanceof Expression.Or or) {
      return RowTest.any(or.parts().stream().map(this::condition).toList());
    }
    if (expression instanceof Expression.Not not) {
      return condition(not.part()).negated();
    }
    if (expression instanceof Expression.IsNull isNull) {
      return missing(isNull.operand());
    }
    if (expression instanceof Expression.Comparison comparison) {
      return compare(comparison.sign(), comparison.left(), comparison.right());
    }
    if (expression instanceof Expression.Between between) {
      return new FieldTest(fields).between(between).orElseGet(() -> between(between));
    }
    if (expression instanceof Expression.In in) {
      return new ListTest(this::compare, layer, fields).of(in);
    }
    if (expression instanceof Expression.Like like) {
      LikePattern pattern = new LikePattern(TextOperand.of(like.pattern(), fields).text(0));
      return TextOperand.of(like.text(), fields).like(pattern);
    }
    if (expression instanceof Expression.Spatial spatial) {
      return spatial(spatial.relation(), spatial.left(), spatial.right());
    }
    if (expression instanceof Expression.Temporal temporal) {
      boolean inDays = TimeOperand.inDays(layer, temporal.left(), temporal.right());
      return TimeOperand.compare(
          temporal.relation(),
          TimeOperand.span(temporal.left(), inDays, fields),
          TimeOperand.span(temporal.right(), inDays, fields));
    }
    return truth(expression);
  }

  private RowTest between(Expression.Between between) {
    return RowTest.all(
        List.of(
            compare(Sign.AT_LEAST, between.value(), between.low()),
            compare(Sign.AT_MOST, between.value(), between.high())));
  }

  private RowTest truth(Expression expression) {
    if (expression instanceof Expression.Truth truth) {
      return RowTest.always(RowTest.of(truth.value()));
    }
    Column.BooleanColumn column =
        (Column.BooleanColumn) fields.column((Expression.Property) expression);
    return row -> column.isNull(row) ? RowTest.UNKNOWN : RowTest.of(column.get(row));
  }

  private RowTest missing(Expression operand) {
    return switch (ValueType.of(operand, layer)) {
      case TEXT -> {
        TextOperand text = TextOperand.of(operand, fields);
        yield row -> RowTest.of(text.text(row) == null);
      }
      case NUMBER -> {
        NumberOperand number = NumberOperand.of(operand, fields);
        yield row -> RowTest.of(Double.isNaN(number.real(row)));
      }
      case TRUTH -> {
        RowTest test = condition(operand);
        yield row -> RowTest.of(test.test(row) == RowTest.UNKNOWN);
      }
      case DATE, TIMESTAMP, INTERVAL -> {
        TimeOperand.Span span = TimeOperand.span(operand, false, fields);
        yield row ->
            RowTest.of(
                span.start().at(row) == TimeOperand.MISSING
                    || span.end().at(row) == TimeOperand.MISSING);
      }
      case GEOMETRY ->
          operand instanceof Expression.Place
              ? RowTest.always(RowTest.FALSE)
              : row -> RowTest.of(block.geometries().kind(row) == Geometries.Kind.NONE);
    };
  }

  private RowTest compare(Sign sign, Expression left, Expression right) {
    return new FieldTest(fields)
        .compare(sign, left, right)
        .orElseGet(() -> compareByRow(sign, left, right));
  }

  private RowTest compareByRow(Sign sign, Expression left, Expression right) {
    return switch (ValueType.of(left, layer)) {
      case TEXT ->
          TextOperand.compare(sign, TextOperand.of(left, fields), TextOperand.of(right, fields));
      case NUMBER ->
          NumberOperand.compare(
              sign, NumberOperand.of(left, fields), NumberOperand.of(right, fields));
      case TRUTH -> truths(sign, condition(left), condition(right));
      default -> times(sign, left, right);
    };
  }

  private static RowTest truths(Sign sign, RowTest left, RowTest right) {
    return row -> {
      int first = left.test(row);
      int second = right.test(row);
      return first == RowTest.UNKNOWN || second == RowTest.UNKNOWN
          ? RowTest.UNKNOWN
          : RowTest.of(sign.holds(Integer.compare(first, second)));
    };
  }

  private RowTest times(Sign sign, Expression left, Expression right) {
    boolean inDays = TimeOperand.inDays(layer, left, right);
    TimeOperand first = TimeOperand.of(left, inDays, fields);
    TimeOperand second = TimeOperand.of(right, inDays, fields);
    return row -> {
      long a = first.at(row);
      long b = second.at(row);
      return a == TimeOperand.MISSING || b == TimeOperand.MISSING
          ? RowTest.UNKNOWN
          : RowTest.of(sign.holds(Long.compare(a, b)));
    };
  }

  private RowTest spatial(SpatialRelation relation, Expression left, Expression right) {
    if (left instanceof Expression.Place first && right instanceof Expression.Place second) {
      return RowTest.always(RowTest.of(SpatialTest.holds(relation, first.value(), second.value())));
    }
    if (right instanceof Expression.Place literal) {
      return SpatialTest.of(block.geometries(), relation, literal.value());
    }
    if (left instanceof Expression.Place literal) {
      return SpatialTest.of(block.geometries(), relation.reversed(), literal.value());
    }
    return row -> itself(relation, row);
  }

  private int itself(SpatialRelation relation, int row) {
    return block
        .geometries()
        .geometry(row)
        .map((Geometry g) -> RowTest.of(SpatialTest.holds(relation, g, g)))
        .orElse(RowTest.UNKNOWN);
  }
}
