package org.linli.ingest.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The segments between an area's inside and outside. A segment that two ways share, as inner rings
 * that touch do, has the same on both its sides and falls out; a way that is a copy of another
 * counts once.
 */
final class Outline {
  private final Set<Segment> segments = new HashSet<>();

  private Outline() {}

  /**
   * @param ways the spots of each way, in order
   */
  static Outline of(List<long[]> ways) {
    Outline outline = new Outline();
    Set<List<Segment>> seen = new HashSet<>();
    for (long[] way : ways) {
      List<Segment> pieces = pieces(way);
      if (seen.add(sorted(pieces))) {
        pieces.forEach(outline::flip);
      }
    }
    return outline;
  }

  private static List<Segment> pieces(long[] way) {
    List<Segment> pieces = new ArrayList<>(way.length);
    for (int i = 1; i < way.length; i++) {
      if (way[i] != way[i - 1]) {
        pieces.add(Segment.between(way[i - 1], way[i]));
      }
    }
    return pieces;
  }

  private static List<Segment> sorted(List<Segment> pieces) {
    return pieces.stream()
        .sorted(Comparator.comparingLong(Segment::from).thenComparingLong(Segment::to))
        .toList();
  }

  private void flip(Segment segment) {
    if (!segments.add(segment)) {
      segments.remove(segment);
    }
  }

  Set<Segment> segments() {
    return segments;
  }

  /** A spot where the outline ends: every ring leaves each of its spots as often as it comes. */
  Optional<Long> findOpenEnd() {
    Map<Long, Integer> degrees = new HashMap<>();
    for (Segment segment : segments) {
      degrees.merge(segment.from(), 1, Integer::sum);
      degrees.merge(segment.to(), 1, Integer::sum);
    }
    return degrees.entrySet().stream()
        .filter(spot -> spot.getValue() % 2 == 1)
        .map(Map.Entry::getKey)
        .min(Comparator.naturalOrder());
  }
}
