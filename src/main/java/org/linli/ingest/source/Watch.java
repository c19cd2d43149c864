package org.linli.ingest.source;

/** Looks over a reader's shoulder. Called often, so it must be cheap. */
public interface Watch {
  Watch NOBODY = (rows, bytes) -> {};

  /**
   * @param rows handed over or surveyed in this pass
   * @param bytes of the file read in this pass
   * @throws java.util.concurrent.CancellationException to stop the reader
   */
  void at(long rows, long bytes);
}
