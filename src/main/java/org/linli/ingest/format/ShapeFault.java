package org.linli.ingest.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;

/** What is written where a geometry should be is none. */
final class ShapeFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final IssueKind kind;
  private final transient List<String> details;

  /** Without a stack trace: a file may have as many of these as rows. */
  ShapeFault(IssueKind kind, Object... details) {
    super(kind.key(), null, false, false);
    this.kind = kind;
    this.details = java.util.Arrays.stream(details).map(String::valueOf).toList();
  }

  ImportIssue at(long row, String field) {
    return new ImportIssue(
        kind, OptionalLong.of(row), Optional.of(field), details, Optional.empty());
  }
}
