package org.linli.gpkg;

import java.nio.ByteBuffer;

/**
 * The cells of one level of an R-tree, in order: for each a number (a row's, or that of a node one
 * level down) and a box as min x, max x, min y, max y.
 */
final class RTreeLevel {
  static final int CELL_BYTES = 24;

  private final long[] numbers;
  private final float[] boxes;
  private int size;

  RTreeLevel(int capacity) {
    numbers = new long[capacity];
    boxes = new float[4 * capacity];
  }

  int size() {
    return size;
  }

  long number(int cell) {
    return numbers[cell];
  }

  void add(long number, float[] from, int at) {
    numbers[size] = number;
    System.arraycopy(from, at, boxes, 4 * size, 4);
    size++;
  }

  /** Adds a cell for a node that holds the cells {@code first} to {@code end} of a lower level. */
  void addNode(long number, RTreeLevel lower, int first, int end) {
    float[] box = java.util.Arrays.copyOfRange(lower.boxes, 4 * first, 4 * first + 4);
    for (int cell = first + 1; cell < end; cell++) {
      box[0] = Math.min(box[0], lower.boxes[4 * cell]);
      box[1] = Math.max(box[1], lower.boxes[4 * cell + 1]);
      box[2] = Math.min(box[2], lower.boxes[4 * cell + 2]);
      box[3] = Math.max(box[3], lower.boxes[4 * cell + 3]);
    }
    add(number, box, 0);
  }

  void put(ByteBuffer node, int cell) {
    node.putLong(numbers[cell]);
    for (int edge = 0; edge < 4; edge++) {
      node.putFloat(boxes[4 * cell + edge]);
    }
  }
}
