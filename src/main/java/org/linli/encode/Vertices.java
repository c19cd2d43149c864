package org.linli.encode;

import java.util.Arrays;

/** A run of positions in a tile's units, which grows and is used again. */
final class Vertices {
  private long[] xy = new long[64];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long x(int i) {
    return xy[2 * i];
  }

  long y(int i) {
    return xy[2 * i + 1];
  }

  void add(long x, long y) {
    if (2 * size == xy.length) {
      xy = Arrays.copyOf(xy, xy.length * 2);
    }
    xy[2 * size] = x;
    xy[2 * size + 1] = y;
    size++;
  }

  /** Adds a position unless it is nearer to the last one than so many units. */
  void addApart(long x, long y, long units) {
    if (size == 0 || units == 0 && !endsAt(x, y) || units > 0 && isApart(x, y, units)) {
      add(x, y);
    }
  }

  boolean endsAt(long x, long y) {
    return size > 0 && x(size - 1) == x && y(size - 1) == y;
  }

  private boolean isApart(long x, long y, long units) {
    return Math.max(Math.abs(x - x(size - 1)), Math.abs(y - y(size - 1))) >= units;
  }

  void removeLast() {
    size--;
  }

  /** Twice the area of a ring that is not closed; positive when it runs clockwise on a screen. */
  double doubleArea() {
    double area = 0;
    for (int i = 0, last = size - 1; i < size; last = i++) {
      area += (double) x(last) * y(i) - (double) x(i) * y(last);
    }
    return area;
  }

  void reverse() {
    for (int i = 0, j = size - 1; i < j; i++, j--) {
      swap(2 * i, 2 * j);
      swap(2 * i + 1, 2 * j + 1);
    }
  }

  private void swap(int i, int j) {
    long kept = xy[i];
    xy[i] = xy[j];
    xy[j] = kept;
  }
}
