package org.linli.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.analysis.Analysis;
import org.linli.analysis.LayerRole;
import org.linli.catalogue.analyses.Analyses;
import org.linli.geo.Bounds;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.LayerDefinition;
import org.linli.layer.NotFoundException;
import org.linli.snapshot.LayerView;
import org.linli.snapshot.PortalSnapshot;
import org.linli.snapshot.Snapshots;

/**
 * The datasets of the portal: each layer that an audience may see, stored or made. Everything is
 * read from what is in memory.
 */
public final class Datasets {
  private static final List<String> BUILT_IN =
      BuiltInLayers.list().stream().map(LayerDefinition::id).toList();

  private final Snapshots snapshots;
  private final ServedLayers layers;
  private final Clock clock;
  private final FileSizes sizes;

  public Datasets(Snapshots snapshots, ServedLayers layers, Clock clock, FileSizes sizes) {
    this.snapshots = snapshots;
    this.layers = layers;
    this.clock = clock;
    this.sizes = sizes;
  }

  /** All of them: those that came with the portal, then imported ones by id, then made ones. */
  public List<Dataset> list(Audience audience) {
    PortalSnapshot portal = snapshots.current();
    List<Dataset> datasets = new ArrayList<>();
    portal.listViews(audience).map(view -> stored(view, portal)).forEach(datasets::add);
    layers.listMade(audience).stream()
        .map(definition -> made(definition, portal, audience))
        .forEach(datasets::add);
    datasets.sort(
        Comparator.comparing(Dataset::made)
            .thenComparing(Datasets::place)
            .thenComparing(Dataset::id));
    return List.copyOf(datasets);
  }

  private static int place(Dataset dataset) {
    int place = BUILT_IN.indexOf(dataset.id());
    return place < 0 ? BUILT_IN.size() : place;
  }

  public Optional<Dataset> find(String layerId, Audience audience) {
    return list(audience).stream().filter(dataset -> dataset.id().equals(layerId)).findFirst();
  }

  /**
   * @throws NotFoundException if there is no such layer for this audience
   */
  public Dataset get(String layerId, Audience audience) {
    return find(layerId, audience).orElseThrow(() -> NotFoundException.ofLayer(layerId));
  }

  private Dataset stored(LayerView view, PortalSnapshot portal) {
    return new Dataset(
        portal.storeId(),
        view.definition(),
        false,
        view.version(),
        Optional.of(view.count()),
        view.extent(),
        view.timeExtent(),
        view.committedAt(),
        freshness(view),
        sizes.of(view.definition().id(), view.version()));
  }

  private Freshness freshness(LayerView view) {
    Optional<UpdateFrequency> promised =
        view.definition().updateEvery().flatMap(UpdateFrequency::of);
    return Freshness.of(promised, view.committedAt(), clock.instant());
  }

  /** It is as fresh as the stalest of what it is made of. */
  private Dataset made(LayerDefinition definition, PortalSnapshot portal, Audience audience) {
    List<LayerView> sources = sources(definition.id(), portal, Audience.STAFF);
    List<LayerView> known = sources(definition.id(), portal, audience);
    return new Dataset(
        portal.storeId(),
        definition,
        true,
        sources.stream().mapToLong(LayerView::version).sum(),
        Optional.empty(),
        known.stream().map(LayerView::extent).reduce(Bounds.EMPTY, Bounds::union),
        Optional.empty(),
        sources.stream().map(LayerView::committedAt).max(Instant::compareTo).orElse(Instant.EPOCH),
        sources.stream()
            .map(this::freshness)
            .filter(state -> state != Freshness.UNKNOWN)
            .max(Comparator.naturalOrder())
            .orElse(Freshness.UNKNOWN),
        Map.of());
  }

  private static List<LayerView> sources(String madeId, PortalSnapshot portal, Audience audience) {
    Analysis maker = Analyses.findMaker(madeId).orElseThrow();
    return maker.definition().roles().stream()
        .map(LayerRole::standard)
        .flatMap(role -> portal.findView(role, audience).stream())
        .toList();
  }
}
