package org.linli.ingest.osm;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A relation as its file has it; members that are no ways are left out.
 *
 * @param ways the ids of the ways among its members, in order
 * @param roles their roles
 * @param at when it was last edited, if the file says
 */
record OsmRelation(
    long id, long[] ways, String[] roles, Map<String, String> tags, Optional<Instant> at) {

  /** The same with tags that it lacks. */
  OsmRelation withTags(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.putAll(tags);
    return new OsmRelation(id, ways, roles, all, at);
  }
}
