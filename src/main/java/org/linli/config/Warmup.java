package org.linli.config;

import org.linli.analysis.CancelledException;
import org.linli.catalogue.analyses.Rehearsal;
import org.linli.geo.CrsWarmup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nobody waits for, and somebody would otherwise have to wait for later. */
final class Warmup {
  private static final Logger LOG = LoggerFactory.getLogger(Warmup.class);

  private final Home home;
  private final Rehearsal rehearsal;
  private volatile boolean over;

  Warmup(Home home, Rehearsal rehearsal) {
    this.home = home;
    this.rehearsal = rehearsal;
  }

  /** Before any reference system is named. */
  void prepare() {
    CrsWarmup.in(home.scratch());
  }

  /** Beside the server; the layers must be in memory. */
  void begin() {
    Thread thread = new Thread(this::run, "warmup");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    answerFirstQuestions();
    if (!over) {
      CrsWarmup.open();
    }
  }

  private void answerFirstQuestions() {
    try {
      rehearsal.run(() -> over);
    } catch (CancelledException stopped) {
      LOG.debug("The portal stopped before its first questions were answered.");
    } catch (RuntimeException failed) {
      if (over) {
        return;
      }
      LOG.warn("A first question could not be answered; whoever asks it will be told why.", failed);
    }
  }

  void stop() {
    over = true;
  }
}
