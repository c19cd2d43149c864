package org.linli.snapshot;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.linli.layer.Expression;
import org.linli.layer.Expression.Sign;
import org.linli.snapshot.Column.TextColumn;

/** A text by row: a field's, a feature's key or a constant, folded or not. */
sealed interface TextOperand {
  /** The folding that changes nothing. */
  UnaryOperator<String> PLAIN = text -> text;

  /** Null when it is missing. */
  String text(int row);

  /** Tests the text of each row; a text that many rows share is tested once. */
  RowTest test(Predicate<String> condition);

  /** Compares with one text. */
  default RowTest compare(Sign sign, String value) {
    return test(text -> sign.holds(TextOrder.compare(text, value)));
  }

  default RowTest like(LikePattern pattern) {
    return test(pattern::matches);
  }

  record Constant(String text) implements TextOperand {
    @Override
    public String text(int row) {
      return text;
    }

    @Override
    public RowTest test(Predicate<String> condition) {
      return RowTest.always(RowTest.of(condition.test(text)));
    }
  }

  record Key(PackedText codes, UnaryOperator<String> folding) implements TextOperand {
    @Override
    public String text(int row) {
      return folding.apply(codes.get(row));
    }

    @Override
    public RowTest test(Predicate<String> condition) {
      return row -> RowTest.of(condition.test(text(row)));
    }
  }

  record FieldText(TextColumn column, UnaryOperator<String> folding) implements TextOperand {
    @Override
    public String text(int row) {
      String value = column.value(row);
      return value == null ? null : folding.apply(value);
    }

    @Override
    public RowTest test(Predicate<String> condition) {
      return new DictionaryTest(
          column, id -> condition.test(folding.apply(column.dictionary().get(id))));
    }

    /** Of texts as they are stored, only those that begin as the pattern does are read. */
    @Override
    public RowTest like(LikePattern pattern) {
      if (folding != PLAIN) {
        return TextOperand.super.like(pattern);
      }
      PackedText texts = column.dictionary();
      byte[] beginning = pattern.beginning();
      return new DictionaryTest(
          column, id -> texts.startsWith(id, beginning) && pattern.matches(texts.get(id)));
    }

    /** A text as it is stored is looked up once, by its bytes. */
    @Override
    public RowTest compare(Sign sign, String value) {
      if (folding != PLAIN || sign != Sign.EQUAL && sign != Sign.UNEQUAL) {
        return TextOperand.super.compare(sign, value);
      }
      int wanted = column.dictionary().indexOf(PackedText.utf8(value));
      return new SameTextTest(column, wanted, sign == Sign.EQUAL);
    }
  }

  static TextOperand of(Expression expression, BlockFields fields) {
    Expression inner = expression;
    UnaryOperator<String> folding = PLAIN;
    while (inner instanceof Expression.Folded folded) {
      UnaryOperator<String> outer = folding;
      UnaryOperator<String> own = TextFolding.of(folded.folding());
      folding = text -> outer.apply(own.apply(text));
      inner = folded.text();
    }
    if (inner instanceof Expression.Text text) {
      return new Constant(folding.apply(text.value()));
    }
    return BlockFields.isKey(inner)
        ? new Key(fields.block().codes(), folding)
        : new FieldText((TextColumn) fields.column((Expression.Property) inner), folding);
  }

  static RowTest compare(Sign sign, TextOperand left, TextOperand right) {
    if (right instanceof Constant constant) {
      return left.compare(sign, constant.text());
    }
    return row -> {
      String first = left.text(row);
      String second = right.text(row);
      return first == null || second == null
          ? RowTest.UNKNOWN
          : RowTest.of(sign.holds(TextOrder.compare(first, second)));
    };
  }
}
