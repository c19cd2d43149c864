package org.linli.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateEvidence;
import org.linli.geo.CoordinateGuard;
import org.linli.geo.CoordinateSample;
import org.linli.geo.Crs;
import org.linli.geo.UnknownCrsException;
import org.linli.geo.Verdict;
import org.linli.ingest.ImportReport.CrsUse;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.ingest.source.SourceSchema.DeclaredCrs;

/**
 * The coordinate reference system that a file's numbers are taken to be in.
 *
 * @param notes what the person should know of the choice
 */
record CrsChoice(Crs crs, CrsUse.Source source, List<ImportIssue> notes) {

  /**
   * @param given the system that the person names
   * @param declared the system that the file names
   * @param columns the names of the columns that the positions came from
   * @param known where the layers that are there lie
   * @throws SourceException if a name is not understood, or the numbers are not what they are said
   *     to be
   */
  static CrsChoice of(
      Optional<String> given,
      Optional<DeclaredCrs> declared,
      CoordinateSample sample,
      List<String> columns,
      Optional<Bounds> known) {
    Optional<Crs> byPerson = given.map(CrsChoice::parsed);
    Optional<Crs> byFile =
        byPerson.isPresent()
            ? Optional.empty()
            : declared.map(DeclaredCrs::text).map(CrsChoice::parsed);
    Verdict verdict =
        CoordinateGuard.judge(new CoordinateEvidence(sample, byFile, byPerson, known, columns));
    if (verdict instanceof Verdict.Suspect suspect) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.SUSPECT_COORDINATES).because(suspect.why()));
    }
    List<ImportIssue> notes = new ArrayList<>();
    if (verdict instanceof Verdict.Declared taken) {
      taken
          .caution()
          .ifPresent(
              caution -> notes.add(ImportIssue.ofFile(IssueKind.CRS_CAUTION).because(caution)));
      return new CrsChoice(
          taken.crs(), byPerson.isPresent() ? CrsUse.Source.GIVEN : CrsUse.Source.DECLARED, notes);
    }
    Verdict.Assumed assumed = (Verdict.Assumed) verdict;
    notes.add(ImportIssue.ofFile(IssueKind.CRS_ASSUMED, assumed.crs()).because(assumed.why()));
    return new CrsChoice(assumed.crs(), CrsUse.Source.ASSUMED, notes);
  }

  private static Crs parsed(String name) {
    try {
      return Crs.parse(name);
    } catch (UnknownCrsException unknown) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.UNKNOWN_CRS, unknown.getMessage()), unknown);
    }
  }

  CrsUse use() {
    return new CrsUse(crs.toString(), crs.name(), source);
  }
}
