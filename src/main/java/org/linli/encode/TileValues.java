package org.linli.encode;

import org.linli.snapshot.PackedText;

/**
 * The values of one tile's layer, each written once and then known by its number (Mapbox Vector
 * Tile 2.1, 4.4). A value is looked up by where it comes from and a number, so that a text of a
 * column's dictionary is compared by its number alone.
 */
final class TileValues {
  private static final int VALUE = 4;
  private static final int STRING = 1;
  private static final int DOUBLE = 3;
  private static final int UINT = 5;
  private static final int SINT = 6;
  private static final int BOOL = 7;

  /** Sources of values that are no texts; texts have the number of their column. */
  private static final int WHOLES = -1;

  private static final int REALS = -2;
  private static final int BOOLEANS = -3;
  private static final int DATES = -4;
  private static final int INSTANTS = -5;

  private final ProtoBytes written;
  private final byte[] scratch = new byte[Decimals.MAX_LENGTH];
  private int[] sources;
  private long[] numbers;
  private int[] slots;
  private int looked;
  private int count;

  TileValues(int expectedFeatures) {
    int capacity = Integer.highestOneBit(Math.min(expectedFeatures, 1 << 16) + 64) * 8;
    written = new ProtoBytes(capacity * 8);
    sources = new int[capacity];
    numbers = new long[capacity];
    slots = new int[capacity];
  }

  ProtoBytes written() {
    return written;
  }

  /** A text that no other feature has. */
  int unique(PackedText texts, int id) {
    writeText(texts.bytes(), texts.start(id), texts.length(id));
    return count++;
  }

  /**
   * @param column a number from 0 that stands for the dictionary
   */
  int text(int column, PackedText dictionary, int id) {
    int slot = slot(column, id);
    if (slots[slot] == 0) {
      fill(slot, column, id);
      writeText(dictionary.bytes(), dictionary.start(id), dictionary.length(id));
    }
    return slots[slot] - 1;
  }

  int whole(long value) {
    int slot = slot(WHOLES, value);
    if (slots[slot] == 0) {
      fill(slot, WHOLES, value);
      long coded = value < 0 ? ProtoBytes.zigZag(value) : value;
      written.open(VALUE, 1 + ProtoBytes.lengthOf(coded)).number(value < 0 ? SINT : UINT, coded);
    }
    return slots[slot] - 1;
  }

  int real(double value) {
    long bits = Double.doubleToLongBits(value);
    int slot = slot(REALS, bits);
    if (slots[slot] == 0) {
      fill(slot, REALS, bits);
      written.open(VALUE, 1 + Double.BYTES).real(DOUBLE, value);
    }
    return slots[slot] - 1;
  }

  int bool(boolean value) {
    int number = value ? 1 : 0;
    int slot = slot(BOOLEANS, number);
    if (slots[slot] == 0) {
      fill(slot, BOOLEANS, number);
      written.open(VALUE, 2).number(BOOL, number);
    }
    return slots[slot] - 1;
  }

  /** A date as RFC 3339 text, by its epoch day. */
  int date(long epochDay) {
    int slot = slot(DATES, epochDay);
    if (slots[slot] == 0) {
      fill(slot, DATES, epochDay);
      writeText(scratch, 0, Calendars.date(scratch, 0, epochDay));
    }
    return slots[slot] - 1;
  }

  /** An instant as RFC 3339 text, by its epoch millisecond. */
  int instant(long epochMillis) {
    int slot = slot(INSTANTS, epochMillis);
    if (slots[slot] == 0) {
      fill(slot, INSTANTS, epochMillis);
      writeText(scratch, 0, Calendars.instant(scratch, 0, epochMillis));
    }
    return slots[slot] - 1;
  }

  private void writeText(byte[] utf8, int start, int length) {
    written
        .open(VALUE, 1 + ProtoBytes.lengthOf(length) + length)
        .bytes(STRING, utf8, start, length);
  }

  /** Where a value is, or the free place where it belongs. */
  private int slot(int source, long number) {
    if (2 * looked >= slots.length) {
      grow();
    }
    return probe(source, number);
  }

  private int probe(int source, long number) {
    int mask = slots.length - 1;
    int slot = hash(source, number) & mask;
    while (slots[slot] != 0 && (sources[slot] != source || numbers[slot] != number)) {
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

  /** Slots hold the value's number plus one; zero is free. */
  private void fill(int slot, int source, long number) {
    sources[slot] = source;
    numbers[slot] = number;
    slots[slot] = ++count;
    looked++;
  }

  private void grow() {
    int[] oldSources = sources;
    long[] oldNumbers = numbers;
    int[] oldSlots = slots;
    sources = new int[oldSlots.length * 2];
    numbers = new long[oldSlots.length * 2];
    slots = new int[oldSlots.length * 2];
    for (int i = 0; i < oldSlots.length; i++) {
      if (oldSlots[i] != 0) {
        int slot = probe(oldSources[i], oldNumbers[i]);
        sources[slot] = oldSources[i];
        numbers[slot] = oldNumbers[i];
        slots[slot] = oldSlots[i];
      }
    }
  }
}
