package org.linli.ingest.osm;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways that are members of the relations that are read. */
final class MemberWays {
  private final long[] ids;
  private final OsmWay[] ways;

  /**
   * @param ids theirs, ascending
   */
  MemberWays(long[] ids) {
    this.ids = ids;
    this.ways = new OsmWay[ids.length];
  }

  boolean isEmpty() {
    return ids.length == 0;
  }

  boolean contains(long id) {
    return Arrays.binarySearch(ids, id) >= 0;
  }

  void put(OsmWay way) {
    int index = Arrays.binarySearch(ids, way.id());
    if (index >= 0) {
      ways[index] = way;
    }
  }

  /** The way, or empty if the file does not have it. */
  Optional<OsmWay> find(long id) {
    int index = Arrays.binarySearch(ids, id);
    return index < 0 ? Optional.empty() : Optional.ofNullable(ways[index]);
  }

  /** Those that the file has. */
  Stream<OsmWay> list() {
    return Arrays.stream(ways).filter(Objects::nonNull);
  }
}
