package org.linli.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.linli.layer.Audience;
import org.linli.layer.Feature;
import org.linli.layer.LayerDefinition;

/**
 * A layer at one version, whole and immutable: a large run of rows, and a small one that replaces
 * some of them. A change makes a new snapshot that shares the large run.
 */
public final class LayerSnapshot {
  private final LayerDefinition definition;
  private final long version;
  private final Instant committedAt;
  private final Rows base;
  private final BitSet replaced;
  private final Rows overlay;
  private final LayerView publicView;
  private final LayerView staffView;

  private LayerSnapshot(
      LayerDefinition definition,
      long version,
      Instant committedAt,
      Rows base,
      BitSet replaced,
      Rows overlay,
      Block publicBase,
      Block staffBase) {
    this.definition = definition;
    this.version = version;
    this.committedAt = committedAt;
    this.base = base;
    this.replaced = replaced;
    this.overlay = overlay;
    this.publicView = view(Audience.PUBLIC, publicBase);
    this.staffView = view(Audience.STAFF, staffBase);
  }

  private LayerView view(Audience audience, Block baseBlock) {
    Block overlayBlock = new Policy(definition, audience).apply(overlay);
    return new LayerView(
        definition,
        audience,
        version,
        committedAt,
        baseBlock,
        baseBlock.without(replaced),
        overlayBlock);
  }

  /** Collects a layer's features, in any order. */
  public static final class Builder {
    private final LayerDefinition definition;
    private final RowsBuilder rows;

    public Builder(LayerDefinition definition) {
      this.definition = definition;
      this.rows = new RowsBuilder(definition);
    }

    public void add(Feature feature, int revision) {
      rows.add(feature, revision);
    }

    public LayerSnapshot finish(long version, Instant committedAt) {
      return ofBase(definition, version, committedAt, rows.finish());
    }
  }

  private static LayerSnapshot ofBase(
      LayerDefinition definition, long version, Instant committedAt, Rows base) {
    return new LayerSnapshot(
        definition,
        version,
        committedAt,
        base,
        new BitSet(),
        new RowsBuilder(definition).finish(),
        new Policy(definition, Audience.PUBLIC).apply(base),
        new Policy(definition, Audience.STAFF).apply(base));
  }

  /**
   * The features of a small change, with the codes that it touched; one that is not among them is
   * gone.
   */
  public static final class Delta {
    private final Set<String> touched = new HashSet<>();
    private final List<Feature> features = new ArrayList<>();
    private final List<Integer> revisions = new ArrayList<>();

    public Delta(Iterable<String> touchedCodes) {
      touchedCodes.forEach(touched::add);
    }

    public void add(Feature feature, int revision) {
      touched.add(feature.code());
      features.add(feature);
      revisions.add(revision);
    }

    public int size() {
      return touched.size();
    }
  }

  /** The layer after a small change; costs as much as the changes since the last compaction. */
  public LayerSnapshot with(Delta delta, long newVersion, Instant newCommittedAt) {
    BitSet nowReplaced = (BitSet) replaced.clone();
    for (String code : delta.touched) {
      int row = base.codes().binarySearch(PackedText.utf8(code));
      if (row >= 0) {
        nowReplaced.set(row);
      }
    }
    RowsBuilder nowOverlay = new RowsBuilder(definition);
    for (int row = 0; row < overlay.size(); row++) {
      if (!delta.touched.contains(overlay.codes().get(row))) {
        nowOverlay.add(overlay.feature(row), overlay.revisions()[row]);
      }
    }
    for (int i = 0; i < delta.features.size(); i++) {
      nowOverlay.add(delta.features.get(i), delta.revisions.get(i));
    }
    return new LayerSnapshot(
        definition,
        newVersion,
        newCommittedAt,
        base,
        nowReplaced,
        nowOverlay.finish(),
        publicView.pristineBase(),
        staffView.pristineBase());
  }

  /** This layer on a newer large run, which lacks only the changes to the codes given. */
  LayerSnapshot rebasedOn(LayerSnapshot compacted, Set<String> changedSince) {
    Delta delta = new Delta(changedSince);
    for (String code : changedSince) {
      int row = overlay.codes().binarySearch(PackedText.utf8(code));
      if (row >= 0) {
        delta.add(overlay.feature(row), overlay.revisions()[row]);
      }
    }
    return compacted.with(delta, version, committedAt);
  }

  /** Whether the small run has grown so large that a compaction pays. */
  boolean wantsCompaction() {
    return overlay.size() + replaced.cardinality() > Math.max(2_000, base.size() / 50);
  }

  /** The same layer in one run; the work is proportional to the whole layer. */
  LayerSnapshot compacted() {
    RowsBuilder rows = new RowsBuilder(definition);
    forEach((feature, revision) -> rows.add(feature, revision));
    return ofBase(definition, version, committedAt, rows.finish());
  }

  /** Calls for every feature with its revision. */
  void forEach(BiConsumer<Feature, Integer> consumer) {
    for (int row = 0; row < base.size(); row++) {
      if (!replaced.get(row)) {
        consumer.accept(base.feature(row), base.revisions()[row]);
      }
    }
    for (int row = 0; row < overlay.size(); row++) {
      consumer.accept(overlay.feature(row), overlay.revisions()[row]);
    }
  }

  public LayerDefinition definition() {
    return definition;
  }

  /** The store's version of the layer that this is. */
  public long version() {
    return version;
  }

  public Instant committedAt() {
    return committedAt;
  }

  /** The layer as an audience may see it. */
  public LayerView view(Audience audience) {
    return audience == Audience.STAFF ? staffView : publicView;
  }
}
