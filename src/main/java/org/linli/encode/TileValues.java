package org.linli.encode;

import java.util.Arrays;
import org.linli.snapshot.PackedText;

/**
 * The values of one tile's layer, each written once and then known by its number (Mapbox Vector
 * Tile 2.1, 4.4). A value is looked up by where it comes from and a number, so that a text of a
 * column's dictionary is compared by its number alone. Used again for tile after tile.
 */
final class TileValues {
  /** Sources of values that are no texts; texts have the number of their column. */
  static final int WHOLES = -1;

  /** By their bits. */
  static final int REALS = -2;

  /** 1 for true, 0 for false. */
  static final int BOOLEANS = -3;

  /** By their epoch day; written as RFC 3339 text. */
  static final int DATES = -4;

  /** By their epoch millisecond; written as RFC 3339 text. */
  static final int INSTANTS = -5;

  private static final int VALUE = 4;
  private static final int STRING = 1;
  private static final int DOUBLE = 3;
  private static final int UINT = 5;
  private static final int SINT = 6;
  private static final int BOOL = 7;
  private static final int LAST_AGE = 1 << 30;

  /** Whole numbers from 0 to below this are not looked up but known by themselves. */
  private static final int SMALL_NUMBERS = 1 << 10;

  /** So are the texts of a dictionary that has no more. */
  private static final int SMALL_DICTIONARY = 1 << 14;

  private final ProtoBytes written = new ProtoBytes(1 << 12);
  private final byte[] scratch = new byte[Decimals.MAX_LENGTH];

  /**
   * Two longs for each slot: the number; and its source, above what the value's number is with the
   * age and 1 added. A slot whose second half is not above the age is free: a new tile ages the
   * table by as many values as the last had, and nothing need be wiped.
   */
  private long[] table = new long[1 << 10];

  /**
   * For each small number, and for each text of the small dictionaries, what its number is with the
   * age and 1 added; free like a slot if that is not above the age.
   */
  private final int[] smallNumbers = new int[SMALL_NUMBERS];

  private int[][] smallTexts = {};
  private int mask;
  private int age;
  private int looked;
  private int count;

  /** Forgets all values, for a tile of about so many features. */
  void begin(int expectedFeatures) {
    written.clear();
    age += count;
    if (age > LAST_AGE) {
      Arrays.fill(table, 0);
      Arrays.fill(smallNumbers, 0);
      smallTexts = new int[0][];
      age = 0;
    }
    count = 0;
    looked = 0;
    int slots = Integer.highestOneBit(Math.min(expectedFeatures, 1 << 16) + 64) * 8;
    if (2 * slots > table.length) {
      table = new long[2 * slots];
    }
    mask = slots - 1;
  }

  ProtoBytes written() {
    return written;
  }

  /** How many bytes of memory are held for the next tile. */
  long heldBytes() {
    long texts = Arrays.stream(smallTexts).mapToLong(marks -> marks.length).sum();
    return Long.BYTES * (long) table.length + Integer.BYTES * texts + written.bytes().length;
  }

  /** A text that was not written yet. */
  int unique(PackedText texts, int id) {
    writeText(texts.bytes(), texts.start(id), texts.length(id));
    return count++;
  }

  /**
   * Puts the number of a text in place of its id, along a column.
   *
   * @param column a number from 0 that stands for the dictionary
   * @param ids of texts; negative ones are left
   */
  void texts(int column, PackedText dictionary, int[] ids, int end) {
    if (dictionary.size() <= SMALL_DICTIONARY) {
      smallTexts(marks(column, dictionary.size()), dictionary, ids, end);
      return;
    }
    for (int n = 0; n < end; n++) {
      ids[n] = ids[n] < 0 ? ids[n] : text(column, dictionary, ids[n]);
    }
  }

  private int[] marks(int column, int size) {
    if (column >= smallTexts.length) {
      int known = smallTexts.length;
      smallTexts = Arrays.copyOf(smallTexts, column + 1);
      Arrays.fill(smallTexts, known, column + 1, new int[0]);
    }
    if (smallTexts[column].length < size) {
      smallTexts[column] = Arrays.copyOf(smallTexts[column], size);
    }
    return smallTexts[column];
  }

  private void smallTexts(int[] marks, PackedText dictionary, int[] ids, int end) {
    for (int n = 0; n < end; n++) {
      int id = ids[n];
      if (id >= 0 && marks[id] <= age) {
        marks[id] = age + 1 + unique(dictionary, id);
      }
      ids[n] = id < 0 ? id : marks[id] - age - 1;
    }
  }

  private int text(int column, PackedText dictionary, int id) {
    int slot = slot(column, id);
    if (!isFree(slot)) {
      return numberAt(slot);
    }
    writeText(dictionary.bytes(), dictionary.start(id), dictionary.length(id));
    return fill(slot, column, id);
  }

  /**
   * A value that is no text.
   *
   * @param source one of {@link #WHOLES} and those after it
   */
  int number(int source, long value) {
    if (source == WHOLES && value >= 0 && value < SMALL_NUMBERS) {
      return smallNumber((int) value);
    }
    int slot = slot(source, value);
    if (!isFree(slot)) {
      return numberAt(slot);
    }
    write(source, value);
    return fill(slot, source, value);
  }

  private int smallNumber(int value) {
    if (smallNumbers[value] <= age) {
      writeWhole(value);
      smallNumbers[value] = age + 1 + count++;
    }
    return smallNumbers[value] - age - 1;
  }

  private void write(int source, long value) {
    switch (source) {
      case REALS -> written.open(VALUE, 1 + Double.BYTES).real(DOUBLE, value);
      case BOOLEANS -> written.open(VALUE, 2).number(BOOL, value);
      case DATES -> writeText(scratch, 0, Calendars.date(scratch, 0, value));
      case INSTANTS -> writeText(scratch, 0, Calendars.instant(scratch, 0, value));
      default -> writeWhole(value);
    }
  }

  private void writeWhole(long value) {
    long coded = value < 0 ? ProtoBytes.zigZag(value) : value;
    written.open(VALUE, 1 + ProtoBytes.lengthOf(coded)).number(value < 0 ? SINT : UINT, coded);
  }

  private void writeText(byte[] utf8, int start, int length) {
    if (length <= ProtoBytes.MAX_SHORT) {
      written.shortBytes(VALUE, STRING, utf8, start, length);
    } else {
      written
          .open(VALUE, 1 + ProtoBytes.lengthOf(length) + length)
          .bytes(STRING, utf8, start, length);
    }
  }

  private boolean isFree(int slot) {
    return (int) table[2 * slot + 1] <= age;
  }

  private int numberAt(int slot) {
    return (int) table[2 * slot + 1] - age - 1;
  }

  /** Where a value is, or the free place where it belongs. */
  private int slot(int source, long number) {
    int slot = hash(source, number) & mask;
    while (!isFree(slot)
        && (table[2 * slot] != number || (int) (table[2 * slot + 1] >> 32) != source)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** Stafford's mix 13: the bits of doubles differ only at their upper end. */
  private static int hash(int source, long number) {
    long mixed = number + source * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return (int) (mixed ^ mixed >>> 31);
  }

  /** Numbers the value that is written now, and keeps the number where {@link #slot} said. */
  private int fill(int slot, int source, long number) {
    int place = slot;
    if (4 * ++looked > 3 * mask) {
      grow();
      place = slot(source, number);
    }
    table[2 * place] = number;
    table[2 * place + 1] = (long) source << 32 | age + 1 + count;
    return count++;
  }

  private void grow() {
    long[] old = table;
    int slots = mask + 1;
    table = new long[4 * slots];
    mask = 2 * slots - 1;
    for (int i = 0; i < slots; i++) {
      if ((int) old[2 * i + 1] > age) {
        int slot = slot((int) (old[2 * i + 1] >> 32), old[2 * i]);
        table[2 * slot] = old[2 * i];
        table[2 * slot + 1] = old[2 * i + 1];
      }
    }
  }
}
