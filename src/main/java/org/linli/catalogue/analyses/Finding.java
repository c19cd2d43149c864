package org.linli.catalogue.analyses;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.linli.analysis.AnalysisResult;
import org.linli.analysis.DerivedLayer;
import org.linli.analysis.Workings;
import org.linli.analysis.publication.Publication;
import org.linli.layer.Audience;
import org.linli.layer.LayerDefinition;
import org.linli.snapshot.LayerView;

/**
 * The answer to a question, and what is made of it for each audience when it is first asked for.
 * Thread-safe.
 */
public final class Finding {
  private final Question question;
  private final Workings workings;
  private final Map<Audience, Map<String, LayerView>> layers = new EnumMap<>(Audience.class);
  private AnalysisResult published;

  Finding(Question question, Workings workings) {
    this.question = question;
    this.workings = workings;
  }

  public Question question() {
    return question;
  }

  /** What the answer was worked out from, for what would be otherwise. */
  Workings workings() {
    return workings;
  }

  /** What an audience may know of the result. */
  public AnalysisResult result(Audience audience) {
    return audience == Audience.STAFF ? workings.result() : published();
  }

  /** The same without the numbers that take long, which are not for the public. */
  public AnalysisResult brief(Audience audience) {
    return audience == Audience.STAFF ? workings.brief() : published();
  }

  private synchronized AnalysisResult published() {
    if (published == null) {
      published = Publication.of(workings.brief());
    }
    return published;
  }

  /** A layer that the analysis made, as an audience may see it; empty if it may not. */
  public synchronized Optional<LayerView> findLayer(String layerId, Audience audience) {
    Optional<DerivedLayer> made =
        brief(audience).layers().stream()
            .filter(layer -> layer.definition().id().equals(layerId))
            .findFirst();
    return made.map(
        layer ->
            layers
                .computeIfAbsent(audience, who -> new HashMap<>())
                .computeIfAbsent(layerId, id -> view(layer, audience)));
  }

  private LayerView view(DerivedLayer layer, Audience audience) {
    LayerDefinition licensed = MadeLicence.given(layer.definition(), question.layers().values());
    return new DerivedLayer(licensed, layer.features())
        .view(audience)
        .madeOf(question.key(), question.committedAt());
  }
}
