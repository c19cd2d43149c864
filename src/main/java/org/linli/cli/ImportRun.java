package org.linli.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.linli.config.Home;
import org.linli.ingest.ImportProgress;
import org.linli.ingest.ImportReport;
import org.linli.ingest.Importer;
import org.linli.store.FeatureStore;
import picocli.CommandLine;

/** Runs an import or a check in the terminal: progress, the report, and a clean end at Ctrl-C. */
final class ImportRun {
  private static final int ISSUES_SHOWN = 20;

  private final CommandLine command;
  private final StoreOptions where;

  ImportRun(CommandLine command, StoreOptions where) {
    this.command = command;
    this.where = where;
  }

  int run(BiFunction<Importer, ImportProgress, ImportReport> work) {
    PrintWriter terminal = command.getErr();
    ProgressBar progress = new ProgressBar(terminal, System.console() != null);
    CountDownLatch ended = new CountDownLatch(1);
    Thread onInterrupt = new Thread(() -> cancelAndWait(progress, ended));
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    Home home = where.openHome();
    try (FeatureStore store = where.openStore(home)) {
      store.recoveryNotes().forEach(terminal::println);
      ImportReport report =
          work.apply(new Importer(store, home.scratch(), Clock.systemUTC()), progress);
      progress.clear();
      if (report.isApplied()) {
        home.markOrigin(Home.Origin.OWN);
      }
      command.getOut().println(report.toText(language(), ISSUES_SHOWN));
      return isAccepted(report) ? Commands.DONE : Commands.REFUSED;
    } finally {
      ended.countDown();
    }
  }

  /** Chinese, the portal's default, unless the terminal is English. */
  private static Locale language() {
    String terminal = System.getenv().getOrDefault("LANG", "");
    return terminal.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
  }

  private static boolean isAccepted(ImportReport report) {
    return report.isApplied() || report.outcome() == ImportReport.Outcome.CHECKED;
  }

  private static void cancelAndWait(ProgressBar progress, CountDownLatch ended) {
    progress.cancel();
    try {
      ended.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
