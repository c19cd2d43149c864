package org.linli.ingest.format;

import io.jenetics.jpx.WayPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.values.TrackFixes;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * Makes a geometry of a track, a route or a waypoint, and tells what it leaves out.
 *
 * <p>A timed track becomes one line with the time at each vertex, its segments joined: a track is
 * one feature with one time per vertex, and the patrol analysis takes a stretch of more than 5
 * minutes, or too fast to walk, for a hole that covers nothing, whether it was a pause of the
 * device or a gap between segments. A line without times is nothing but its shape, so there its
 * segments stay apart.
 */
final class GpxShape {
  private final RowSink sink;
  private final long row;
  private final String element;

  GpxShape(RowSink sink, long row, String element) {
    this.sink = sink;
    this.row = row;
    this.element = element;
  }

  private void tell(IssueKind kind, int point) {
    sink.issue(ImportIssue.ofValue(kind, row, element + " " + point));
  }

  static Geometry point(WayPoint point) {
    return Shapes.FACTORY.createPoint(position(point));
  }

  private static Coordinate position(WayPoint point) {
    return new CoordinateXY(point.getLongitude().doubleValue(), point.getLatitude().doubleValue());
  }

  /** The segments as lines; a segment of one point is none. Empty if no line is left. */
  Optional<Geometry> line(List<List<WayPoint>> runs) {
    List<LineString> lines = new ArrayList<>();
    int passed = 0;
    for (List<WayPoint> run : runs) {
      if (run.size() > 1) {
        lines.add(
            Shapes.FACTORY.createLineString(
                run.stream().map(GpxShape::position).toArray(Coordinate[]::new)));
      } else if (run.size() == 1) {
        tell(IssueKind.POINT_ALONE, passed + 1);
      }
      passed += run.size();
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(oneOrMany(lines));
  }

  private static Geometry oneOrMany(List<LineString> lines) {
    return lines.size() == 1
        ? lines.get(0)
        : Shapes.FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
  }

  /** The points that have a time, in its order, one of each moment. */
  TrackFixes fixes(List<List<WayPoint>> runs) {
    TrackFixes fixes = new TrackFixes(new Object[0]);
    int number = 0;
    Instant latest = Instant.MIN;
    for (WayPoint point : runs.stream().flatMap(List::stream).toList()) {
      number++;
      Optional<Instant> time = point.getTime();
      if (time.isEmpty()) {
        tell(IssueKind.POINT_UNTIMED, number);
      } else {
        Coordinate at = position(point);
        fixes.add(number, time.get().toEpochMilli(), at.x, at.y);
        if (time.get().isBefore(latest)) {
          tell(IssueKind.POINT_REORDERED, number);
        } else {
          latest = time.get();
        }
      }
    }
    for (long repeated : fixes.sort()) {
      tell(IssueKind.POINT_REPEATED, (int) repeated);
    }
    return fixes;
  }
}
