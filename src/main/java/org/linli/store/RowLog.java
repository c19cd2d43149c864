package org.linli.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what is the matter with rows of a layer: of a few one by one, then how many. */
final class RowLog {
  private static final Logger LOG = LoggerFactory.getLogger(RowLog.class);
  private static final int SAID_ONE_BY_ONE = 20;

  private final String layerId;
  private long rows;

  RowLog(String layerId) {
    this.layerId = layerId;
  }

  /**
   * @param row which row it is
   * @param matter what is the matter, and what follows from it
   */
  void say(String row, String matter) {
    if (++rows <= SAID_ONE_BY_ONE) {
      LOG.warn("Layer {}, {}: {}.", layerId, row, matter.replaceFirst("[.]$", ""));
    }
  }

  void end() {
    if (rows > SAID_ONE_BY_ONE) {
      LOG.warn(
          "Layer {}: the like is to be said of {} rows more.", layerId, rows - SAID_ONE_BY_ONE);
    }
  }
}
