package org.linli.ingest;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs imports one after the other, in the order in which they came. Only so many are under way at
 * once, counted from the first byte of their upload to their end.
 */
public final class ImportJobs implements AutoCloseable {
  /** Jobs that are over are remembered up to this many. */
  private static final int REMEMBERED = 100;

  private final ImportWork work;
  private final Clock clock;
  private final Semaphore room;
  private final Deque<ImportJob> jobs = new ArrayDeque<>();
  private final ExecutorService worker = Executors.newSingleThreadExecutor(ImportJobs::daemon);

  /**
   * @param mostAtOnce being sent, waiting and running together
   */
  public ImportJobs(ImportWork work, Clock clock, int mostAtOnce) {
    this.work = work;
    this.clock = clock;
    this.room = new Semaphore(mostAtOnce);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "imports");
    thread.setDaemon(true);
    return thread;
  }

  /** Room for one import, given back by closing unless a job was started in it. */
  public final class Place implements AutoCloseable {
    private boolean taken = true;

    /** Queues a job, which removes the request's file when it is over. */
    public ImportJob start(ImportRequest request, boolean check) {
      ImportJob job = new ImportJob(request, check, clock.instant(), room::release);
      taken = false;
      remember(job);
      worker.execute(() -> job.run(work));
      return job;
    }

    @Override
    public void close() {
      if (taken) {
        taken = false;
        room.release();
      }
    }
  }

  /** Empty if as many imports are under way as may. */
  public Optional<Place> findPlace() {
    return room.tryAcquire() ? Optional.of(new Place()) : Optional.empty();
  }

  private void remember(ImportJob job) {
    synchronized (jobs) {
      jobs.addLast(job);
      Iterator<ImportJob> oldest = jobs.iterator();
      for (int tooMany = jobs.size() - REMEMBERED; tooMany > 0 && oldest.hasNext(); tooMany--) {
        if (oldest.next().status().state().isOver()) {
          oldest.remove();
        }
      }
    }
  }

  public Optional<ImportJob> find(String id) {
    return list().stream().filter(job -> job.id().equals(id)).findFirst();
  }

  /** Those under way and the last of those that are over, the newest first. */
  public List<ImportJob> list() {
    List<ImportJob> newestFirst;
    synchronized (jobs) {
      newestFirst = new ArrayList<>(jobs);
    }
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** Cancels what is under way, and waits until it has stopped. */
  @Override
  public void close() {
    list().forEach(ImportJob::cancel);
    worker.shutdown();
    try {
      worker.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
