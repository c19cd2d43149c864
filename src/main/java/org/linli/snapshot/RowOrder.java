package org.linli.snapshot;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.linli.layer.LayerDefinition;
import org.linli.layer.SortKey;

/**
 * The order of rows by some fields, then by code. A missing value comes last. Texts are told apart
 * by their first {@value #TEXT_BYTES} bytes of UTF-8.
 *
 * <p>A place in the order is written as a text that says the values and the code of a row, so that
 * it stays a place when that row is changed or gone.
 */
final class RowOrder {
  static final int TEXT_BYTES = 200;
  private static final char BEFORE_CODE = ' ';

  private final List<SortKey> keys;
  private final List<SortColumn> columns;

  RowOrder(LayerDefinition layer, List<SortKey> keys, Block base, Block overlay) {
    this.keys = keys;
    this.columns =
        keys.stream().map(key -> SortColumn.of(key.field(), layer, base, overlay)).toList();
  }

  /** The place of a row: before it, when it is compared with itself. */
  Place of(Block block, int row) {
    List<SortValue> values = new ArrayList<>();
    columns.forEach(column -> values.add(column.value(block, row)));
    return new Place(values, PackedText.utf8(block.codes().get(row)));
  }

  /** The values of a row, with its code. */
  record Place(List<SortValue> values, byte[] code) {}

  int compare(Block block, int row, Block otherBlock, int otherRow) {
    for (int i = 0; i < keys.size(); i++) {
      int order =
          columns.get(i).compare(block, row, otherBlock, otherRow, keys.get(i).descending());
      if (order != 0) {
        return order;
      }
    }
    return block.codes().compare(row, otherBlock.codes(), otherRow);
  }

  int compare(Block block, int row, Place place) {
    for (int i = 0; i < keys.size(); i++) {
      SortValue value = columns.get(i).value(block, row);
      int order = value.compare(place.values().get(i), keys.get(i).descending());
      if (order != 0) {
        return order;
      }
    }
    return block.codes().compare(row, place.code());
  }

  static String written(Place place) {
    ByteBuffer bytes = ByteBuffer.allocate(place.values().size() * (3 + TEXT_BYTES));
    place.values().forEach(value -> value.writeTo(bytes));
    byte[] used = Arrays.copyOf(bytes.array(), bytes.position());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(used)
        + BEFORE_CODE
        + new String(place.code(), StandardCharsets.UTF_8);
  }

  /**
   * @throws IllegalArgumentException if it is no place of this order
   */
  Place read(String written) {
    int end = written.indexOf(BEFORE_CODE);
    if (end < 0) {
      throw new IllegalArgumentException("A place in an order names its values.");
    }
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(written.substring(0, end)));
    List<SortValue> values = new ArrayList<>();
    try {
      columns.forEach(column -> values.add(SortValue.readFrom(bytes)));
    } catch (BufferUnderflowException tooShort) {
      throw new IllegalArgumentException("A place in an order names all its values.", tooShort);
    }
    return new Place(values, PackedText.utf8(written.substring(end + 1)));
  }
}
