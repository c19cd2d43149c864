package org.linli.ingest.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.noding.NodingIntersectionFinder;
import org.locationtech.jts.noding.SegmentIntersector;
import org.locationtech.jts.noding.SegmentString;

/** Looks for segments that meet elsewhere than at a common end, by a bounded amount of work. */
final class CrossingFinder implements SegmentIntersector {
  /** As for the check of any other geometry; honest outlines take a few steps a segment. */
  static final long MOST_STEPS = 20_000_000;

  private final NodingIntersectionFinder finder =
      new NodingIntersectionFinder(new RobustLineIntersector());
  private final long mostSteps;
  private long steps;

  CrossingFinder(long mostSteps) {
    this.mostSteps = mostSteps;
  }

  /** A place where segments cross or touch; empty if there is none, or the work was too much. */
  Optional<Coordinate> find(Set<Segment> segments) {
    List<SegmentString> strings = new ArrayList<>(segments.size());
    for (Segment segment : segments) {
      strings.add(
          new BasicSegmentString(
              new Coordinate[] {Spot.coordinate(segment.from()), Spot.coordinate(segment.to())},
              null));
    }
    new MCIndexNoder(this).computeNodes(strings);
    return Optional.ofNullable(finder.getIntersection());
  }

  /** Whether the search was given up, so that nothing found means nothing known. */
  boolean isGivenUp() {
    return steps > mostSteps;
  }

  long steps() {
    return steps;
  }

  @Override
  public void processIntersections(SegmentString one, int i, SegmentString other, int j) {
    steps++;
    finder.processIntersections(one, i, other, j);
  }

  @Override
  public boolean isDone() {
    return finder.isDone() || isGivenUp();
  }
}
