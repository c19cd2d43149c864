package org.linli.store;

import org.linli.layer.Feature;

/**
 * Many features in one transaction. Used by one thread. Closing without {@link #commit} undoes all.
 */
public interface BulkLoad extends AutoCloseable {

  /**
   * @throws DuplicateCodeException if the code is there and the mode does not say to replace it; a
   *     store may say so only at a later call
   */
  void add(Feature feature);

  /**
   * Makes all of it visible at once; the spatial index is built here.
   *
   * @throws DuplicateCodeException if {@link #add} has not said so
   */
  Change commit();

  @Override
  void close();
}
