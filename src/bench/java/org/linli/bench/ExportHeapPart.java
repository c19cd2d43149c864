package org.linli.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/**
 * The most heap that the making of a file holds above what the resident snapshots take, for a small
 * layer and a large one. While the file is made the server collects all garbage again and again,
 * and what lives then counts; a small file is made often enough for as many looks. The greatest of
 * a few looks is much a matter of luck, so that of several rounds the median is taken.
 */
final class ExportHeapPart {
  private static final List<String> ENDINGS =
      List.of("csv", "geojson", "gpkg", "fgb", "xlsx", "shp.zip");
  private static final int SMALL = 10_000;
  private static final int ROUNDS = 5;

  /** In each round. */
  private static final int LOOKS = 16;

  private static final long SETTLED_BYTES = 50_000;
  private static final double AT_MOST = 1.2;

  private final Course course;
  private final int features;
  private final KeptAliveClient client;
  private final HeapGauge heap;

  private ExportHeapPart(Course course, int features, KeptAliveClient client, HeapGauge heap) {
    this.course = course;
    this.features = features;
    this.client = client;
    this.heap = heap;
  }

  static void run(Course course, Results results) throws Exception {
    Map<String, Peaks> small = new HashMap<>();
    measure(course, SMALL, small::put);
    int large = 2 * course.buildings();
    measure(course, large, (ending, peak) -> results.add(figure(ending, large, peak, small)));
  }

  private static Figure figure(String ending, int large, Peaks peaks, Map<String, Peaks> small) {
    double ratio = (double) peaks.median() / small.get(ending).median();
    return new Figure(
        String.format(Locale.ROOT, "heap that ." + ending + " of %,d features holds", large),
        peaks.toString(),
        String.format(Locale.ROOT, "%,d features: ", SMALL) + small.get(ending),
        String.format(Locale.ROOT, "%.2f", ratio),
        "≤ " + AT_MOST,
        ratio <= AT_MOST);
  }

  /** The peak of each round, in bytes, ascending. */
  private record Peaks(List<Long> bytes) {
    Peaks {
      bytes = bytes.stream().sorted().toList();
    }

    long median() {
      return bytes.get(bytes.size() / 2);
    }

    /** The median with the least and the greatest. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d kB (%,d – %,d kB, n=%d)",
          median() / 1000,
          bytes.get(0) / 1000,
          bytes.get(bytes.size() - 1) / 1000,
          bytes.size());
    }
  }

  private static void measure(Course course, int features, BiConsumer<String, Peaks> told)
      throws Exception {
    try (Portal portal = Portal.serve(Course.withoutCopies(course.home(features)));
        HeapGauge heap = portal.heap();
        KeptAliveClient client = new KeptAliveClient(portal.port())) {
      ExportHeapPart part = new ExportHeapPart(course, features, client, heap);
      part.warm();
      for (String ending : ENDINGS) {
        told.accept(ending, part.peaksAbove(ending));
      }
    }
  }

  /** What is made once and stays, as code and the systems of reference, counts as resident. */
  private void warm() {
    ENDINGS.forEach(this::ask);
    ENDINGS.forEach(this::ask);
    long before = heap.liveBytes();
    for (long lives = settled(); Math.abs(lives - before) > SETTLED_BYTES; lives = settled()) {
      before = lives;
    }
  }

  private long settled() {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    return heap.liveBytes();
  }

  private Peaks peaksAbove(String ending) {
    long spacing = ask(ending) / LOOKS;
    return new Peaks(
        LongStream.range(0, ROUNDS).map(round -> peakAbove(ending, spacing)).boxed().toList());
  }

  private long peakAbove(String ending, long spacing) {
    long resident = resident();
    long peak = 0;
    for (int looks = 0; looks < LOOKS; ) {
      CompletableFuture<Long> asked = CompletableFuture.supplyAsync(() -> ask(ending));
      do {
        LockSupport.parkNanos(spacing);
        long lives = heap.liveBytes();
        if (!asked.isDone()) {
          peak = Math.max(peak, lives - resident);
          looks++;
        }
      } while (!asked.isDone());
      asked.join();
    }
    return peak;
  }

  /** What lives while nothing is made; what an earlier request left goes first. */
  private long resident() {
    long least = heap.liveBytes();
    for (int i = 0; i < 3; i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      least = Math.min(least, heap.liveBytes());
    }
    return least;
  }

  private long ask(String ending) {
    Course.forgetCopies(course.home(features));
    String path = Portal.wholeLayer(Course.LAYER, ending);
    return client.get(path, (b, f, n) -> {}).requireOk("ours").nanos();
  }
}
