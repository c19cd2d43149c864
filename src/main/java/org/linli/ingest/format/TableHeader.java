package org.linli.ingest.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** The names in a table's first row, made different from each other and none of them empty. */
final class TableHeader {

  private TableHeader() {}

  /**
   * @throws SourceException if there are more columns than any table needs
   */
  static List<String> of(List<String> cells) {
    if (cells.size() > SourceLimits.MOST_COLUMNS) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.TOO_MANY_COLUMNS, SourceLimits.MOST_COLUMNS));
    }
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = cells.get(i) == null ? "" : cells.get(i).strip();
      names.add(unique(name.isEmpty() ? "column_" + (i + 1) : name, taken));
    }
    return names;
  }

  private static String unique(String name, Set<String> taken) {
    String candidate = name;
    for (int n = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); n++) {
      candidate = name + "_" + n;
    }
    return candidate;
  }
}
