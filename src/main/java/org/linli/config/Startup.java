package org.linli.config;

import org.linli.account.Accounts;
import org.linli.http.Readiness;
import org.linli.http.Readiness.State;
import org.linli.ingest.ImportJobs;
import org.linli.snapshot.Snapshots;
import org.linli.store.FeatureStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What happens between the start and being ready: the demo comes into an empty home, and the layers
 * into memory. It runs beside the server, which answers {@code /health} meanwhile.
 */
final class Startup implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

  private final Warmup warmup;
  private final FeatureStore store;
  private final FirstData firstData;
  private final Snapshots snapshots;
  private final ImportJobs imports;
  private final Accounts accounts;
  private final Readiness readiness;
  private volatile Thread loading;

  Startup(
      Warmup warmup,
      FeatureStore store,
      FirstData firstData,
      Snapshots snapshots,
      ImportJobs imports,
      Accounts accounts,
      Readiness readiness) {
    this.warmup = warmup;
    this.store = store;
    this.firstData = firstData;
    this.snapshots = snapshots;
    this.imports = imports;
    this.accounts = accounts;
    this.readiness = readiness;
  }

  @Override
  public void start() {
    loading = new Thread(this::load, "loading");
    loading.start();
  }

  private void load() {
    try {
      store.recoveryNotes().forEach(note -> LOG.warn(note.en()));
      warmup.prepare();
      firstData.settle();
      snapshots.loadAll();
      readiness.become(State.READY);
      warmup.begin();
      accounts.makeFirst().ifPresent(Startup::announce);
      LOG.info("Ready: {} layers.", store.listLayers().size());
    } catch (RuntimeException failed) {
      readiness.become(State.FAILED);
      LOG.error("The layers could not be loaded: {}", failed.getMessage(), failed);
    }
  }

  /** Told here once, and nowhere kept. */
  private static void announce(Accounts.Made made) {
    LOG.info(
        "First start: sign in as «{}» with the one-time password {} and choose your own.",
        made.account().name(),
        made.oneTimePassword());
  }

  /** Imports are cancelled before the server waits for those who watch them. */
  @Override
  public void stop() {
    warmup.stop();
    imports.close();
    Thread running = loading;
    loading = null;
    try {
      running.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return loading != null;
  }

  /** After the web server, so that it already answers while the layers load. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
