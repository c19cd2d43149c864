package org.linli.ingest;

import java.util.concurrent.CancellationException;
import org.linli.ingest.ImportProgress.Stage;
import org.linli.ingest.source.Watch;

/** Tells the progress of one stage now and then, and stops it when somebody cancels. */
final class ProgressWatch implements Watch {
  private static final int ROWS_BETWEEN = 500;

  private final ImportProgress progress;
  private final long bytesTotal;
  private volatile Stage stage = Stage.SURVEYING;
  private long next;

  ProgressWatch(ImportProgress progress, long bytesTotal) {
    this.progress = progress;
    this.bytesTotal = bytesTotal;
  }

  /** Begins another stage; called while no reader is at work. */
  void enter(Stage begun) {
    stage = begun;
    next = 0;
    progress.update(begun, 0, 0, bytesTotal);
    stopIfCancelled();
  }

  @Override
  public void at(long rows, long bytes) {
    if (rows >= next || rows == 0) {
      next = rows + ROWS_BETWEEN;
      progress.update(stage, rows, bytes, bytesTotal);
      stopIfCancelled();
    }
  }

  void stopIfCancelled() {
    if (progress.isCancelled()) {
      throw new CancellationException("The import was cancelled.");
    }
  }
}
