package org.linli.ingest.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.linli.geo.Finding;

/**
 * One thing that an import has to say about its file.
 *
 * @param row the line of a text file, the row of a sheet, or the feature's number, from 1; none if
 *     it is about the whole file
 * @param field the column, field or member it is about
 * @param details what the words of the kind leave open
 * @param finding what a check of the coordinates or the geometry found
 */
public record ImportIssue(
    IssueKind kind,
    OptionalLong row,
    Optional<String> field,
    List<String> details,
    Optional<Finding> finding) {
  private static final int LONGEST_DETAIL = 200;

  public ImportIssue {
    details = details.stream().map(ImportIssue::shortened).toList();
  }

  private static String shortened(String detail) {
    return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
  }

  public static ImportIssue ofFile(IssueKind kind, Object... details) {
    return of(kind, OptionalLong.empty(), Optional.empty(), details);
  }

  public static ImportIssue ofField(IssueKind kind, String field, Object... details) {
    return of(kind, OptionalLong.empty(), Optional.of(field), details);
  }

  public static ImportIssue ofRow(IssueKind kind, long row, Object... details) {
    return of(kind, OptionalLong.of(row), Optional.empty(), details);
  }

  public static ImportIssue ofValue(IssueKind kind, long row, String field, Object... details) {
    return of(kind, OptionalLong.of(row), Optional.of(field), details);
  }

  private static ImportIssue of(
      IssueKind kind, OptionalLong row, Optional<String> field, Object... details) {
    List<String> texts = Arrays.stream(details).map(String::valueOf).toList();
    return new ImportIssue(kind, row, field, texts, Optional.empty());
  }

  /** The same issue, with what a check found as its reason. */
  public ImportIssue because(Finding reason) {
    return new ImportIssue(kind, row, field, details, Optional.of(reason));
  }

  public Severity severity() {
    return kind.severity();
  }

  /** What is wrong. */
  public String message(Locale locale) {
    return IssueWords.in(locale).message(this);
  }

  /** What to do about it; empty where there is nothing to do. */
  public String cure(Locale locale) {
    return IssueWords.in(locale).cure(this);
  }
}
