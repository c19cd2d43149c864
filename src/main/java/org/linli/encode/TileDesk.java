package org.linli.encode;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The memory in which a tile is put together. It is large beside what a tile takes to make, so it
 * is kept for the next one: fresh memory would have to be wiped, and lies in no cache.
 */
final class TileDesk {
  /** No more tiles than processors can be in the making. */
  private static final BlockingQueue<TileDesk> FREE =
      new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

  /** A desk that an exceptional tile made larger is not kept. */
  private static final long LARGEST_KEPT_BYTES = 4 << 20;

  private final ProtoBytes features = new ProtoBytes(1 << 14);
  private final TileValues values = new TileValues();
  private final TileTags tags = new TileTags(values);

  private TileDesk() {}

  /** A desk that nobody else works on. */
  static TileDesk take() {
    TileDesk kept = FREE.poll();
    return kept == null ? new TileDesk() : kept;
  }

  /** Lets another have it; what is on it must not be read any more. */
  void giveBack() {
    if (heldBytes() <= LARGEST_KEPT_BYTES) {
      FREE.offer(this);
    }
  }

  private long heldBytes() {
    return features.bytes().length + values.heldBytes() + tags.heldBytes();
  }

  /** Clears it for a layer of so many fields and about so many features. */
  void clear(int fields, int expectedFeatures) {
    features.clear();
    values.begin(expectedFeatures);
    tags.begin(fields);
  }

  ProtoBytes features() {
    return features;
  }

  TileValues values() {
    return values;
  }

  TileTags tags() {
    return tags;
  }
}
