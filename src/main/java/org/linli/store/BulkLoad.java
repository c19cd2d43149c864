package org.linli.store;

import org.linli.layer.Feature;

/**
 * Many features in one transaction. Used by one thread. Closing without {@link #commit} undoes all.
 */
public interface BulkLoad extends AutoCloseable {

  /**
   * @throws DuplicateCodeException if the code was given before, or is there and the mode is append
   */
  void add(Feature feature);

  /** Makes all of it visible at once; the feature index is built here. */
  Change commit();

  @Override
  void close();
}
