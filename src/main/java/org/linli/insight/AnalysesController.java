package org.linli.insight;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.DerivedLayer;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** What analyses there are, what they find, and the layers they make. */
@Controller
final class AnalysesController {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Snapshots snapshots;
  private final Results results;
  private final Clock clock;

  AnalysesController(Snapshots snapshots, Results results, Clock clock) {
    this.snapshots = snapshots;
    this.results = results;
    this.clock = clock;
  }

  @GetMapping({"/api/analyses", "/staff/api/analyses"})
  Representation list(Audience audience, Parameters parameters) {
    parameters.requireOnly(Set.of());
    List<DefinitionDocument> analyses =
        Analyses.ALL.stream()
            .map(Analysis::definition)
            .map(
                one ->
                    DefinitionDocument.of(
                        one, audience, new Address(one.id(), audience).of(Map.of())))
            .toList();
    return json(Map.of("analyses", analyses));
  }

  @GetMapping({"/api/analyses/{id}", "/staff/api/analyses/{id}"})
  Representation result(@PathVariable String id, Audience audience, Parameters parameters) {
    Question question = question(id, audience, parameters);
    AnalysisResult result = results.answer(question);
    return json(ResultDocument.of(question, result, new Address(id, audience)));
  }

  @GetMapping({
    "/api/analyses/{id}/layers/{layer:[a-z][a-z0-9_]*}.geojson",
    "/staff/api/analyses/{id}/layers/{layer:[a-z][a-z0-9_]*}.geojson"
  })
  Representation layer(
      @PathVariable String id,
      @PathVariable String layer,
      Audience audience,
      Parameters parameters) {
    Question question = question(id, audience, parameters);
    DerivedLayer made =
        results.answer(question).layers().stream()
            .filter(one -> one.definition().id().equals(layer))
            .findFirst()
            .orElseThrow(() -> NotFoundException.ofLayer(layer));
    return GeoJson.of(question, made.view(audience));
  }

  private Question question(String id, Audience audience, Parameters parameters) {
    return Question.of(Analyses.get(id), parameters, audience, snapshots.current(), clock);
  }

  private static Representation json(Object document) {
    return new Representation.Document(
        "application/json", Map.of(), JSON.writeValueAsBytes(document));
  }
}
