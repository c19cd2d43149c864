package org.linli.catalogue.releases;

/** Hears how far the making of a release is. */
public interface ReleaseProgress {
  /** Nobody listens. */
  ReleaseProgress NONE = (layerId, filesMade, filesTotal) -> {};

  /**
   * @param layerId the layer whose file is being written, or was the last
   * @param filesTotal files of layers, those that describe the release not among them
   */
  void update(String layerId, int filesMade, int filesTotal);
}
