package org.linli.catalogue.releases;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.linli.layer.RefusedException;

/** Makes releases beside those who ask for them, one at a time. Thread-safe. */
public final class ReleaseJobs implements AutoCloseable {
  /** Jobs are remembered up to this many. */
  private static final int REMEMBERED = 20;

  private final ReleaseMaker maker;
  private final Clock clock;
  private final List<ReleaseJob> newestFirst = new ArrayList<>();
  private final ExecutorService worker = Executors.newSingleThreadExecutor(ReleaseJobs::daemon);

  public ReleaseJobs(ReleaseMaker maker, Clock clock) {
    this.maker = maker;
    this.clock = clock;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "releases");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins to freeze what the public may see.
   *
   * @throws RefusedException if a release is being made already
   */
  public synchronized ReleaseJob start() {
    if (newestFirst.stream().anyMatch(job -> !job.status().state().isOver())) {
      throw ReleaseMaker.busy();
    }
    ReleaseJob job = new ReleaseJob(clock.instant());
    newestFirst.add(0, job);
    if (newestFirst.size() > REMEMBERED) {
      newestFirst.remove(REMEMBERED);
    }
    worker.execute(() -> job.run(maker));
    return job;
  }

  /** The one under way and the last of those that are over, the newest first. */
  public synchronized List<ReleaseJob> list() {
    return List.copyOf(newestFirst);
  }

  public Optional<ReleaseJob> find(String id) {
    return list().stream().filter(job -> job.id().equals(id)).findFirst();
  }

  /**
   * Waits for the one under way: a release is made whole or, if that takes too long, not at all.
   */
  @Override
  public void close() {
    worker.shutdown();
    try {
      worker.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
