package org.linli.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.linli.geo.Bounds;
import org.linli.geo.CoordinateGrid;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerQuery;
import org.linli.layer.TimeInterval;

/**
 * A layer as one audience may see it: its fields, its rows, its coarseness of geometry, and nothing
 * else. Immutable. All that leaves the portal leaves through a view.
 */
public final class LayerView {
  private final LayerDefinition definition;
  private final Audience audience;
  private final long version;
  private final Instant committedAt;
  private final Block pristineBase;
  private final Block base;
  private final Block overlay;
  private final Bounds extent;
  private final long count;
  private final Optional<TimeInterval> timeExtent;
  private final String basis;

  LayerView(
      LayerDefinition full,
      Audience audience,
      long version,
      Instant committedAt,
      Block pristineBase,
      Block base,
      Block overlay) {
    this(full.asSeenBy(audience), audience, version, committedAt, pristineBase, base, overlay, "");
  }

  private LayerView(
      LayerDefinition definition,
      Audience audience,
      long version,
      Instant committedAt,
      Block pristineBase,
      Block base,
      Block overlay,
      String basis) {
    this.definition = definition;
    this.audience = audience;
    this.version = version;
    this.committedAt = committedAt;
    this.pristineBase = pristineBase;
    this.base = base;
    this.overlay = overlay;
    this.count = (long) base.liveRows() + overlay.liveRows();
    this.extent = pristineBase.extent().union(overlay.extent());
    this.timeExtent = TimeExtent.of(definition, List.of(pristineBase, overlay));
    this.basis = basis;
  }

  /** A layer without a feature, for those who can do without the layer. */
  public static LayerView empty(LayerDefinition definition, Audience audience) {
    return new LayerSnapshot.Builder(definition).finish(0, Instant.EPOCH).view(audience);
  }

  /** A layer of features that are in no store, such as an analysis makes. */
  public static LayerView of(
      LayerDefinition definition, Audience audience, Iterable<Feature> features) {
    LayerSnapshot.Builder builder = new LayerSnapshot.Builder(definition);
    features.forEach(feature -> builder.add(feature, 1));
    return builder.finish(0, Instant.EPOCH).view(audience);
  }

  /**
   * The same view of a layer that is in no store, with what decides its features.
   *
   * @param basis a text that is equal for equal features only
   * @param lastChange when the newest of what it was made of was committed
   */
  public LayerView madeOf(String basis, Instant lastChange) {
    return new LayerView(
        definition, audience, version, lastChange, pristineBase, base, overlay, basis);
  }

  /**
   * This view with some features laid over it that are in no store; costs as much as they are.
   *
   * @param put features that are new, or come in place of those of their codes
   * @param removed codes of features that are not there
   */
  public LayerView with(List<Feature> put, Set<String> removed) {
    Set<String> touched = new HashSet<>(removed);
    put.forEach(feature -> touched.add(feature.code()));
    BitSet gone = new BitSet();
    for (String code : touched) {
      int row = base.codes().binarySearch(PackedText.utf8(code));
      if (row >= 0) {
        gone.set(row);
      }
    }
    RowsBuilder rows = new RowsBuilder(definition);
    for (int row = 0; row < overlay.size(); row++) {
      if (overlay.isLive(row) && !touched.contains(overlay.codes().get(row))) {
        rows.add(feature(overlay, row), overlay.revision(row));
      }
    }
    put.forEach(feature -> rows.add(feature, 1));
    return new LayerView(
        definition,
        audience,
        version,
        committedAt,
        pristineBase,
        base.without(gone),
        new Policy(definition, audience).apply(rows.finish()),
        basis);
  }

  /** One of the features, as it is in this view. */
  private Feature feature(Block block, int row) {
    Object[] values = new Object[definition.fields().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = block.column(i).value(row);
    }
    return new Feature(
        block.codes().get(row), block.geometries().geometry(row).orElse(null), values);
  }

  /** The feature of a code. */
  public Optional<Feature> findFeature(String code) {
    return find(code).map(cursor -> feature(cursor.block(), cursor.row()));
  }

  Block pristineBase() {
    return pristineBase;
  }

  /** The layer's definition with only the fields that this audience may know. */
  public LayerDefinition definition() {
    return definition;
  }

  public Audience audience() {
    return audience;
  }

  /** The store's version of the layer. */
  public long version() {
    return version;
  }

  /** What decides the features beside the version; empty for a layer of the store. */
  public String basis() {
    return basis;
  }

  /** When that version was committed. */
  public Instant committedAt() {
    return committedAt;
  }

  /** How many features there are. */
  public long count() {
    return count;
  }

  /**
   * The box of all features, in degrees; empty when none has a geometry. Right after a change it
   * may be larger than it need be.
   */
  public Bounds extent() {
    return extent;
  }

  /** From the first feature's time to the last's; empty when the layer has no times. */
  public Optional<TimeInterval> timeExtent() {
    return timeExtent;
  }

  /** The rows in which features are kept, for code that reads whole columns. */
  public List<Block> blocks() {
    return List.of(base, overlay);
  }

  /** The features that match, in ascending order of code. */
  public RowCursor rows(LayerQuery query) {
    return new RowCursor(candidates(base, query), candidates(overlay, query));
  }

  /** Those of {@link #rows} whose code comes after the given one. */
  public RowCursor rowsAfter(LayerQuery query, String code) {
    return rows(query).after(PackedText.utf8(code));
  }

  private BlockCursor candidates(Block block, LayerQuery query) {
    return new BlockCursor(block, RowFilter.of(definition, block, query), query.windows());
  }

  /** How many features match. */
  public long count(LayerQuery query) {
    return query.isAll()
        ? count
        : candidates(base, query).countAll() + candidates(overlay, query).countAll();
  }

  /** The feature of a code, with the cursor on it. */
  public Optional<RowCursor> find(String code) {
    byte[] utf8 = PackedText.utf8(code);
    for (Block block : blocks()) {
      int row = block.codes().binarySearch(utf8);
      if (row >= 0 && block.isLive(row)) {
        return Optional.of(RowCursor.on(block, row));
      }
    }
    return Optional.empty();
  }

  /** Gives the rows of a block whose boxes touch the window, in the order of the index. */
  public void search(Block block, Bounds window, IntConsumer found) {
    block
        .tree()
        .search(
            CoordinateGrid.fromDegrees(Math.max(-180, window.minX())),
            CoordinateGrid.fromDegrees(Math.max(-90, window.minY())),
            CoordinateGrid.fromDegrees(Math.min(180, window.maxX())),
            CoordinateGrid.fromDegrees(Math.min(90, window.maxY())),
            row -> {
              if (block.isLive(row)) {
                found.accept(row);
              }
            });
  }

  /**
   * A feature near a point, with the distance from the point to its box, in degrees of latitude.
   */
  public record Near(Block block, int row, double degrees) {}

  /** The features whose boxes are nearest to a point (degrees), nearest first. */
  public List<Near> nearest(double lon, double lat, int limit, double maxDegrees) {
    List<Near> near = new ArrayList<>();
    for (Block block : blocks()) {
      NearestBoxes.add(block, lon, lat, limit, maxDegrees, near);
    }
    near.sort(java.util.Comparator.comparingDouble(Near::degrees));
    return near.subList(0, Math.min(limit, near.size()));
  }
}
