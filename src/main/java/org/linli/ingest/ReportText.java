package org.linli.ingest;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;

/** Writes a report for a terminal. */
final class ReportText {
  private final ImportReport report;
  private final Locale locale;
  private final int issuesOfAKind;
  private final ResourceBundle words;
  private final StringBuilder text = new StringBuilder();

  ReportText(ImportReport report, Locale locale, int issuesOfAKind) {
    this.report = report;
    this.locale = List.of("en", "bo").contains(locale.getLanguage()) ? locale : Locale.CHINESE;
    this.issuesOfAKind = issuesOfAKind;
    this.words = ResourceBundle.getBundle("org.linli.ingest.report", this.locale);
  }

  String text() {
    line("outcome." + report.outcome().name(), report.fileName(), report.layerId());
    report.format().ifPresent(this::aboutFile);
    if (report.newLayer() && !isNothingDone()) {
      line("audience." + report.audience().name());
    }
    columns();
    for (IssueKind kind : report.issueTotals().keySet()) {
      if (kind != IssueKind.NEW_LAYER_IS_PUBLIC || !isNothingDone()) {
        issues(kind);
      }
    }
    return text.toString();
  }

  /** A layer that was not made is nobody's to see. */
  private boolean isNothingDone() {
    return List.of(ImportReport.Outcome.REFUSED, ImportReport.Outcome.CANCELLED)
        .contains(report.outcome());
  }

  private void aboutFile(String format) {
    String encoding = report.encoding().map(name -> " (" + name + ")").orElse("");
    line("format", format + encoding);
    report
        .crs()
        .ifPresent(crs -> line("crs", crs.code(), crs.name(), word("crs." + crs.source().name())));
    ImportReport.Counts counts = report.counts();
    line(
        counts.fixes() > 0 ? "tracks" : "rows",
        counts.read(),
        report.isApplied() ? counts.written() : counts.accepted(),
        counts.repaired(),
        counts.leftOut(),
        counts.refused(),
        counts.fixes());
  }

  private void columns() {
    String used =
        report.columns().entrySet().stream()
            .filter(use -> use.getValue().isPresent())
            .map(use -> use.getKey() + " → " + use.getValue().get())
            .collect(Collectors.joining(", "));
    if (!used.isEmpty()) {
      line("columns", used);
    }
  }

  private void issues(IssueKind kind) {
    report.issues().stream()
        .filter(issue -> issue.kind() == kind)
        .limit(issuesOfAKind)
        .forEach(this::issue);
    long more = report.issueTotals().get(kind) - issuesOfAKind;
    if (more > 0) {
      line("more", more, kind.key());
    }
  }

  private void issue(ImportIssue issue) {
    String place = issue.row().isPresent() ? filled("row", issue.row().getAsLong()) + " " : "";
    String field = issue.field().map(name -> "[" + name + "] ").orElse("");
    String cure = issue.cure(locale);
    text.append(word("severity." + issue.severity().name()))
        .append(' ')
        .append(place)
        .append(field)
        .append(issue.message(locale))
        .append(cure.isEmpty() ? "" : " → " + cure)
        .append('\n');
  }

  private void line(String key, Object... arguments) {
    text.append(filled(key, arguments)).append('\n');
  }

  private String filled(String key, Object... arguments) {
    String line = word(key);
    for (int i = 0; i < arguments.length; i++) {
      line = line.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return line;
  }

  private String word(String key) {
    return words.getString(key);
  }
}
