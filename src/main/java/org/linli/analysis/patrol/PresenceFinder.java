package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;

/** Finds when the patrols were within reach of which buildings. */
final class PresenceFinder {
  private final PlaneShapes buildings;
  private final PlaneIndex index;
  private final PatrolParameters parameters;
  private final Cancellation cancellation;

  PresenceFinder(
      PlaneShapes buildings,
      PlaneIndex index,
      PatrolParameters parameters,
      Cancellation cancellation) {
    this.buildings = buildings;
    this.index = index;
    this.parameters = parameters;
    this.cancellation = cancellation;
  }

  /** The spans of all walks of the duty, a collector a walk. */
  List<Spans.Collector> follow(Tracks tracks) {
    return new ArrayList<>(
        IntStream.range(0, tracks.size())
            .parallel()
            .filter(tracks::isOfDuty)
            .mapToObj(row -> follow(tracks, row))
            .toList());
  }

  /** Visits as moments of presence. */
  static Spans.Collector visited(Visits visits) {
    Spans.Collector collector = new Spans.Collector();
    for (int i = 0; i < visits.size(); i++) {
      collector.add(visits.building(i), visits.time(i), visits.time(i));
    }
    return collector;
  }

  private Spans.Collector follow(Tracks tracks, int row) {
    cancellation.check();
    Walk walk = new Walk(tracks);
    tracks.steps(row, parameters, walk::step);
    return walk.collector;
  }

  /** One track's steps. The buildings near a step are asked for once for a neighbourhood of it. */
  private final class Walk {
    private static final double NEIGHBOURHOOD_METRES = 60;
    private final Tracks tracks;
    private final Spans.Collector collector = new Spans.Collector();
    private final ReachSpans spans = new ReachSpans(buildings, parameters.reachMetres());
    private int[] near = new int[64];
    private int nearCount;
    private double nearMinX = 1;
    private double nearMinY = 1;
    private double nearMaxX = -1;
    private double nearMaxY = -1;
    private int previousStepBegan;

    Walk(Tracks tracks) {
      this.tracks = tracks;
    }

    void step(int from, int to, boolean isHole) {
      if (isHole) {
        // The fix at each edge of a hole is a moment of presence.
        walk(from, from);
        walk(to, to);
      } else {
        walk(from, to);
      }
    }

    private void walk(int from, int to) {
      PlaneShapes shapes = tracks.shapes();
      double fromX = shapes.x(from);
      double fromY = shapes.y(from);
      double toX = shapes.x(to);
      double toY = shapes.y(to);
      look(Math.min(fromX, toX), Math.min(fromY, toY), Math.max(fromX, toX), Math.max(fromY, toY));
      long start = tracks.time(from);
      long millis = tracks.time(to) - start;
      int stepBegins = collector.size();
      for (int i = 0; i < nearCount; i++) {
        spans.walk(fromX, fromY, toX, toY, near[i]);
        for (int span = 0; span < spans.count(); span++) {
          collector.addOrExtend(
              near[i],
              start + Math.round(spans.from(span) * millis),
              start + Math.round(spans.to(span) * millis),
              previousStepBegan);
        }
      }
      previousStepBegan = stepBegins;
    }

    private void look(double minX, double minY, double maxX, double maxY) {
      if (minX >= nearMinX && minY >= nearMinY && maxX <= nearMaxX && maxY <= nearMaxY) {
        return;
      }
      nearMinX = minX - NEIGHBOURHOOD_METRES;
      nearMinY = minY - NEIGHBOURHOOD_METRES;
      nearMaxX = maxX + NEIGHBOURHOOD_METRES;
      nearMaxY = maxY + NEIGHBOURHOOD_METRES;
      nearCount = 0;
      double reach = parameters.reachMetres();
      index.search(
          nearMinX - reach, nearMinY - reach, nearMaxX + reach, nearMaxY + reach, this::addNear);
    }

    private void addNear(int building) {
      if (nearCount == near.length) {
        near = Arrays.copyOf(near, 2 * nearCount);
      }
      near[nearCount++] = building;
    }
  }
}
