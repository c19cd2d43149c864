package org.linli.cli;

import org.linli.config.CommandScratch;
import org.linli.config.Home;
import org.linli.config.HomeImports;
import org.linli.ingest.ImportReport;
import org.linli.ingest.ImportRequest;
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

  /**
   * @param check whether nothing is to be written
   * @return the exit code
   */
  int run(ImportRequest request, boolean check) {
    ProgressBar progress = new ProgressBar(command.getErr(), System.console() != null);
    try (Interruption interruption = Interruption.asks(progress::cancel)) {
      ImportReport report = report(request, check, progress);
      progress.clear();
      command.getOut().println(report.toText(Words.language(), ISSUES_SHOWN));
      return isAccepted(report) ? Commands.DONE : Commands.REFUSED;
    }
  }

  private ImportReport report(ImportRequest request, boolean check, ProgressBar progress) {
    Home home = where.openHome();
    try (CommandScratch scratch = where.openScratch(home);
        FeatureStore store = where.openStore(home)) {
      store.recoveryNotes().forEach(note -> command.getErr().println(note.in(Words.language())));
      return new HomeImports(home, store, scratch.folder()).run(request, check, progress);
    }
  }

  private static boolean isAccepted(ImportReport report) {
    return report.isApplied() || report.outcome() == ImportReport.Outcome.CHECKED;
  }
}
