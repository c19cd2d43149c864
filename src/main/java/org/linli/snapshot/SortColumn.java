package org.linli.snapshot;

import java.util.Arrays;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.Column.BooleanColumn;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Column.WholeColumn;

/** The values of one field in both blocks of a view, as rows are put in order by them. */
sealed interface SortColumn {

  SortValue value(Block block, int row);

  /** The same as comparing the values, without making them. */
  int compare(Block block, int row, Block otherBlock, int otherRow, boolean descending);

  static SortColumn of(String field, LayerDefinition layer, Block base, Block overlay) {
    if (field.equals(LayerDefinition.KEY)) {
      return new Codes();
    }
    int index = layer.getIndex(field);
    return base.column(index) instanceof TextColumn || overlay.column(index) instanceof TextColumn
        ? new Texts(index)
        : new Numbers(index);
  }

  private static int compareTexts(PackedText left, int number, PackedText right, int otherNumber) {
    int start = left.start(number);
    int otherStart = right.start(otherNumber);
    return Arrays.compareUnsigned(
        left.bytes(),
        start,
        start + shown(left, number),
        right.bytes(),
        otherStart,
        otherStart + shown(right, otherNumber));
  }

  private static int shown(PackedText texts, int number) {
    return Math.min(texts.length(number), RowOrder.TEXT_BYTES);
  }

  private static SortValue text(PackedText texts, int number) {
    int start = texts.start(number);
    return SortValue.of(Arrays.copyOfRange(texts.bytes(), start, start + shown(texts, number)));
  }

  /** The key itself. */
  record Codes() implements SortColumn {
    @Override
    public SortValue value(Block block, int row) {
      return text(block.codes(), row);
    }

    @Override
    public int compare(Block block, int row, Block otherBlock, int otherRow, boolean descending) {
      int ascending = compareTexts(block.codes(), row, otherBlock.codes(), otherRow);
      return descending ? -ascending : ascending;
    }
  }

  record Texts(int field) implements SortColumn {
    private TextColumn column(Block block) {
      return (TextColumn) block.column(field);
    }

    @Override
    public SortValue value(Block block, int row) {
      int id = column(block).id(row);
      return id < 0 ? SortValue.MISSING : text(column(block).dictionary(), id);
    }

    @Override
    public int compare(Block block, int row, Block otherBlock, int otherRow, boolean descending) {
      TextColumn column = column(block);
      TextColumn otherColumn = column(otherBlock);
      int id = column.id(row);
      int otherId = otherColumn.id(otherRow);
      if (id < 0 || otherId < 0) {
        return Boolean.compare(id < 0, otherId < 0);
      }
      int ascending = compareTexts(column.dictionary(), id, otherColumn.dictionary(), otherId);
      return descending ? -ascending : ascending;
    }
  }

  record Numbers(int field) implements SortColumn {
    @Override
    public SortValue value(Block block, int row) {
      Column column = block.column(field);
      return column.isNull(row) ? SortValue.MISSING : SortValue.of(number(column, row));
    }

    @Override
    public int compare(Block block, int row, Block otherBlock, int otherRow, boolean descending) {
      Column column = block.column(field);
      Column otherColumn = otherBlock.column(field);
      boolean missing = column.isNull(row);
      boolean otherMissing = otherColumn.isNull(otherRow);
      if (missing || otherMissing) {
        return Boolean.compare(missing, otherMissing);
      }
      int ascending = Long.compare(number(column, row), number(otherColumn, otherRow));
      return descending ? -ascending : ascending;
    }

    private static long number(Column column, int row) {
      if (column instanceof WholeColumn wholes) {
        return wholes.get(row);
      }
      return column instanceof RealColumn reals
          ? SortValue.bits(reals.get(row))
          : ((BooleanColumn) column).get(row) ? 1 : 0;
    }
  }
}
