package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;
import org.linli.analysis.Metric;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneShapes;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/** What the patrols of the window walked, without holes. */
final class Effort {
  private static final double MILLIS_PER_HOUR = 3_600_000;
  private final Watch watch;
  private final Tracks tracks;
  private final Cancellation cancellation;
  private final long from;
  private final long asOf;

  Effort(Watch watch, Cancellation cancellation) {
    this.cancellation = cancellation;
    this.watch = watch;
    this.tracks = watch.records().tracks();
    this.from = watch.parameters().from();
    this.asOf = watch.parameters().asOf();
  }

  /** The walks of one patrol that fall into the window. */
  private final class Walked {
    private final List<LineString> lines = new ArrayList<>();
    private final List<Coordinate> open = new ArrayList<>();
    private double metres;
    private double millis;
    private double holeMillis;

    Walked(int row) {
      tracks.steps(row, watch.parameters(), this::step);
      close();
    }

    private void step(int a, int b, boolean isHole) {
      long begin = tracks.time(a);
      long end = tracks.time(b);
      double in = Math.min(end, asOf) - (double) Math.max(begin, from);
      if (isHole || in <= 0) {
        holeMillis += isHole ? Math.max(0, in) : 0;
        close();
        return;
      }
      Coordinate start = along(a, b, (double) (Math.max(begin, from) - begin) / (end - begin));
      Coordinate stop = along(a, b, (double) (Math.min(end, asOf) - begin) / (end - begin));
      if (!open.isEmpty() && !open.get(open.size() - 1).equals2D(start)) {
        close();
      }
      if (open.isEmpty()) {
        open.add(start);
      }
      open.add(stop);
      metres += start.distance(stop);
      millis += in;
    }

    private void close() {
      if (open.size() > 1) {
        lines.add(PlaneGeometries.metres().createLineString(open.toArray(Coordinate[]::new)));
      }
      open.clear();
    }

    Geometry geometry() {
      return PlaneGeometries.metres().createMultiLineString(lines.toArray(LineString[]::new));
    }
  }

  private Coordinate along(int a, int b, double t) {
    PlaneShapes shapes = tracks.shapes();
    if (t == 1) {
      return new Coordinate(shapes.x(b), shapes.y(b));
    }
    return new Coordinate(
        shapes.x(a) + t * (shapes.x(b) - shapes.x(a)),
        shapes.y(a) + t * (shapes.y(b) - shapes.y(a)));
  }

  private List<Walked> walked() {
    return IntStream.range(0, tracks.size())
        .filter(tracks::isOfDuty)
        .mapToObj(Walked::new)
        .toList();
  }

  /** The lines walked in the window, in metres of the plane. */
  List<Geometry> lines() {
    return walked().stream().map(Walked::geometry).filter(line -> !line.isEmpty()).toList();
  }

  List<Metric> metrics() {
    List<Walked> walked = walked();
    List<Geometry> swaths = swaths(walked);
    double merged = swaths.isEmpty() ? 0 : UnaryUnionOp.union(swaths).getArea();
    return List.of(
        metric("effort.kilometres", walked.stream().mapToDouble(w -> w.metres).sum() / 1000),
        metric("effort.hours", walked.stream().mapToDouble(w -> w.millis).sum() / MILLIS_PER_HOUR),
        metric(
            "effort.hole_hours",
            walked.stream().mapToDouble(w -> w.holeMillis).sum() / MILLIS_PER_HOUR),
        metric("effort.swept", merged),
        metric("effort.swept_unmerged", swaths.stream().mapToDouble(Geometry::getArea).sum()));
  }

  private List<Geometry> swaths(List<Walked> walked) {
    double reach = watch.parameters().reachMetres();
    return walked.parallelStream()
        .map(Walked::geometry)
        .filter(line -> !line.isEmpty())
        .map(line -> swath(line, reach))
        .toList();
  }

  private Geometry swath(Geometry line, double reach) {
    cancellation.check();
    return line.buffer(reach, PlaneGeometries.QUADRANT_SEGMENTS);
  }

  private Metric metric(String id, double value) {
    return new Scope(watch).metric(id).without(watch.records().unusable()).value(value);
  }
}
