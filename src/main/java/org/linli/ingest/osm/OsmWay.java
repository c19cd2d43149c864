package org.linli.ingest.osm;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A way as its file has it.
 *
 * @param nodes the ids of its nodes, in order
 * @param at when it was last edited, if the file says
 */
record OsmWay(long id, long[] nodes, Map<String, String> tags, Optional<Instant> at) {

  /** Whether it ends at the node where it began. */
  boolean isClosed() {
    return nodes.length > 1 && nodes[0] == nodes[nodes.length - 1];
  }
}
