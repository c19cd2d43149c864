package org.linli.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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

  /** This view with all its fields; itself, when it has them. */
  private final LayerView whole;

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
    this.whole = this;
  }

  /** A view with fewer fields. */
  private LayerView(LayerView whole, LayerDefinition definition, Block base, Block overlay) {
    this.definition = definition;
    this.audience = whole.audience;
    this.version = whole.version;
    this.committedAt = whole.committedAt;
    this.pristineBase = whole.pristineBase;
    this.base = base;
    this.overlay = overlay;
    this.extent = whole.extent;
    this.count = whole.count;
    this.timeExtent = whole.timeExtent;
    this.basis = whole.basis;
    this.whole = whole;
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

  /**
   * What an answer to a query shows: this view with only the fields that the query asks for. The
   * query itself may name any field of this view, and is then answered by what this gives.
   */
  public LayerView showing(LayerQuery query) {
    return query.properties().map(this::only).orElse(this);
  }

  private LayerView only(List<String> names) {
    int[] kept = names.stream().mapToInt(definition::getIndex).toArray();
    return new LayerView(
        whole,
        definition.withFields(
            IntStream.of(kept).mapToObj(index -> definition.fields().get(index)).toList()),
        base.showing(kept),
        overlay.showing(kept));
  }

  /** The features that match, in the query's order. */
  public RowCursor rows(LayerQuery query) {
    return rows(query, Optional.empty(), Integer.MAX_VALUE / 2);
  }

  /** Those of {@link #rows} that come after a place, which a {@link RowCursor#place} was. */
  public RowCursor rowsAfter(LayerQuery query, String place) {
    return rows(query, Optional.of(place), Integer.MAX_VALUE / 2);
  }

  /**
   * Some of {@link #rows}: cheaper, where they have an order, than all.
   *
   * @param after the place that they come after, if any
   * @param atMost how many of them will be looked at
   * @throws IllegalArgumentException if there is no such place in the query's order
   */
  public RowCursor rows(LayerQuery query, Optional<String> after, int atMost) {
    BlockCursor first = candidates(base, whole.base, query);
    BlockCursor second = candidates(overlay, whole.overlay, query);
    if (query.sort().isEmpty()) {
      after.map(PackedText::utf8).ifPresent(first::seekAfter);
      after.map(PackedText::utf8).ifPresent(second::seekAfter);
      return new RowCursor(new Walk.ByCode(first, second), Optional.empty());
    }
    RowOrder order = whole.order(query);
    SortedRows sorted = new SortedRows(order, whole.blocks(), after.map(order::read), atMost);
    first.forEachRow(row -> sorted.offer(0, row));
    second.forEachRow(row -> sorted.offer(1, row));
    return new RowCursor(
        new Walk.Sorted(blocks(), sorted.finish()),
        Optional.of(
            (block, row) ->
                RowOrder.written(order.of(block == base ? whole.base : whole.overlay, row))));
  }

  private RowOrder order(LayerQuery query) {
    return new RowOrder(definition, query.sort(), base, overlay);
  }

  /** Whether a text is a place in the order of a query. */
  public boolean isPlace(LayerQuery query, String place) {
    if (query.sort().isEmpty()) {
      return true;
    }
    try {
      whole.order(query).read(place);
      return true;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  private BlockCursor candidates(Block block, Block wholeBlock, LayerQuery query) {
    return new BlockCursor(
        block,
        RowFilter.of(whole.definition, wholeBlock, query),
        query.windows(),
        query.filter().flatMap(FilterReach::of));
  }

  /** Which rows of a block of {@link #blocks} match, whatever their place. */
  public IntPredicate matching(Block block, LayerQuery query) {
    RowTest test =
        RowFilter.of(whole.definition, block == base ? whole.base : whole.overlay, query);
    return row -> test.test(row) == RowTest.TRUE;
  }

  /** How many features match. */
  public long count(LayerQuery query) {
    return query.choosesAll()
        ? count
        : candidates(base, whole.base, query).countAll()
            + candidates(overlay, whole.overlay, query).countAll();
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
