package org.linli.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.linli.store.StoreBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An import, or a check, that runs beside whoever asked for it. Its file is its own: gone when it
 * ends, however it ends.
 */
public final class ImportJob {
  private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

  private final String id = UUID.randomUUID().toString();
  private final ImportRequest request;
  private final boolean check;
  private final Instant askedAt;
  private final Runnable afterwards;
  private volatile boolean cancelled;
  private Status status = new Status(0, State.WAITING, Progress.NONE, Optional.empty());

  /**
   * @param check whether nothing is to be written
   * @param afterwards called once, when the job is over and its file is gone
   */
  ImportJob(ImportRequest request, boolean check, Instant askedAt, Runnable afterwards) {
    this.request = request;
    this.check = check;
    this.askedAt = askedAt;
    this.afterwards = afterwards;
  }

  /** What a job is at, or how it ended. */
  public enum State {
    WAITING,
    RUNNING,
    APPLIED,
    CHECKED,
    REFUSED,
    CANCELLED,
    /** By a fault that is none of the file's; the log has it. */
    FAILED;

    public boolean isOver() {
      return this != WAITING && this != RUNNING;
    }

    static State of(ImportReport report) {
      return valueOf(report.outcome().name());
    }

    /** The stable name in JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How far a running job is.
   *
   * @param stage empty before it began
   */
  public record Progress(
      Optional<ImportProgress.Stage> stage, long rowsRead, long bytesRead, long bytesTotal) {
    static final Progress NONE = new Progress(Optional.empty(), 0, 0, 0);
  }

  /**
   * A job at one moment.
   *
   * @param number grows by one with each change
   * @param report once the job is over, unless it was cancelled while waiting, or failed
   */
  public record Status(
      long number, State state, Progress progress, Optional<ImportReport> report) {}

  /** Cannot be guessed. */
  public String id() {
    return id;
  }

  public ImportRequest request() {
    return request;
  }

  /** Whether nothing is written. */
  public boolean isCheck() {
    return check;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public synchronized Status status() {
    return status;
  }

  /**
   * The job's status as soon as it is another than the one of that number, or after a while all the
   * same.
   */
  public synchronized Status awaitChange(long knownNumber, Duration longest)
      throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    for (long left = longest.toMillis(); status.number == knownNumber && left > 0; ) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
    return status;
  }

  /** Asks the job to stop: at once if it waits, soon if it reads, and not once it commits. */
  public void cancel() {
    cancelled = true;
    synchronized (this) {
      if (status.state != State.WAITING) {
        return;
      }
      removeFile();
      set(State.CANCELLED, status.progress, Optional.empty());
    }
    afterwards.run();
  }

  void run(ImportWork work) {
    synchronized (this) {
      if (status.state != State.WAITING) {
        return;
      }
      set(State.RUNNING, status.progress, Optional.empty());
    }
    try {
      ImportReport report = runOnceStoreIsFree(work);
      end(State.of(report), Optional.of(report));
    } catch (RuntimeException | Error failed) {
      LOG.error("The import of {} into {} failed.", request.fileName(), request.layerId(), failed);
      end(State.FAILED, Optional.empty());
    }
  }

  /** The store itself waits for its other writer some seconds, so this does not spin. */
  private ImportReport runOnceStoreIsFree(ImportWork work) {
    while (true) {
      try {
        return work.run(request, check, new Watching());
      } catch (StoreBusyException busy) {
        LOG.info("The import of {} waits for another writer.", request.fileName());
      }
    }
  }

  private void end(State how, Optional<ImportReport> report) {
    synchronized (this) {
      removeFile();
      set(how, status.progress, report);
    }
    afterwards.run();
  }

  private void removeFile() {
    try {
      Files.deleteIfExists(request.file());
    } catch (IOException failed) {
      LOG.warn("The uploaded file {} could not be removed.", request.file(), failed);
    }
  }

  private synchronized void set(State state, Progress progress, Optional<ImportReport> report) {
    status = new Status(status.number + 1, state, progress, report);
    notifyAll();
  }

  private final class Watching implements ImportProgress {
    @Override
    public void update(Stage stage, long rowsRead, long bytesRead, long bytesTotal) {
      set(
          State.RUNNING,
          new Progress(Optional.of(stage), rowsRead, bytesRead, bytesTotal),
          Optional.empty());
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }
}
