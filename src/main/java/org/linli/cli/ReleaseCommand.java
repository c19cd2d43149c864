package org.linli.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.linli.analysis.CancelledException;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.releases.Release;
import org.linli.catalogue.releases.ReleaseProgress;
import org.linli.config.CommandScratch;
import org.linli.config.Home;
import org.linli.config.HomeReleases;
import org.linli.store.FeatureStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Freezes the public datasets. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    description = {
      "Freezes the public datasets as they are now: their files, dictionary, licences and sums,",
      "and what changed since the release before. A release is never changed afterwards.",
      "The portal may serve meanwhile, and shows it at /releases."
    })
final class ReleaseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private StoreOptions where;

  @Option(
      names = "--linli.catalogue.publisher",
      paramLabel = "NAME",
      defaultValue = "${env:LINLI_CATALOGUE_PUBLISHER:-邻里图 Linli Atlas}",
      description = "Who answers for the data (default: ${DEFAULT-VALUE}).")
  private String publisher;

  /** Until somebody presses Ctrl-C. */
  private static final class Wanted implements ReleaseProgress {
    private volatile boolean cancelled;

    void cancel() {
      cancelled = true;
    }

    @Override
    public void update(String layerId, int filesMade, int filesTotal) {
      // The terminal is told of the end alone.
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  @Override
  public Integer call() {
    Wanted wanted = new Wanted();
    try (Interruption interruption = Interruption.asks(wanted::cancel)) {
      return make(wanted);
    }
  }

  private int make(Wanted wanted) {
    Home home = where.openHome();
    try (CommandScratch scratch = where.openScratch(home);
        FeatureStore store = where.openStore(home)) {
      Release made =
          new HomeReleases(home, store, new Publisher(publisher, Optional.empty())).make(wanted);
      spec.commandLine()
          .getOut()
          .println(
              Words.of(
                  "release.done",
                  made.id(),
                  made.datasets().size(),
                  home.releases().resolve(made.id())));
      return Commands.DONE;
    } catch (CancelledException stopped) {
      spec.commandLine().getErr().println(Words.of("release.stopped"));
      return Commands.REFUSED;
    }
  }
}
