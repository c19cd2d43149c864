package org.linli.ingest.format;

import java.util.List;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;

/** Decides which of a file's tables, sheets or parts is meant. */
final class TableChoice {

  private TableChoice() {}

  /**
   * The one that is named, in any case, or else the only one.
   *
   * @param names of which there is one at least
   * @throws SourceException if there is none of that name, or no name and several
   */
  static String of(List<String> names, Optional<String> wanted) {
    if (wanted.isPresent()) {
      return named(names, wanted.get());
    }
    if (names.size() > 1) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.WHICH_TABLE, String.join(", ", names)));
    }
    return names.get(0);
  }

  private static String named(List<String> names, String wanted) {
    if (names.contains(wanted)) {
      return wanted;
    }
    return names.stream()
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(
            () ->
                new SourceException(
                    ImportIssue.ofField(
                        IssueKind.NO_SUCH_TABLE, "table", wanted, String.join(", ", names))));
  }
}
