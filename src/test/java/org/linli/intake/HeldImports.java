package org.linli.intake;

import java.util.concurrent.CountDownLatch;
import org.linli.ingest.ImportProgress;
import org.linli.ingest.ImportReport;
import org.linli.ingest.ImportRequest;
import org.linli.ingest.ImportWork;
import org.linli.ingest.Importer;

/** Imports that a test can hold while they read, or break. */
final class HeldImports implements ImportWork {
  private final Importer importer;
  private volatile Hold hold = new Hold(0);
  private volatile boolean broken;

  /** Stops an import once it has read so many rows. */
  static final class Hold {
    private final long rows;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    Hold(long rows) {
      this.rows = rows;
    }

    void awaitReached() throws InterruptedException {
      reached.await();
    }

    void letGo() {
      letGo.countDown();
    }

    private void pass(long read) {
      if (rows > 0 && read >= rows) {
        reached.countDown();
        try {
          letGo.await();
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  HeldImports(Importer importer) {
    this.importer = importer;
  }

  Hold holdAfter(long rows) {
    hold = new Hold(rows);
    return hold;
  }

  void breakDown(boolean broken) {
    this.broken = broken;
  }

  @Override
  public ImportReport run(ImportRequest request, boolean check, ImportProgress progress) {
    if (broken) {
      throw new IllegalStateException("the disk is on fire");
    }
    ImportProgress held = held(progress);
    return check ? importer.check(request, held) : importer.run(request, held);
  }

  private ImportProgress held(ImportProgress progress) {
    return new ImportProgress() {
      @Override
      public void update(Stage stage, long rowsRead, long bytesRead, long bytesTotal) {
        progress.update(stage, rowsRead, bytesRead, bytesTotal);
        if (stage == Stage.LOADING) {
          hold.pass(rowsRead);
        }
      }

      @Override
      public boolean isCancelled() {
        return progress.isCancelled();
      }
    };
  }
}
