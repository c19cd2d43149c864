package org.linli.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import org.linli.layer.FieldType;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerQuery;
import org.linli.layer.LocalText;
import org.linli.snapshot.Block;
import org.linli.snapshot.Column;
import org.linli.snapshot.Column.RealColumn;
import org.linli.snapshot.Column.TextColumn;
import org.linli.snapshot.Column.WholeColumn;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.RowCursor;

/**
 * The rows of a view, numbered from 0 in ascending order of code, with their values as arrays. So
 * the smallest number is always the smallest code.
 */
public final class LayerRows {
  /** Stands for a missing instant. */
  public static final long NEVER = Long.MIN_VALUE;

  private final LayerView view;
  private final String role;
  private final Block[] blocks;
  private final byte[] blockOf;
  private final int[] rowOf;

  /**
   * @param role what the layer is to the analysis; errors name it
   */
  public LayerRows(LayerView view, String role) {
    this.view = view;
    this.role = role;
    this.blocks = view.blocks().toArray(Block[]::new);
    int size = Math.toIntExact(view.count());
    this.blockOf = new byte[size];
    this.rowOf = new int[size];
    RowCursor cursor = view.rows(LayerQuery.ALL);
    for (int i = 0; cursor.next(); i++) {
      blockOf[i] = (byte) (cursor.block() == blocks[0] ? 0 : 1);
      rowOf[i] = cursor.row();
    }
  }

  public LayerView view() {
    return view;
  }

  public LayerDefinition definition() {
    return view.definition();
  }

  public int size() {
    return rowOf.length;
  }

  public String code(int i) {
    return block(i).codes().get(rowOf[i]);
  }

  /** Where a row is kept. */
  public Block block(int i) {
    return blocks[blockOf[i]];
  }

  /** The row's number in its block. */
  public int blockRow(int i) {
    return rowOf[i];
  }

  /** The number of a code; -1 when there is none. */
  public int indexOf(String code) {
    int low = 0;
    int high = size() - 1;
    byte[] wanted = code.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    while (low <= high) {
      int middle = (low + high) >>> 1;
      byte[] found = code(middle).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      int order = Arrays.compareUnsigned(found, wanted);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order > 0 ? middle - 1 : high;
    }
    return -1;
  }

  public boolean has(String field) {
    return definition().findIndex(field).isPresent();
  }

  /**
   * @throws InvalidParameterException if the layer has no such field of such a type; it names the
   *     role
   */
  public LayerRows require(String field, FieldType... types) {
    List<FieldType> allowed = List.of(types);
    if (definition().findField(field).filter(f -> allowed.contains(f.type())).isEmpty()) {
      throw unfit(field, types[0].name().toLowerCase(Locale.ROOT));
    }
    return this;
  }

  private InvalidParameterException unfit(String field, String type) {
    String id = definition().id();
    return new InvalidParameterException(
        role,
        new LocalText(
            "图层「%s」没有类型为 %s 的字段「%s」：请用参数 %s 换一个图层，或导入时用 --map %s=列名。"
                .formatted(id, type, field, role, field),
            ("Layer «%s» has no field of type %s named «%s»: name another layer by the parameter"
                    + " %s, or import it with --map %s=ITS_COLUMN.")
                .formatted(id, type, field, role, field),
            "བང་རིམ་ «%s» ནང་རིགས་ %s ཡི་ཁོངས་ «%s» མེད། ཞུགས་གྲངས་ %s ཡིས་གཞན་ཞིག་སྟོན་རོགས།"
                .formatted(id, type, field, role)));
  }

  /** The texts of a field, null where missing, and everywhere if there is no such text field. */
  public String[] texts(String field) {
    String[] texts = new String[size()];
    fill(
        field, (column, i, row) -> texts[i] = column instanceof TextColumn t ? t.value(row) : null);
    return texts;
  }

  /** The numbers of a field, NaN where missing, and everywhere if there is no such number field. */
  public double[] numbers(String field) {
    double[] numbers = new double[size()];
    Arrays.fill(numbers, Double.NaN);
    fill(field, (column, i, row) -> numbers[i] = number(column, row));
    return numbers;
  }

  private static double number(Column column, int row) {
    if (column instanceof RealColumn reals) {
      return reals.get(row);
    }
    return column instanceof WholeColumn wholes && !column.isNull(row)
        ? wholes.get(row)
        : Double.NaN;
  }

  /** The instants of a field in epoch milliseconds, a date being its first; NEVER where missing. */
  public long[] instants(String field) {
    long[] instants = new long[size()];
    Arrays.fill(instants, NEVER);
    fill(field, (column, i, row) -> instants[i] = instant(column, row));
    return instants;
  }

  private static long instant(Column column, int row) {
    if (!(column instanceof WholeColumn wholes) || column.isNull(row)) {
      return NEVER;
    }
    return switch (wholes.type()) {
      case INSTANT -> wholes.get(row);
      case DATE -> CommunityTime.startOf(java.time.LocalDate.ofEpochDay(wholes.get(row)));
      default -> NEVER;
    };
  }

  @FunctionalInterface
  private interface Reader {
    void read(Column column, int i, int row);
  }

  private void fill(String field, Reader reader) {
    OptionalInt index = definition().findIndex(field);
    if (index.isEmpty()) {
      return;
    }
    Column[] columns = Arrays.stream(blocks).map(columnAt(index.getAsInt())).toArray(Column[]::new);
    for (int i = 0; i < size(); i++) {
      reader.read(columns[blockOf[i]], i, rowOf[i]);
    }
  }

  private static Function<Block, Column> columnAt(int index) {
    return block -> block.column(index);
  }
}
