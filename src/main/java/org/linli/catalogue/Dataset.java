package org.linli.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.encode.ExportFormat;
import org.linli.geo.Bounds;
import org.linli.layer.BuiltInLayers;
import org.linli.layer.Code;
import org.linli.layer.LayerDefinition;
import org.linli.layer.TimeInterval;
import org.linli.snapshot.LayerView;

/**
 * A layer as something to be found, judged and taken away, as an audience may know of it.
 *
 * @param made whether an analysis makes it of other layers
 * @param features how many there are; empty for a layer that is not made yet
 * @param extent in degrees; for a layer that is not made yet that of what it is made of
 * @param updatedAt when it, or the newest of what it is made of, last changed
 * @param freshness its own, or the worst of what it is made of
 * @param bytes how large its files are, of those that were made already
 */
public record Dataset(
    UUID storeId,
    LayerDefinition definition,
    boolean made,
    long version,
    Optional<Long> features,
    Bounds extent,
    Optional<TimeInterval> period,
    Instant updatedAt,
    Freshness freshness,
    Map<ExportFormat, Long> bytes) {

  public String id() {
    return definition.id();
  }

  public Optional<UpdateFrequency> updateFrequency() {
    return definition.updateEvery().flatMap(UpdateFrequency::of);
  }

  public Optional<Licence> licence() {
    return definition.licence().map(Licence::of);
  }

  /** A store made by an older program does not have those of the layers that came with it. */
  public List<Code> keywords() {
    return definition.keywords().isEmpty()
        ? BuiltInLayers.find(id()).map(LayerDefinition::keywords).orElse(List.of())
        : definition.keywords();
  }

  /** What it can be taken away as. */
  public List<ExportFormat> formats() {
    return ExportFormat.of(definition.geometry());
  }

  /** How large its file of a format is; empty before it was made. */
  public Optional<Long> bytes(ExportFormat format) {
    return Optional.ofNullable(bytes.get(format));
  }

  /** The same with what is known once its features are there. */
  public Dataset shownAs(LayerView view) {
    return new Dataset(
        storeId,
        definition,
        made,
        version,
        Optional.of(view.count()),
        view.extent(),
        view.timeExtent(),
        updatedAt,
        freshness,
        bytes);
  }

  /** When it begins to be due, unless it is updated. */
  public Optional<Instant> dueAt() {
    return updateFrequency().map(promised -> Freshness.dueFrom(promised, updatedAt));
  }

  /** When it begins to be overdue, unless it is updated. */
  public Optional<Instant> overdueAt() {
    return updateFrequency().map(promised -> promised.after(updatedAt));
  }
}
