package org.linli.ingest.mapping;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceColumn;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.values.ColumnNames;

/** Finds a column that a person names. */
public final class ColumnIndex {

  private ColumnIndex() {}

  /**
   * The column of exactly this name, or else of the same name written another way.
   *
   * @throws SourceException if there is none; the issue lists those there are
   */
  public static int get(List<SourceColumn> columns, String name) {
    OptionalInt exact = find(columns, name);
    if (exact.isPresent()) {
      return exact.getAsInt();
    }
    String plain = ColumnNames.plain(name);
    return IntStream.range(0, columns.size())
        .filter(i -> ColumnNames.plain(columns.get(i).name()).equals(plain))
        .findFirst()
        .orElseThrow(
            () ->
                new SourceException(
                    ImportIssue.ofField(
                        IssueKind.NO_SUCH_COLUMN,
                        name,
                        columns.stream()
                            .map(SourceColumn::name)
                            .collect(Collectors.joining(", ")))));
  }

  private static OptionalInt find(List<SourceColumn> columns, String name) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(name))
        .findFirst();
  }
}
