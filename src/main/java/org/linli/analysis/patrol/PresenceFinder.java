package org.linli.analysis.patrol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;
import org.linli.analysis.PlaneIndex;
import org.linli.analysis.PlaneShapes;

/** Finds when the patrols were within reach of which buildings. */
final class PresenceFinder {
  /** Walks are dealt out in more shares than there are cores, since some are longer. */
  private static final int SHARES_A_CORE = 4;

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

  /** The spans of all walks of the duty. */
  List<Spans.Collector> follow(Tracks tracks) {
    return follow(tracks, IntStream.range(0, tracks.size()).toArray());
  }

  /** The spans of some walks. */
  List<Spans.Collector> follow(Tracks tracks, int[] walks) {
    int shares = Math.min(walks.length, SHARES_A_CORE * Runtime.getRuntime().availableProcessors());
    return new ArrayList<>(
        IntStream.range(0, shares)
            .parallel()
            .mapToObj(share -> follow(tracks, walks, share, shares))
            .toList());
  }

  /** Visits as moments of presence. */
  Spans.Collector visited(Visits visits) {
    Spans.Collector collector = new Spans.Collector(buildings.size());
    for (int i = 0; i < visits.size(); i++) {
      collector.add(visits.building(i), visits.time(i), visits.time(i));
    }
    return collector;
  }

  private Spans.Collector follow(Tracks tracks, int[] walks, int share, int shares) {
    Spans.Collector collector = new Spans.Collector(buildings.size());
    Walk walk = new Walk(tracks, collector);
    for (int i = share; i < walks.length; i += shares) {
      if (tracks.isOfDuty(walks[i])) {
        cancellation.check();
        tracks.steps(walks[i], parameters, walk::step);
      }
    }
    return collector;
  }

  /** Goes along the steps of walks and collects where they come within reach. */
  private final class Walk {
    private final Tracks tracks;
    private final Spans.Collector collector;
    private final ReachSpans spans = new ReachSpans(buildings, parameters.reachMetres());
    private final Surroundings surroundings =
        new Surroundings(buildings, index, parameters.reachMetres());
    private long start;
    private long millis;

    Walk(Tracks tracks, Spans.Collector collector) {
      this.tracks = tracks;
      this.collector = collector;
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
      start = tracks.time(from);
      millis = tracks.time(to) - start;
      spans.setOut(shapes.x(from), shapes.y(from), shapes.x(to), shapes.y(to));
      surroundings.along(
          shapes.x(from), shapes.y(from), shapes.x(to), shapes.y(to), this::whole, this::some);
    }

    private void whole(int building) {
      collector.add(building, start, start + millis);
    }

    private void some(int building) {
      spans.meet(building);
      for (int span = 0; span < spans.count(); span++) {
        collector.add(
            building,
            start + Math.round(spans.from(span) * millis),
            start + Math.round(spans.to(span) * millis));
      }
    }
  }
}
