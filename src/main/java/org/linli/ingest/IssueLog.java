package org.linli.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.Severity;

/** Keeps the first issues of each kind, and counts all of them. */
final class IssueLog {
  private static final int KEPT_OF_A_KIND = 1_000;
  private final List<ImportIssue> kept = new ArrayList<>();

  /** Asked by the thread that writes while the one that checks adds. */
  private volatile boolean errors;

  private final Map<IssueKind, Long> totals = new EnumMap<>(IssueKind.class);

  void add(ImportIssue issue) {
    if (totals.merge(issue.kind(), 1L, Long::sum) <= KEPT_OF_A_KIND) {
      kept.add(issue);
    }
    errors |= issue.severity() == Severity.ERROR;
  }

  void addAll(List<ImportIssue> issues) {
    issues.forEach(this::add);
  }

  List<ImportIssue> kept() {
    return List.copyOf(kept);
  }

  Map<IssueKind, Long> totals() {
    return new EnumMap<>(totals);
  }

  boolean hasErrors() {
    return errors;
  }
}
