package org.linli.insight;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.linli.analysis.Analysis;
import org.linli.analysis.Cancellation;
import org.linli.catalogue.analyses.Analyses;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.Finding;
import org.linli.catalogue.analyses.Questions;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.Parameters;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where the next patrol should walk, to be looked at and to be taken along. For staff: it tells
 * where nobody was.
 */
@Controller
final class NextRoundController {
  private static final String ANALYSIS = "next_round";

  private final Snapshots snapshots;
  private final Questions questions;
  private final AnalysisRuns runs;

  NextRoundController(Snapshots snapshots, Questions questions, AnalysisRuns runs) {
    this.snapshots = snapshots;
    this.questions = questions;
    this.runs = runs;
  }

  /**
   * Takes the parameters of the analysis {@code next_round}: {@code start} as lon,lat, {@code
   * budget} in minutes, {@code speed} in km/h, {@code duty}, {@code community}, {@code post},
   * {@code stay}, {@code asOf} and the rest. Gives {@link NextRoundDocuments.Round}.
   */
  @GetMapping(NextRoundDocuments.ADDRESS)
  Representation round(Audience audience, Parameters parameters, Cancellation client) {
    return JsonDocument.of(NextRoundDocuments.of(find(Set.of(), audience, parameters, client)));
  }

  /** The same as GPX, with names in the request's language or that of {@code lang}. */
  @GetMapping(NextRoundDocuments.ADDRESS + ".gpx")
  Representation gpx(
      Audience audience, Parameters parameters, Locale language, Cancellation client) {
    Finding finding = find(Set.of("lang"), audience, parameters, client);
    return new Representation.Document(
        "application/gpx+xml",
        Map.of(
            "Content-Disposition",
            "attachment; filename=\"next-round.gpx\"",
            "Content-Language",
            language.toLanguageTag()),
        RoundGpx.of(finding, language));
  }

  private Finding find(
      Set<String> others, Audience audience, Parameters parameters, Cancellation client) {
    Analysis analysis = Analyses.get(ANALYSIS, audience);
    Set<String> allowed = new HashSet<>(Questions.parameters(analysis));
    allowed.addAll(others);
    parameters.requireOnly(allowed);
    return runs.find(questions.of(analysis, snapshots.current(), audience, parameters), client);
  }
}
