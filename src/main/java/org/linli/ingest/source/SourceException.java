package org.linli.ingest.source;

import java.util.Locale;

/** The file as a whole cannot be imported; the issue says why, where, and what to do. */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ImportIssue issue;

  public SourceException(ImportIssue issue) {
    super(issue.message(Locale.ENGLISH));
    this.issue = issue;
  }

  public SourceException(ImportIssue issue, Throwable cause) {
    super(issue.message(Locale.ENGLISH), cause);
    this.issue = issue;
  }

  public ImportIssue issue() {
    return issue;
  }
}
