package org.linli.ingest;

import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.SourceException;
import org.linli.layer.Audience;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.LayerDefinition;
import org.linli.layer.MadeLayers;
import org.linli.store.FeatureStore;
import org.linli.store.FeatureStore.StoredLayer;
import org.linli.store.LoadMode;

/**
 * The layer that an import goes into.
 *
 * @param stored the layer as the store has it; empty if it is to be made
 * @param defined its definition, if it is known without looking at the file
 * @param table whether a new layer is one without places
 */
record TargetLayer(
    String id,
    Optional<StoredLayer> stored,
    Optional<LayerDefinition> defined,
    boolean table,
    LoadMode mode,
    Audience audience) {
  private static final String TABLE = "table";

  /**
   * @throws SourceException if the id is none or that of a layer that an analysis makes, the kind
   *     is unknown, or the layer has rows and it is not said what is to happen to them
   */
  static TargetLayer of(FeatureStore store, ImportRequest request) {
    if (!LayerDefinition.isId(request.layerId())) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.BAD_LAYER_ID, request.layerId()));
    }
    if (MadeLayers.ids().contains(request.layerId())) {
      throw new SourceException(ImportIssue.ofFile(IssueKind.MADE_LAYER_ID, request.layerId()));
    }
    Optional<LayerDefinition> like = like(request);
    Optional<StoredLayer> stored = store.findLayer(request.layerId());
    if (stored.filter(layer -> layer.count() > 0).isPresent() && request.mode().isEmpty()) {
      throw new SourceException(
          ImportIssue.ofFile(IssueKind.LAYER_HAS_ROWS, request.layerId(), stored.get().count()));
    }
    LoadMode mode = request.mode().orElse(LoadMode.APPEND);
    Optional<LayerDefinition> defined =
        stored
            .map(StoredLayer::definition)
            .filter(definition -> mode != LoadMode.REPLACE || isCrafted(definition))
            .or(() -> like);
    return new TargetLayer(
        request.layerId(),
        stored,
        defined,
        request.as().filter(TABLE::equals).isPresent(),
        mode,
        audience(request, stored, defined));
  }

  /** The built-in layer of this id, or the one that the new layer is to be like. */
  private static Optional<LayerDefinition> like(ImportRequest request) {
    Optional<String> kind = request.as().filter(as -> !as.equals(TABLE));
    if (kind.isEmpty()) {
      return BuiltInLayers.find(request.layerId());
    }
    LayerDefinition definition =
        BuiltInLayers.find(kind.get())
            .orElseThrow(
                () ->
                    new SourceException(
                        ImportIssue.ofFile(IssueKind.UNKNOWN_KIND, kind.get(), kinds())));
    return Optional.of(definition.withId(request.layerId()));
  }

  private static String kinds() {
    return BuiltInLayers.list().stream().map(LayerDefinition::id).collect(Collectors.joining(", "))
        + ", "
        + TABLE;
  }

  /** Whether more is known of the layer than a file could say, so that no file redefines it. */
  private static boolean isCrafted(LayerDefinition definition) {
    return BuiltInLayers.find(definition.id()).isPresent()
        || definition.fields().stream()
            .filter(field -> !field.name().equals(LayerDefinition.SOURCE))
            .filter(field -> !field.name().equals(LayerDefinition.UPDATED_AT))
            .anyMatch(field -> !field.codes().isEmpty() || !field.aliases().isEmpty());
  }

  /** A layer for staff never becomes public because a file is put in its place. */
  private static Audience audience(
      ImportRequest request, Optional<StoredLayer> stored, Optional<LayerDefinition> defined) {
    boolean redefines = stored.isEmpty() || request.mode().equals(Optional.of(LoadMode.REPLACE));
    boolean staff =
        request.staff() && redefines
            || stored.filter(s -> s.definition().audience() == Audience.STAFF).isPresent()
            || defined.filter(d -> d.audience() == Audience.STAFF).isPresent();
    return staff ? Audience.STAFF : Audience.PUBLIC;
  }

  boolean isNew() {
    return stored.isEmpty();
  }

  boolean hasRows() {
    return stored.filter(layer -> layer.count() > 0).isPresent();
  }
}
