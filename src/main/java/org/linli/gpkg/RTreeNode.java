package org.linli.gpkg;

import java.nio.ByteBuffer;

/**
 * The cells of an R-tree's node that is being filled: for each a number (a row's, or that of a node
 * one level down) and a box as min x, max x, min y, max y.
 */
final class RTreeNode {
  static final int CELL_BYTES = 24;

  private final long[] numbers;
  private final float[] boxes;
  private int size;

  RTreeNode(int capacity) {
    numbers = new long[capacity];
    boxes = new float[4 * capacity];
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == numbers.length;
  }

  long number(int cell) {
    return numbers[cell];
  }

  void add(long number, float[] from, int at) {
    numbers[size] = number;
    System.arraycopy(from, at, boxes, 4 * size, 4);
    size++;
  }

  void clear() {
    size = 0;
  }

  /** The box of all cells. */
  float[] box() {
    float[] box = {boxes[0], boxes[1], boxes[2], boxes[3]};
    for (int cell = 1; cell < size; cell++) {
      box[0] = Math.min(box[0], boxes[4 * cell]);
      box[1] = Math.max(box[1], boxes[4 * cell + 1]);
      box[2] = Math.min(box[2], boxes[4 * cell + 2]);
      box[3] = Math.max(box[3], boxes[4 * cell + 3]);
    }
    return box;
  }

  void put(ByteBuffer node, int cell) {
    node.putLong(numbers[cell]);
    for (int edge = 0; edge < 4; edge++) {
      node.putFloat(boxes[4 * cell + edge]);
    }
  }
}
