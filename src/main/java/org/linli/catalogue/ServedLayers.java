package org.linli.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.analysis.Analysis;
import org.linli.analysis.AnalysisDefinition;
import org.linli.analysis.Cancellation;
import org.linli.analysis.CancelledException;
import org.linli.analysis.LayerRole;
import org.linli.catalogue.analyses.Analyses;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.MadeLicence;
import org.linli.catalogue.analyses.Question;
import org.linli.catalogue.analyses.Questions;
import org.linli.layer.Audience;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LayerDefinition;
import org.linli.layer.NotFoundException;
import org.linli.layer.Parameters;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;

/**
 * All layers that can be asked for by their id: those of the store, and those that analyses make,
 * with the parameters of the analysis. A layer of the store goes before one of its name.
 */
public final class ServedLayers {
  private final Snapshots snapshots;
  private final Questions questions;
  private final AnalysisRuns runs;

  public ServedLayers(Snapshots snapshots, Questions questions, AnalysisRuns runs) {
    this.snapshots = snapshots;
    this.questions = questions;
    this.runs = runs;
  }

  /**
   * A layer as an audience may see it.
   *
   * @param asked what the request says; of a layer that is made, how
   * @param client tells whether who asked is still there
   * @throws NotFoundException if there is no such layer for this audience
   * @throws InvalidParameterException if it cannot be made so
   * @throws CancelledException if who asked is not there any more
   */
  public ServedLayer get(String layerId, Audience audience, Parameters asked, Cancellation client) {
    PortalSnapshot portal = snapshots.current();
    return portal
        .findView(layerId, audience)
        .map(view -> new ServedLayer(view, portal.storeId(), Map.of(), Set.of()))
        .orElseGet(() -> make(layerId, portal, audience, asked, client));
  }

  private ServedLayer make(
      String layerId,
      PortalSnapshot portal,
      Audience audience,
      Parameters asked,
      Cancellation client) {
    Analysis analysis =
        Analyses.findMaker(layerId)
            .filter(maker -> audience.sees(maker.definition().getLayer(layerId).audience()))
            .orElseThrow(() -> NotFoundException.ofLayer(layerId));
    Question question = questions.of(analysis, portal, audience, asked);
    LayerView view =
        runs.findBrief(question, client)
            .findLayer(layerId, audience)
            .orElseThrow(() -> NotFoundException.ofLayer(layerId));
    return new ServedLayer(
        view, portal.storeId(), question.given(), Questions.parameters(analysis));
  }

  /**
   * All of them at one moment, those that are made with what their analyses take by themselves. One
   * that cannot be made so, such as of records that are too new to be published, is not among them.
   */
  public List<ServedLayer> list(Audience audience, Cancellation client) {
    PortalSnapshot portal = snapshots.current();
    return Stream.concat(
            portal
                .listViews(audience)
                .map(view -> new ServedLayer(view, portal.storeId(), Map.of(), Set.of())),
            listMade(audience).stream()
                .flatMap(made -> tryMake(made.id(), portal, audience, client).stream()))
        .toList();
  }

  private Optional<ServedLayer> tryMake(
      String layerId, PortalSnapshot portal, Audience audience, Cancellation client) {
    try {
      return Optional.of(make(layerId, portal, audience, new Parameters(Map.of()), client));
    } catch (InvalidParameterException notNow) {
      return Optional.empty();
    }
  }

  /** The layers that can be made of what is there, as an audience may know of them. */
  public List<LayerDefinition> listMade(Audience audience) {
    PortalSnapshot portal = snapshots.current();
    return Analyses.list().stream()
        .filter(analysis -> canRun(analysis, portal))
        .flatMap(analysis -> made(analysis, portal))
        .filter(layer -> audience.sees(layer.audience()))
        .filter(layer -> portal.findView(layer.id(), audience).isEmpty())
        .map(layer -> layer.asSeenBy(audience))
        .toList();
  }

  private static Stream<LayerDefinition> made(Analysis analysis, PortalSnapshot portal) {
    List<LayerView> sources =
        analysis.definition().roles().stream()
            .flatMap(role -> portal.findView(role.standard(), Audience.STAFF).stream())
            .toList();
    return analysis.definition().layers().stream().map(layer -> MadeLicence.given(layer, sources));
  }

  /** The analyses that an audience can have run; only staff may name other layers for one. */
  public List<AnalysisDefinition> listAnalyses(Audience audience) {
    PortalSnapshot portal = snapshots.current();
    return Analyses.list(audience).stream()
        .filter(analysis -> audience == Audience.STAFF || canRun(analysis, portal))
        .map(Analysis::definition)
        .toList();
  }

  private static boolean canRun(Analysis analysis, PortalSnapshot portal) {
    Stream<LayerRole> needed = analysis.definition().roles().stream().filter(LayerRole::required);
    return needed.allMatch(
        role ->
            portal
                .findView(role.standard(), Audience.STAFF)
                .filter(view -> view.count() > 0)
                .isPresent());
  }
}
