package org.linli.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.linli.ingest.ImportReport.Counts;
import org.linli.ingest.ImportReport.Outcome;
import org.linli.ingest.source.SourceSchema;
import org.linli.layer.Audience;

/** The report of an import while it runs: whatever is known when it ends goes in. */
final class ReportDraft {
  private final ImportRequest request;
  private final IssueLog issues;
  private final RowTally tally;
  private Optional<TargetLayer> target = Optional.empty();
  private Optional<PreparedImport> prepared = Optional.empty();

  ReportDraft(ImportRequest request, IssueLog issues, RowTally tally) {
    this.request = request;
    this.issues = issues;
    this.tally = tally;
  }

  void setTarget(TargetLayer found) {
    target = Optional.of(found);
  }

  void setPrepared(PreparedImport done) {
    prepared = Optional.of(done);
  }

  ImportReport report(Outcome outcome, Duration took) {
    Optional<SourceSchema> schema = prepared.map(p -> p.reader().schema());
    return new ImportReport(
        request.layerId(),
        request.fileName(),
        outcome,
        schema.map(SourceSchema::format),
        schema.flatMap(SourceSchema::encoding),
        prepared.filter(p -> p.plan().definition().hasGeometry()).map(p -> p.crs().use()),
        counts(outcome),
        prepared.map(p -> p.plan().uses()).orElse(Map.of()),
        target.map(TargetLayer::isNew).orElse(false),
        target.map(TargetLayer::audience).orElse(Audience.STAFF),
        issues.kept(),
        issues.totals(),
        took);
  }

  private Counts counts(Outcome outcome) {
    long fixes =
        prepared
            .map(PreparedImport::reader)
            .filter(TrackReader.class::isInstance)
            .map(reader -> ((TrackReader) reader).fixesInTracks())
            .orElse(0L);
    boolean tracks =
        prepared.map(PreparedImport::reader).filter(TrackReader.class::isInstance).isPresent();
    long kept = tracks ? fixes : tally.accepted();
    return new Counts(
        kept + tally.leftOut() + tally.refused(),
        fixes,
        tally.accepted(),
        outcome == Outcome.APPLIED ? tally.accepted() : 0,
        tally.repaired(),
        tally.leftOut(),
        tally.refused());
  }
}
