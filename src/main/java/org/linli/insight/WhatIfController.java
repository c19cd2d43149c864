package org.linli.insight;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.analysis.Alternative;
import org.linli.analysis.Analysis;
import org.linli.analysis.Cancellation;
import org.linli.analysis.LayerRole;
import org.linli.analysis.Parameter;
import org.linli.catalogue.analyses.Analyses;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.Finding;
import org.linli.catalogue.analyses.Question;
import org.linli.catalogue.analyses.Questions;
import org.linli.encode.JsonDocument;
import org.linli.encode.Representation;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.LocalText;
import org.linli.layer.Parameters;
import org.linli.layer.RefusedException;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What an analysis would find if something were otherwise; nothing is. For staff. */
@Controller
final class WhatIfController {
  private static final int LARGEST_BODY_BYTES = 4 << 20;

  private final Snapshots snapshots;
  private final Questions questions;
  private final AnalysisRuns runs;

  WhatIfController(Snapshots snapshots, Questions questions, AnalysisRuns runs) {
    this.snapshots = snapshots;
    this.questions = questions;
    this.runs = runs;
  }

  /**
   * Takes the analysis' parameters, and {@link Changes} as the body. Both are looked at from the
   * same moment: the one asked for, else the end of the last walk that is drawn, else now.
   */
  @PostMapping("/staff/api/analyses/{id}/what-if")
  Representation whatIf(
      @PathVariable String id,
      HttpServletRequest request,
      Audience audience,
      Parameters parameters,
      Cancellation client)
      throws IOException {
    Analysis analysis = Analyses.get(id, audience);
    parameters.requireOnly(Questions.parameters(analysis));
    PortalSnapshot portal = snapshots.current();
    Question asked = questions.of(analysis, portal, audience, parameters);
    Changes changes = Changes.of(body(request), changeable(asked), duty(asked));
    Question question = at(changes, asked, portal, audience, parameters);
    Finding before = runs.findBrief(question, client);
    Alternative after = runs.findIf(changes.layers(), before, client);
    return JsonDocument.of(WhatIfDocuments.of(before, after));
  }

  /** Every role's layer; one without a layer may still get its first features. */
  private static Map<String, LayerView> changeable(Question question) {
    Map<String, LayerView> layers = new TreeMap<>(question.layers());
    for (LayerRole role : question.analysis().definition().roles()) {
      BuiltInLayers.find(role.standard())
          .ifPresent(
              layer -> layers.putIfAbsent(role.name(), LayerView.empty(layer, Audience.STAFF)));
    }
    return layers;
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST_BODY_BYTES + 1);
    if (body.length > LARGEST_BODY_BYTES) {
      throw new RefusedException(
          413,
          new LocalText(
              "改动太大：请求体至多 4 MB。",
              "The changes are too large: the body may be 4 MB.",
              "བཟོ་བཅོས་ཆེ་དྲགས། 4 MB ལས་མི་བརྒལ་བ།"));
    }
    return body;
  }

  /** What a drawn walk is that does not say it: what keeps the duty that is looked at. */
  private static String duty(Question question) {
    return Optional.ofNullable(question.values().asMap().get("duty"))
        .map(Object::toString)
        .orElse("");
  }

  private Question at(
      Changes changes,
      Question asked,
      PortalSnapshot portal,
      Audience audience,
      Parameters parameters) {
    if (parameters.find(Parameter.AS_OF).isPresent() || changes.lastWalkEnds().isEmpty()) {
      return asked;
    }
    Map<String, List<String>> later = new LinkedHashMap<>();
    parameters.names().forEach(name -> later.put(name, parameters.list(name)));
    later.put(Parameter.AS_OF, List.of(changes.lastWalkEnds().get().toString()));
    return questions.of(asked.analysis(), portal, audience, new Parameters(later));
  }
}
