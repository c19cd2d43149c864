package org.linli.ingest;

import java.util.Optional;
import org.linli.ingest.mapping.RowValues;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.Severity;
import org.linli.ingest.source.SourceRow;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;

/** Makes features of rows, and counts and explains those that become none. */
final class FeatureMaker {
  private final boolean needsPlace;
  private final PlaceMaker places;
  private final CodeMaker codes;
  private final RowValues values;
  private final IssueLog issues;
  private final RowTally tally;

  FeatureMaker(
      GeometryType geometry,
      PlaceMaker places,
      CodeMaker codes,
      RowValues values,
      IssueLog issues,
      RowTally tally) {
    this.needsPlace = geometry != GeometryType.NONE;
    this.places = places;
    this.codes = codes;
    this.values = values;
    this.issues = issues;
    this.tally = tally;
  }

  /** Logs what the reader has to say, and counts the row that it did not hand over. */
  void issue(ImportIssue issue) {
    issues.add(issue);
    if (issue.row().isPresent() && issue.severity() == Severity.ERROR) {
      tally.refuse();
    } else if (issue.row().isPresent() && issue.severity() == Severity.LEFT_OUT) {
      tally.leaveOut();
    }
  }

  Optional<Feature> make(SourceRow row) {
    Place place = places.place(row);
    if (place instanceof Place.Nowhere && needsPlace) {
      issues.add(ImportIssue.ofRow(IssueKind.NO_PLACE, row.number()));
      tally.leaveOut();
      return Optional.empty();
    }
    Optional<Object[]> fields = values.read(row, issues::add);
    if (place instanceof Place.Refused || fields.isEmpty()) {
      tally.refuse();
      return Optional.empty();
    }
    Optional<String> code = codes.code(row);
    if (code.isEmpty()) {
      tally.refuse();
      return Optional.empty();
    }
    tally.accept();
    if (!(place instanceof Place.At at)) {
      return Optional.of(new Feature(code.get(), null, fields.get()));
    }
    if (at.repaired()) {
      tally.repair();
    }
    return Optional.of(new Feature(code.get(), at.geometry(), fields.get()));
  }
}
