package org.linli.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.linli.layer.FieldType;
import org.linli.snapshot.Column.BooleanColumn;
import org.linli.snapshot.Column.ConstantColumn;
import org.linli.snapshot.Column.IntColumn;
import org.linli.snapshot.Column.LongColumn;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;

/** Collects one field's values in order of arrival, then lays them out in the order of the rows. */
abstract sealed class ColumnBuilder {
  int size;

  static ColumnBuilder of(FieldType type) {
    return switch (type) {
      case TEXT -> new Texts();
      case REAL -> new Reals();
      case BOOLEAN -> new Booleans();
      case INTEGER, DATE, INSTANT -> new Wholes(type);
    };
  }

  /** Adds a value of the field type's Java type, or null. */
  abstract void add(Object value);

  /**
   * @param order for each row, which arrival it takes
   */
  abstract Column finish(int[] order);

  private static final class Texts extends ColumnBuilder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final PackedText.Builder dictionary = new PackedText.Builder();
    private int[] ids = new int[64];
    private String lastText;
    private int lastId;

    @Override
    void add(Object value) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, size * 2);
      }
      ids[size++] = value == null ? -1 : number((String) value);
    }

    private int number(String text) {
      if (!text.equals(lastText)) {
        lastId = numbers.computeIfAbsent(text, dictionary::add);
        lastText = text;
      }
      return lastId;
    }

    @Override
    Column finish(int[] order) {
      int[] laidOut = new int[order.length];
      Arrays.setAll(laidOut, row -> ids[order[row]]);
      return new TextColumn(laidOut, dictionary.finish());
    }
  }

  private static final class Wholes extends ColumnBuilder {
    private final FieldType type;
    private final BitSet nulls = new BitSet();
    private long[] values = new long[64];
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    Wholes(FieldType type) {
      this.type = type;
    }

    @Override
    void add(Object value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      if (value == null) {
        nulls.set(size++);
      } else {
        put(number(value));
      }
    }

    private void put(long number) {
      values[size++] = number;
      min = Math.min(min, number);
      max = Math.max(max, number);
    }

    private static long number(Object value) {
      if (value instanceof LocalDate date) {
        return date.toEpochDay();
      }
      return value instanceof Instant instant ? instant.toEpochMilli() : (Long) value;
    }

    @Override
    Column finish(int[] order) {
      if (nulls.isEmpty() && min == max) {
        return new ConstantColumn(type, min);
      }
      BitSet laidOutNulls = reordered(nulls, order);
      if (min >= Integer.MIN_VALUE && max <= Integer.MAX_VALUE) {
        int[] ints = new int[order.length];
        Arrays.setAll(ints, row -> (int) values[order[row]]);
        return new IntColumn(type, ints, laidOutNulls);
      }
      long[] longs = new long[order.length];
      Arrays.setAll(longs, row -> values[order[row]]);
      return new LongColumn(type, longs, laidOutNulls);
    }
  }

  private static final class Reals extends ColumnBuilder {
    private double[] values = new double[64];

    @Override
    void add(Object value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value == null ? Double.NaN : (Double) value;
    }

    @Override
    Column finish(int[] order) {
      double[] laidOut = new double[order.length];
      Arrays.setAll(laidOut, row -> values[order[row]]);
      return new RealColumn(laidOut);
    }
  }

  private static final class Booleans extends ColumnBuilder {
    private final BitSet values = new BitSet();
    private final BitSet nulls = new BitSet();

    @Override
    void add(Object value) {
      nulls.set(size, value == null);
      values.set(size++, Boolean.TRUE.equals(value));
    }

    @Override
    Column finish(int[] order) {
      return new BooleanColumn(reordered(values, order), reordered(nulls, order));
    }
  }

  private static BitSet reordered(BitSet bits, int[] order) {
    BitSet laidOut = new BitSet();
    if (!bits.isEmpty()) {
      for (int row = 0; row < order.length; row++) {
        laidOut.set(row, bits.get(order[row]));
      }
    }
    return laidOut;
  }
}
