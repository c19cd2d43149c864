package org.linli.ingest.source;

import java.io.Closeable;
import java.util.Optional;

/** An opened source: what it holds, and its rows as often as asked, in bounded memory. */
public interface SourceReader extends Closeable {

  SourceSchema schema();

  /**
   * Hands over all rows from the start, until the sink wants no more.
   *
   * @throws SourceException if the file breaks off or cannot be read on
   * @throws PresumptionException if the schema was presumed, and does not hold
   */
  void read(RowSink sink);

  /** The licence (an SPDX identifier) that all files of the format are under. */
  default Optional<String> licence() {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
