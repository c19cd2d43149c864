package org.linli.insight;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Metric;
import org.linli.catalogue.analyses.Analyses;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.Finding;
import org.linli.catalogue.analyses.Question;
import org.linli.catalogue.analyses.Questions;
import org.linli.encode.Edition;
import org.linli.encode.GeoJsonEncoder;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.insight.DefinitionDocuments.AnalysisDocument;
import org.linli.layer.Audience;
import org.linli.layer.LayerQuery;
import org.linli.layer.LocalText;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the analyses are, what they find, and the rows behind their numbers. */
@Controller
final class AnalysesController {
  private static final String ANALYSES = "/api/analyses";
  private static final String BRIEF = "brief";
  private static final String GEOJSON = "application/geo+json";
  private static final byte[] NO_FEATURES =
      "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(StandardCharsets.UTF_8);

  private final Snapshots snapshots;
  private final Questions questions;
  private final AnalysisRuns runs;

  AnalysesController(Snapshots snapshots, Questions questions, AnalysisRuns runs) {
    this.snapshots = snapshots;
    this.questions = questions;
    this.runs = runs;
  }

  record AnalysisList(List<AnalysisDocument> analyses) {}

  @GetMapping({ANALYSES, "/staff" + ANALYSES})
  Representation list(Audience audience, Parameters parameters) {
    parameters.requireOnly(Set.of());
    DefinitionDocuments documents = new DefinitionDocuments(audience);
    return JsonDocument.of(
        new AnalysisList(
            Analyses.list(audience).stream().map(a -> documents.of(a.definition())).toList()));
  }

  /**
   * Takes the analysis' parameters, and for staff one a role, with a layer's id; with {@code
   * brief=true} the answer is without the numbers that take long.
   */
  @GetMapping({ANALYSES + "/{id}", "/staff" + ANALYSES + "/{id}"})
  Representation result(
      @PathVariable String id, Audience audience, Parameters parameters, Cancellation client) {
    Question question = question(Analyses.get(id, audience), audience, parameters, Set.of(BRIEF));
    boolean isBrief = parameters.oneOf(BRIEF, List.of("true", "false")).equals(Optional.of("true"));
    AnalysisResult result =
        isBrief || audience == Audience.PUBLIC
            ? runs.findBrief(question, client).brief(audience)
            : runs.find(question, client).result(audience);
    return JsonDocument.of(ResultDocuments.of(question, result, audience));
  }

  private Question question(
      Analysis analysis, Audience audience, Parameters parameters, Set<String> others) {
    Set<String> allowed = new HashSet<>(Questions.parameters(analysis));
    allowed.addAll(others);
    parameters.requireOnly(allowed);
    return questions.of(analysis, snapshots.current(), audience, parameters);
  }

  /** Takes {@code set} and {@code reason} beside the parameters of the analysis. */
  @GetMapping("/staff" + ANALYSES + "/{id}/metrics/{metric}/rows")
  Representation rows(
      @PathVariable String id,
      @PathVariable String metric,
      Audience audience,
      Parameters parameters,
      Cancellation client) {
    Analysis analysis = Analyses.get(id, audience);
    Question question = question(analysis, audience, parameters, RowsAsked.PARAMETERS);
    Finding finding = runs.find(question, client);
    Metric found =
        finding.result(audience).metrics().stream()
            .filter(each -> each.id().equals(metric))
            .findFirst()
            .orElseThrow(() -> absent(analysis, Parameters.shown(metric)));
    return RowsAsked.view(RowsAsked.of(found, parameters), finding.question())
        .map(this::collection)
        .orElseGet(() -> new Representation.Document(GEOJSON, Map.of(), NO_FEATURES.clone()));
  }

  private Representation collection(LayerView rows) {
    return new Representation.Encoded(
        GEOJSON,
        Map.of(),
        Edition.of(snapshots.current().storeId(), rows, "geojson", GeoJsonEncoder.REVISION),
        true,
        out -> GeoJsonEncoder.to(out, rows).collection(rows.rows(LayerQuery.ALL)));
  }

  private static NotFoundException absent(Analysis analysis, String metric) {
    String id = analysis.definition().id();
    String metrics =
        String.join(", ", analysis.definition().metrics().stream().map(m -> m.id()).toList());
    return new NotFoundException(
        new LocalText(
            "分析「" + id + "」没有指标「" + metric + "」。可用的指标：" + metrics + "。",
            "Analysis " + id + " has no metric «" + metric + "». It has: " + metrics + ".",
            "དབྱེ་ཞིབ་ «" + id + "» ལ་ «" + metric + "» མེད། ཡོད་པ། " + metrics));
  }
}
