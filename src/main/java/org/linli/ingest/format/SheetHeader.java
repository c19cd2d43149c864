package org.linli.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the columns of a sheet get their names. Above the names there may be titles and remarks,
 * which are narrower than the table; below them there may be a second row of names, where cells of
 * the first were merged over several columns.
 *
 * @param firstRow the row of the names, as an index into the rows that were looked at
 * @param rows how many rows the names take, 1 or 2
 * @param names one a column; null where there is none
 */
record SheetHeader(int firstRow, int rows, List<String> names) {

  /**
   * @param start the sheet's first rows that are not empty, all of the same length; a value each
   *     cell, null where it is empty
   */
  static SheetHeader of(List<Object[]> start) {
    int widest = start.stream().mapToInt(SheetHeader::width).max().orElse(0);
    int first =
        IntStream.range(0, start.size())
            .filter(i -> isAllText(start.get(i)) && 2 * width(start.get(i)) > widest)
            .findFirst()
            .orElse(0);
    Object[] upper = start.get(first);
    if (first + 1 < start.size() && isSecondRow(upper, start.get(first + 1))) {
      return new SheetHeader(first, 2, names(upper, start.get(first + 1)));
    }
    return new SheetHeader(first, 1, names(upper, new Object[upper.length]));
  }

  private static int width(Object[] row) {
    return (int) Stream.of(row).filter(Objects::nonNull).count();
  }

  private static boolean isAllText(Object[] row) {
    return Stream.of(row).allMatch(cell -> cell == null || cell instanceof String);
  }

  /**
   * A merged cell has its text in its first column. So where the upper row goes on without text the
   * lower one has one, and where both have one the upper row goes on without.
   */
  private static boolean isSecondRow(Object[] upper, Object[] lower) {
    boolean merged = false;
    for (int i = 0; i < upper.length; i++) {
      boolean goesOn = i + 1 < upper.length && upper[i + 1] == null && lower[i + 1] != null;
      if (upper[i] != null && lower[i] != null && !goesOn) {
        return false;
      }
      merged |= i > 0 && upper[i] == null && lower[i] != null;
    }
    return merged && isAllText(lower);
  }

  private static List<String> names(Object[] upper, Object[] lower) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < upper.length; i++) {
      Object name = lower[i] != null ? lower[i] : upper[i];
      names.add(name == null ? null : name.toString());
    }
    return names;
  }
}
