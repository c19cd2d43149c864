package org.linli.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.layer.Audience;

/**
 * What an import, or a check, found and did.
 *
 * @param format such as {@code GeoJSON}; empty if the file could not be opened
 * @param encoding the text encoding it was read in
 * @param columns what became of each column: a field, {@code code}, {@code lon}, {@code lat},
 *     {@code geometry}, or nothing
 * @param newLayer whether the import made the layer
 * @param audience who may see the layer
 * @param issues the first thousand of each kind
 * @param issueTotals how many there are of each kind
 */
public record ImportReport(
    String layerId,
    String fileName,
    Outcome outcome,
    Optional<String> format,
    Optional<String> encoding,
    Optional<CrsUse> crs,
    Counts counts,
    Map<String, Optional<String>> columns,
    boolean newLayer,
    Audience audience,
    List<ImportIssue> issues,
    Map<IssueKind, Long> issueTotals,
    Duration took) {

  /** How it ended. */
  public enum Outcome {
    /** The rows are in the layer. */
    APPLIED,
    /** A check: they could be. */
    CHECKED,
    /** Nothing was written; the errors say why. */
    REFUSED,
    /** Nothing was written, because somebody stopped it. */
    CANCELLED
  }

  /**
   * Rows and what became of them: {@code read = accepted + leftOut + refused}. Where fixes became
   * tracks, {@code read = fixes + leftOut + refused}, and the accepted are tracks.
   *
   * @param fixes that are part of an accepted track
   * @param accepted what passed the checks
   * @param written the accepted if the import was applied, else 0
   * @param repaired of those accepted, how many had an invalid geometry
   * @param leftOut for a reason that is no error
   * @param refused each with an error
   */
  public record Counts(
      long read,
      long fixes,
      long accepted,
      long written,
      long repaired,
      long leftOut,
      long refused) {}

  /** The coordinate reference system that the coordinates were taken to be in. */
  public record CrsUse(String code, String name, Source source) {

    /** Why it was taken. */
    public enum Source {
      /** The person said so. */
      GIVEN,
      /** The file says so, or its format does. */
      DECLARED,
      /** Nobody says so; the numbers are longitudes and latitudes. */
      ASSUMED
    }
  }

  /** The same report, saying one thing more. */
  public ImportReport with(ImportIssue more) {
    List<ImportIssue> all = new ArrayList<>(issues);
    all.add(more);
    Map<IssueKind, Long> totals = new EnumMap<>(IssueKind.class);
    totals.putAll(issueTotals);
    totals.merge(more.kind(), 1L, Long::sum);
    return new ImportReport(
        layerId,
        fileName,
        outcome,
        format,
        encoding,
        crs,
        counts,
        columns,
        newLayer,
        audience,
        List.copyOf(all),
        totals,
        took);
  }

  public boolean isApplied() {
    return outcome == Outcome.APPLIED;
  }

  /** As one JSON object, with the words of the issues in {@code locale}. */
  public String toJson(Locale locale) {
    return ReportJson.of(this, locale);
  }

  /** For a terminal, in Chinese, English or Tibetan, at most so many issues of each kind. */
  public String toText(Locale locale, int issuesOfAKind) {
    return new ReportText(this, locale, issuesOfAKind).text();
  }
}
