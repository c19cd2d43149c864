package org.linli.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.linli.analysis.CommunityTime;
import org.linli.config.CommandScratch;
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
    try (CommandScratch scratch = where.openScratch(home);
        FeatureStore store = where.openStore(home)) {
      store.recoveryNotes().forEach(terminal::println);
      Importer importer = new Importer(store, scratch.folder(), Clock.system(CommunityTime.ZONE));
      ImportReport report = work.apply(importer, progress);
      progress.clear();
      if (report.isApplied()) {
        home.markOwn(store.id());
      }
      command.getOut().println(report.toText(Words.language(), ISSUES_SHOWN));
      return isAccepted(report) ? Commands.DONE : Commands.REFUSED;
    } finally {
      ended.countDown();
    }
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
