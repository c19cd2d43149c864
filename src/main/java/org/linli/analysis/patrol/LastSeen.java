package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.linli.analysis.Cancellation;
import org.linli.analysis.LayerRows;

/**
 * When somebody was last within reach of each building, up to a moment: what coverage needs to
 * know, without all that came before. The walks are followed from the latest back, so that most of
 * what a step passes has been seen later than the step ends and is not looked at; whole terraces
 * are passed over so. What is found does not depend on the order: times only ever grow.
 */
final class LastSeen {
  /** Steps that are looked up in the index together; a few hundred metres. */
  private static final int LEG_STEPS = 16;

  private final Precinct precinct;
  private final Terraces terraces;
  private final Tracks tracks;
  private final PatrolParameters parameters;
  private final Cancellation cancellation;

  /** By place; NEVER where nobody was yet. */
  private final AtomicLongArray last;

  /** For each terrace, that of the building that was seen first; it may lag behind. */
  private final AtomicLongArray allSince;

  private LastSeen(
      Precinct precinct, Records records, PatrolParameters parameters, Cancellation cancellation) {
    this.precinct = precinct;
    this.terraces = precinct.terraces();
    this.tracks = records.tracks();
    this.parameters = parameters;
    this.cancellation = cancellation;
    this.last = never(terraces.places());
    this.allSince = never(terraces.count());
  }

  private static AtomicLongArray never(int size) {
    long[] all = new long[size];
    Arrays.fill(all, LayerRows.NEVER);
    return new AtomicLongArray(all);
  }

  /** Epoch milliseconds by building, at most {@code asOf}; NEVER where nobody was. */
  static long[] of(
      Precinct precinct, Records records, PatrolParameters parameters, Cancellation cancellation) {
    LastSeen seen = new LastSeen(precinct, records, parameters, cancellation);
    seen.follow();
    return seen.byBuilding(records.visits());
  }

  private void follow() {
    int[] latestFirst = latestFirst();
    AtomicInteger next = new AtomicInteger();
    IntStream.range(0, Runtime.getRuntime().availableProcessors())
        .parallel()
        .forEach(
            core -> {
              Follower follower = new Follower();
              for (int i = next.getAndIncrement();
                  i < latestFirst.length;
                  i = next.getAndIncrement()) {
                cancellation.check();
                follower.follow(latestFirst[i]);
              }
            });
  }

  private int[] latestFirst() {
    long[] latest = IntStream.range(0, tracks.size()).mapToLong(tracks::latest).toArray();
    return IntStream.range(0, tracks.size())
        .filter(tracks::isOfDuty)
        .boxed()
        .sorted((a, b) -> Long.compare(latest[b], latest[a]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private long[] byBuilding(Visits visits) {
    long[] all = new long[precinct.size()];
    Arrays.fill(all, LayerRows.NEVER);
    for (int place = 0; place < terraces.places(); place++) {
      all[terraces.building(place)] = last.getPlain(place);
    }
    for (int i = 0; i < visits.size(); i++) {
      if (visits.time(i) <= parameters.asOf()) {
        all[visits.building(i)] = Math.max(all[visits.building(i)], visits.time(i));
      }
    }
    return all;
  }

  /** Goes back along one walk after the other. Used by one thread. */
  private final class Follower {
    private final Stride stride = new Stride(parameters.reachMetres());
    private final ReachSpans spans = new ReachSpans(precinct.shapes(), parameters.reachMetres());
    private int[] froms = new int[256];
    private int[] tos = new int[256];
    private int steps;
    private int[] near = new int[64];
    private int nearCount;

    void follow(int walk) {
      steps = 0;
      tracks.steps(walk, parameters, this::note);
      for (int end = steps; end > 0; end -= LEG_STEPS) {
        leg(Math.max(0, end - LEG_STEPS), end);
      }
    }

    private void note(int from, int to, boolean isHole) {
      if (isHole) {
        // The fix at each edge of a hole is a moment of presence.
        note(from, from);
        note(to, to);
      } else {
        note(from, to);
      }
    }

    private void note(int from, int to) {
      if (tracks.time(from) > parameters.asOf()) {
        return;
      }
      if (steps == froms.length) {
        froms = Arrays.copyOf(froms, 2 * steps);
        tos = Arrays.copyOf(tos, 2 * steps);
      }
      froms[steps] = from;
      tos[steps++] = to;
    }

    private void leg(int first, int end) {
      double minX = Double.POSITIVE_INFINITY;
      double minY = Double.POSITIVE_INFINITY;
      double maxX = Double.NEGATIVE_INFINITY;
      double maxY = Double.NEGATIVE_INFINITY;
      long latest = LayerRows.NEVER;
      for (int i = first; i < end; i++) {
        minX = Math.min(minX, Math.min(x(froms[i]), x(tos[i])));
        minY = Math.min(minY, Math.min(y(froms[i]), y(tos[i])));
        maxX = Math.max(maxX, Math.max(x(froms[i]), x(tos[i])));
        maxY = Math.max(maxY, Math.max(y(froms[i]), y(tos[i])));
        latest = Math.max(latest, end(i));
      }
      look(minX, minY, maxX, maxY, latest);
      for (int i = end - 1; i >= first && nearCount > 0; i--) {
        step(i);
      }
    }

    private double x(int vertex) {
      return tracks.shapes().x(vertex);
    }

    private double y(int vertex) {
      return tracks.shapes().y(vertex);
    }

    private long end(int step) {
      return Math.min(parameters.asOf(), tracks.time(tos[step]));
    }

    /** Finds the terraces about a leg in which somebody was not seen since it ended. */
    private void look(double minX, double minY, double maxX, double maxY, long latest) {
      double reach = parameters.reachMetres();
      nearCount = 0;
      terraces.search(
          minX - reach,
          minY - reach,
          maxX + reach,
          maxY + reach,
          terrace -> {
            if (allSince.getOpaque(terrace) < latest) {
              addNear(terrace);
            }
          });
    }

    private void addNear(int terrace) {
      if (nearCount == near.length) {
        near = Arrays.copyOf(near, 2 * nearCount);
      }
      near[nearCount++] = terrace;
    }

    private void step(int step) {
      long end = end(step);
      stride.set(x(froms[step]), y(froms[step]), x(tos[step]), y(tos[step]));
      spans.setOut(x(froms[step]), y(froms[step]), x(tos[step]), y(tos[step]));
      for (int i = 0; i < nearCount; i++) {
        int terrace = near[i];
        if (allSince.getOpaque(terrace) < end && !terraces.misses(stride, terrace)) {
          pass(terrace, step, end);
        }
      }
    }

    private void pass(int terrace, int step, long end) {
      boolean isNews = false;
      for (int p = terrace * Terraces.LENGTH; p < terraces.end(terrace); p++) {
        if (last.getOpaque(p) < end && !terraces.missesPlace(stride, p)) {
          isNews |= see(p, terraces.isWhollyNear(stride, p) ? end : lastOf(step, p));
        }
      }
      if (isNews) {
        noteAllSince(terrace);
      }
    }

    private boolean see(int place, long moment) {
      long before = last.getOpaque(place);
      while (before < moment && !last.weakCompareAndSetVolatile(place, before, moment)) {
        before = last.getOpaque(place);
      }
      return before < moment;
    }

    private void noteAllSince(int terrace) {
      long known = allSince.getOpaque(terrace);
      long earliest = Long.MAX_VALUE;
      for (int p = terraces.end(terrace) - 1; p >= terrace * Terraces.LENGTH; p--) {
        earliest = Math.min(earliest, last.getOpaque(p));
        if (earliest <= known) {
          return;
        }
      }
      allSince.setOpaque(terrace, earliest);
    }

    /** The end of the last span of the step that began by {@code asOf}; NEVER for none. */
    private long lastOf(int step, int place) {
      spans.meet(terraces.building(place));
      long start = tracks.time(froms[step]);
      long millis = tracks.time(tos[step]) - start;
      for (int span = spans.count() - 1; span >= 0; span--) {
        if (start + Math.round(spans.from(span) * millis) <= parameters.asOf()) {
          return Math.min(parameters.asOf(), start + Math.round(spans.to(span) * millis));
        }
      }
      return LayerRows.NEVER;
    }
  }
}
