package org.linli.http;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.linli.encode.Representation.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes exports, a limited number at once. Requests for one that is being made share it; when the
 * last of them goes away before it is whole, the making ends and its place is free. Thread-safe.
 */
final class ExportWorkshop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExportWorkshop.class);
  private static final long PATIENCE_SECONDS = 10;

  /** What is not kept may wait in memory up to this, as most choices of features can as a whole. */
  static final int MEMORY_BYTES = 8 << 20;

  /** So many do so at once: those that are sent slowly outlast their making. */
  static final int IN_MEMORY = 4;

  private final ExportShelf shelf;
  private final int places;
  private final ExecutorService workers = Executors.newCachedThreadPool(ExportWorkshop::worker);
  private final Map<String, ExportMaking> shared = new HashMap<>();
  private final Semaphore memories = new Semaphore(IN_MEMORY);
  private int busy;
  private long begun;

  ExportWorkshop(ExportShelf shelf, int places) {
    this.shelf = shelf;
    this.places = places;
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "export");
    thread.setDaemon(true);
    return thread;
  }

  ExportShelf shelf() {
    return shelf;
  }

  /**
   * A making of the export, for one request, which must {@link #leave} it.
   *
   * @param tag what it is: requests for the same share it
   * @param name under which it is kept; empty if it is not
   * @throws ProblemException if all places are taken
   */
  synchronized ExportMaking join(
      String tag, Optional<CopyName> name, ContentCoding coding, Body body) throws IOException {
    ExportMaking making = shared.get(tag);
    if (making == null) {
      making = begin(tag, name, coding, body);
    }
    making.join();
    return making;
  }

  private ExportMaking begin(String tag, Optional<CopyName> name, ContentCoding coding, Body body)
      throws IOException {
    if (busy == places) {
      throw new ProblemException(ProblemKind.BUSY);
    }
    ExportMaking making = begin(tag, name, coding, body, name.isEmpty() && memories.tryAcquire());
    shared.put(tag, making);
    busy++;
    begun++;
    workers.execute(() -> make(making));
    return making;
  }

  private ExportMaking begin(
      String tag, Optional<CopyName> name, ContentCoding coding, Body body, boolean inMemory)
      throws IOException {
    return inMemory
        ? new ExportMaking(tag, name, coding, body, shelf, MEMORY_BYTES, memories::release)
        : new ExportMaking(tag, name, coding, body, shelf, 0, () -> {});
  }

  private void make(ExportMaking making) {
    try {
      making.run();
    } finally {
      end(making);
    }
  }

  private synchronized void end(ExportMaking making) {
    busy--;
    shared.remove(making.tag(), making);
    making.leave();
  }

  /** A request needs the making no more; if it was the last before the end, nobody does. */
  synchronized void leave(ExportMaking making) {
    if (making.leave() == 1 && !making.file().isWhole()) {
      shared.remove(making.tag(), making);
      making.file().abandon();
    }
  }

  /** How many are being made. */
  synchronized int busy() {
    return busy;
  }

  /** How many more may wait in memory. */
  int freeMemories() {
    return memories.availablePermits();
  }

  /** How many were ever begun. */
  synchronized long begun() {
    return begun;
  }

  @Override
  public void close() throws InterruptedException {
    workers.shutdownNow();
    if (!workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      LOG.warn("An export was still being made at the end.");
    }
  }
}
