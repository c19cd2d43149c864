package org.linli.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import org.linli.layer.FieldType;

/** The values of one field, by row. Immutable. */
public sealed interface Column {

  boolean isNull(int row);

  /** The value as the Java type of its field; null when missing. */
  Object value(int row);

  /** A part of {@link Block#fetch}; nothing by default, for columns that the cache holds whole. */
  default int fetch(int[] wanted, int from, int to) {
    return 0;
  }

  /** Texts, each kept once. */
  record TextColumn(int[] ids, PackedText dictionary) implements Column {
    @Override
    public boolean isNull(int row) {
      return ids[row] < 0;
    }

    @Override
    public String value(int row) {
      return isNull(row) ? null : dictionary.get(ids[row]);
    }

    @Override
    public int fetch(int[] wanted, int from, int to) {
      int seen = 0;
      for (int i = from; i < to; i++) {
        int id = ids[wanted[i]];
        seen += id < 0 ? id : dictionary.fetch(id);
      }
      return seen;
    }

    /** The value's number in the dictionary; -1 when missing. */
    public int id(int row) {
      return ids[row];
    }
  }

  /** Whole numbers, dates (epoch days) and instants (epoch milliseconds). */
  sealed interface WholeColumn extends Column {
    FieldType type();

    /** The number, day or millisecond; meaningless when the value is missing. */
    long get(int row);

    @Override
    default Object value(int row) {
      if (isNull(row)) {
        return null;
      }
      return switch (type()) {
        case DATE -> LocalDate.ofEpochDay(get(row));
        case INSTANT -> Instant.ofEpochMilli(get(row));
        default -> get(row);
      };
    }
  }

  /** Whole numbers that fit 32 bits. */
  record IntColumn(FieldType type, int[] values, BitSet nulls) implements WholeColumn {
    @Override
    public boolean isNull(int row) {
      return nulls.get(row);
    }

    @Override
    public long get(int row) {
      return values[row];
    }

    @Override
    public int fetch(int[] wanted, int from, int to) {
      int seen = 0;
      for (int i = from; i < to; i++) {
        seen += values[wanted[i]];
      }
      return seen;
    }
  }

  /** Whole numbers of 64 bits. */
  record LongColumn(FieldType type, long[] values, BitSet nulls) implements WholeColumn {
    @Override
    public boolean isNull(int row) {
      return nulls.get(row);
    }

    @Override
    public long get(int row) {
      return values[row];
    }

    @Override
    public int fetch(int[] wanted, int from, int to) {
      int seen = 0;
      for (int i = from; i < to; i++) {
        seen += (int) values[wanted[i]];
      }
      return seen;
    }
  }

  /** One whole number in every row. */
  record ConstantColumn(FieldType type, long constant) implements WholeColumn {
    @Override
    public boolean isNull(int row) {
      return false;
    }

    @Override
    public long get(int row) {
      return constant;
    }
  }

  /** Finite real numbers; NaN stands for missing and never leaves. */
  record RealColumn(double[] values) implements Column {
    @Override
    public boolean isNull(int row) {
      return Double.isNaN(values[row]);
    }

    @Override
    public Double value(int row) {
      return isNull(row) ? null : values[row];
    }

    public double get(int row) {
      return values[row];
    }

    @Override
    public int fetch(int[] wanted, int from, int to) {
      double seen = 0;
      for (int i = from; i < to; i++) {
        seen += values[wanted[i]];
      }
      return (int) seen;
    }
  }

  /** Yes, no, missing. */
  record BooleanColumn(BitSet values, BitSet nulls) implements Column {
    @Override
    public boolean isNull(int row) {
      return nulls.get(row);
    }

    @Override
    public Boolean value(int row) {
      return isNull(row) ? null : values.get(row);
    }

    public boolean get(int row) {
      return values.get(row);
    }
  }
}
