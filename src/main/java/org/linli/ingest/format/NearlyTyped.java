package org.linli.ingest.format;

import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.values.Misfit;

/** Tells of a column that is text for the sake of a few values. */
record NearlyTyped(String column) {

  /** Empty where nothing is lost: what is true or false reads the same as text. */
  Optional<ImportIssue> note(Misfit misfit) {
    return kind(misfit)
        .map(kind -> ImportIssue.ofValue(kind, misfit.row(), column, misfit.shown()));
  }

  private static Optional<IssueKind> kind(Misfit misfit) {
    return switch (misfit.type()) {
      case INTEGER, REAL -> Optional.of(IssueKind.NEARLY_NUMBERS);
      case DATE, INSTANT -> Optional.of(IssueKind.NEARLY_TIMES);
      case BOOLEAN, TEXT -> Optional.empty();
    };
  }
}
