package org.linli.catalogue.releases;

import org.linli.analysis.Cancellation;

/** Hears how far the making of a release is, and may end it as long as there is none. */
@FunctionalInterface
public interface ReleaseProgress extends Cancellation {
  /** Nobody listens. */
  ReleaseProgress NONE = (layerId, filesMade, filesTotal) -> {};

  /**
   * @param layerId the layer whose file is being written, or was the last
   * @param filesTotal files of layers, those that describe the release not among them
   */
  void update(String layerId, int filesMade, int filesTotal);

  @Override
  default boolean isCancelled() {
    return false;
  }
}
