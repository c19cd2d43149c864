package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.List;
import org.linli.analysis.PlaneGeometries;
import org.linli.analysis.PlaneShapes;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * What one patrol walked in the window, without holes, in metres of the plane.
 *
 * @param millis on the way
 * @param holeMillis not known where
 */
record Walked(List<LineString> lines, double metres, double millis, double holeMillis) {
  private static final Walked NOTHING = new Walked(List.of(), 0, 0, 0);

  Walked {
    lines = List.copyOf(lines);
  }

  /** A row of the tracks; nothing if it is of another duty. */
  static Walked of(Tracks tracks, int row, PatrolParameters parameters) {
    return tracks.isOfDuty(row) ? new Pen(tracks, parameters).draw(row) : NOTHING;
  }

  Geometry geometry() {
    return PlaneGeometries.metres().createMultiLineString(lines.toArray(LineString[]::new));
  }

  /** Draws the lines of one patrol step by step. */
  private static final class Pen {
    private final Tracks tracks;
    private final PatrolParameters parameters;
    private final long from;
    private final long asOf;
    private final List<LineString> lines = new ArrayList<>();
    private final List<Coordinate> open = new ArrayList<>();
    private double metres;
    private double millis;
    private double holeMillis;

    Pen(Tracks tracks, PatrolParameters parameters) {
      this.tracks = tracks;
      this.parameters = parameters;
      this.from = parameters.from();
      this.asOf = parameters.asOf();
    }

    Walked draw(int row) {
      tracks.steps(row, parameters, this::step);
      close();
      return new Walked(lines, metres, millis, holeMillis);
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

    private Coordinate along(int a, int b, double t) {
      PlaneShapes shapes = tracks.shapes();
      if (t == 1) {
        return new Coordinate(shapes.x(b), shapes.y(b));
      }
      return new Coordinate(
          shapes.x(a) + t * (shapes.x(b) - shapes.x(a)),
          shapes.y(a) + t * (shapes.y(b) - shapes.y(a)));
    }
  }
}
