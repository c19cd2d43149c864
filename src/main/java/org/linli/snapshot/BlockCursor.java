package org.linli.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;

/** Walks the matching rows of one block in ascending order. */
final class BlockCursor implements Comparable<BlockCursor> {
  private static final int SHORTEST_RUN = 64;
  private static final int LONGEST_RUN = 4096;

  private final Block block;
  private final RowTest filter;

  /** The rows that the index gave, ascending; null when every row is a candidate. */
  private final int[] candidates;

  private final int end;
  private int position = -1;

  /** What the filter said of a run of rows, from one on to before another. */
  private byte[] values = {};

  private int runStart;
  private int runEnd;

  /**
   * @param windows one of which a row's geometry touches, if it has one; none asks nothing
   * @param reach windows of which a row's box must touch one for the filter to be true; empty when
   *     the filter has no such
   */
  BlockCursor(Block block, RowTest filter, List<Bounds> windows, Optional<List<Bounds>> reach) {
    this(block, filter, candidates(block, windows, reach));
  }

  private static int[] candidates(Block block, List<Bounds> windows, Optional<List<Bounds>> reach) {
    if (!windows.isEmpty()) {
      return inWindows(block, windows);
    }
    return reach.map(boxes -> nearWindows(block, boxes)).orElse(null);
  }

  private BlockCursor(Block block, RowTest filter, int[] candidates) {
    this.block = block;
    this.filter = filter;
    this.candidates = candidates;
    this.end = candidates == null ? block.size() : candidates.length;
  }

  static BlockCursor none(Block block) {
    return new BlockCursor(block, RowTest.always(RowTest.FALSE), new int[0]);
  }

  private static int[] inWindows(Block block, List<Bounds> windows) {
    RowList rows = new RowList();
    IntStream.of(block.geometries().unplaced()).forEach(rows::add);
    for (Bounds window : windows) {
      BoxTest exact = new BoxTest(block.geometries(), window);
      block
          .tree()
          .search(
              exact.minX(),
              exact.minY(),
              exact.maxX(),
              exact.maxY(),
              row -> {
                if (exact.touches(row)) {
                  rows.add(row);
                }
              });
    }
    return rows.ascending();
  }

  /** The rows whose boxes touch a window, or all but touch it. */
  private static int[] nearWindows(Block block, List<Bounds> windows) {
    RowList rows = new RowList();
    for (Bounds window : windows) {
      block
          .tree()
          .search(
              CoordinateGrid.fromDegrees(window.minX()) - 1,
              CoordinateGrid.fromDegrees(window.minY()) - 1,
              CoordinateGrid.fromDegrees(window.maxX()) + 1,
              CoordinateGrid.fromDegrees(window.maxY()) + 1,
              rows::add);
    }
    return rows.ascending();
  }

  private static final class RowList {
    private int[] rows = new int[64];
    private int size;

    void add(int row) {
      if (size == rows.length) {
        rows = Arrays.copyOf(rows, size * 2);
      }
      rows[size++] = row;
    }

    int[] ascending() {
      Arrays.sort(rows, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (kept == 0 || rows[kept - 1] != rows[i]) {
          rows[kept++] = rows[i];
        }
      }
      return Arrays.copyOf(rows, kept);
    }
  }

  Block block() {
    return block;
  }

  int row() {
    return hasRow() ? at(position) : -1;
  }

  private int at(int index) {
    return candidates == null ? index : candidates[index];
  }

  boolean hasRow() {
    return position >= 0 && position < end;
  }

  void next() {
    position = firstFrom(Math.min(position + 1, end));
  }

  /** The first place of a matching row, from a place on. */
  private int firstFrom(int place) {
    return candidates == null ? firstInRuns(place) : firstCandidate(place);
  }

  private int firstCandidate(int place) {
    int at = place;
    while (at < end && !matches(candidates[at])) {
      at++;
    }
    return at;
  }

  private boolean matches(int row) {
    return block.isLive(row) && filter.test(row) == RowTest.TRUE;
  }

  private int firstInRuns(int start) {
    int row = start;
    while (row < end) {
      if (row >= runEnd || row < runStart) {
        run(row);
      }
      row = firstTrue(row);
      if (row < runEnd && block.isLive(row)) {
        return row;
      }
      row = Math.min(row + 1, runEnd);
    }
    return end;
  }

  /** The first row of the run that the filter is true of, from one on; the run's end if none is. */
  private int firstTrue(int start) {
    int count = runEnd - runStart;
    int i = start - runStart;
    while (i <= count - Long.BYTES) {
      long trues = EightValues.trues(EightValues.get(values, i));
      if (trues != 0) {
        return runStart + i + EightValues.first(trues);
      }
      i += Long.BYTES;
    }
    while (i < count && values[i] != RowTest.TRUE) {
      i++;
    }
    return runStart + i;
  }

  /** Tests the rows from one on: few at first, since a page may need no more. */
  private void run(int row) {
    if (values.length < LONGEST_RUN) {
      values = new byte[Math.max(SHORTEST_RUN, values.length * 2)];
    }
    runStart = row;
    runEnd = Math.min(end, row + values.length);
    filter.run(row, runEnd - row, values);
  }

  /** Puts the cursor just before the first row whose code is greater. */
  void seekAfter(byte[] code) {
    int found = block.codes().binarySearch(code);
    int firstAfter = found >= 0 ? found + 1 : -found - 1;
    if (candidates == null) {
      position = firstAfter - 1;
    } else {
      int index = Arrays.binarySearch(candidates, firstAfter);
      position = (index >= 0 ? index : -index - 1) - 1;
    }
  }

  /** Gives every matching row, wherever the cursor is. */
  void forEachRow(IntConsumer found) {
    for (int i = firstFrom(0); i < end; i = firstFrom(i + 1)) {
      found.accept(at(i));
    }
  }

  long countAll() {
    long count = 0;
    for (int i = firstFrom(0); i < end; i = firstFrom(i + 1)) {
      count++;
    }
    return count;
  }

  @Override
  public int compareTo(BlockCursor other) {
    PackedText codes = other.block.codes();
    return block.codes().compare(row(), codes, other.row());
  }
}
