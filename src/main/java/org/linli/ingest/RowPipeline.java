package org.linli.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.RowSink;
import org.linli.ingest.source.SourceReader;
import org.linli.ingest.source.SourceRow;
import org.linli.layer.Feature;

/**
 * Reads, checks and writes at the same time: one thread parses the file, one makes features of the
 * rows, and the caller's writes them. Rows keep their order; a few batches are on the way at once.
 */
final class RowPipeline {
  private static final int BATCHES = 6;

  private final Handover<RowBatch> read = new Handover<>(BATCHES);
  private final Handover<List<Feature>> checked = new Handover<>(BATCHES);
  private final SourceReader reader;
  private final FeatureMaker maker;

  RowPipeline(SourceReader reader, FeatureMaker maker) {
    this.reader = reader;
    this.maker = maker;
  }

  /** Runs to the end, or rethrows the first failure of any of the three once all have stopped. */
  void run(Consumer<Feature> writer) {
    ExecutorService threads = Executors.newFixedThreadPool(2, RowPipeline::daemon);
    try {
      threads.execute(this::read);
      threads.execute(this::check);
      for (var batch = checked.take(); batch.isPresent(); batch = checked.take()) {
        batch.get().forEach(writer);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The import was interrupted.");
    } finally {
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "import");
    thread.setDaemon(true);
    return thread;
  }

  /** The file may be deleted as soon as nobody reads it. */
  private static void awaitEnd(ExecutorService threads) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    try {
      try {
        Batches batches = new Batches();
        reader.read(batches);
        batches.flush();
        read.end();
      } catch (RuntimeException | Error failure) {
        read.fail(failure);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() {
    try {
      try {
        for (var batch = read.take(); batch.isPresent(); batch = read.take()) {
          checked.give(features(batch.get()));
        }
        checked.end();
      } catch (RuntimeException | Error failure) {
        checked.fail(failure);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Feature> features(RowBatch batch) {
    batch.issues().forEach(maker::issue);
    List<Feature> features = new ArrayList<>(batch.rows().size());
    for (SourceRow row : batch.rows()) {
      Optional<Feature> feature = maker.make(row);
      feature.ifPresent(features::add);
    }
    return features;
  }

  /** Gathers what the reader hands over. */
  private final class Batches implements RowSink {
    private RowBatch batch = new RowBatch();

    @Override
    public boolean row(SourceRow row) {
      batch.add(row);
      giveIfFull();
      return true;
    }

    @Override
    public void issue(ImportIssue issue) {
      batch.add(issue);
      giveIfFull();
    }

    private void giveIfFull() {
      if (batch.isFull()) {
        try {
          flush();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          throw new CancellationException("The import was interrupted.");
        }
      }
    }

    void flush() throws InterruptedException {
      read.give(batch);
      batch = new RowBatch();
    }
  }
}
