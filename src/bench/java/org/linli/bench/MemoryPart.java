package org.linli.bench;

import java.io.IOException;
import java.util.Locale;

/**
 * What the snapshot costs in heap, and what an export holds above it: the client stops reading in
 * the middle of the answer, has the server collect all garbage, and looks at what lives.
 */
final class MemoryPart {
  private static final long STOPS = 10;

  private MemoryPart() {}

  static void run(Course course, Results results) throws Exception {
    long empty = liveBytes(course, 0);
    long full = liveBytes(course, course.buildings());
    results.add(
        Figure.bound(
            "heap a feature of the snapshot",
            (double) (full - empty) / course.buildings(),
            "bytes",
            250));
    for (int features : new int[] {10_000, course.buildings(), 2 * course.buildings()}) {
      double megabytes = peakAbove(course, features) / 1e6;
      results.note(
          String.format(
              Locale.ROOT,
              "An export of %,d features holds at most %.1f MB of heap above the snapshot.",
              features,
              megabytes));
    }
  }

  private static long liveBytes(Course course, int features) throws Exception {
    try (Portal portal = serve(course, features);
        HeapGauge heap = portal.heap()) {
      heap.liveBytes();
      return heap.liveBytes();
    }
  }

  private static Portal serve(Course course, int features) throws IOException {
    return Portal.serve(
        features == 0 ? course.emptyFolder("home-0") : Course.withoutCopies(course.home(features)));
  }

  private static long peakAbove(Course course, int features) throws Exception {
    try (Portal portal = serve(course, features);
        HeapGauge heap = portal.heap();
        KeptAliveClient client = new KeptAliveClient(portal.port())) {
      client.get("/health");
      heap.liveBytes();
      Probe probe = new Probe(heap, features * 480L / STOPS);
      long resident = heap.liveBytes();
      client.get(Portal.wholeLayer(Course.LAYER), probe).requireOk("ours");
      return probe.peak - resident;
    }
  }

  /** Looks at the heap each time that so many bytes have passed. */
  private static final class Probe implements KeptAliveClient.Sink {
    private final HeapGauge heap;
    private final long step;
    private long next;
    private long passed;
    private long peak;

    Probe(HeapGauge heap, long step) {
      this.heap = heap;
      this.step = step;
    }

    @Override
    public void take(byte[] bytes, int from, int length) {
      passed += length;
      if (passed >= next) {
        next = passed + step;
        peak = Math.max(peak, heap.liveBytes());
      }
    }
  }
}
