package org.linli.config;

import java.time.Clock;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.Questions;
import org.linli.catalogue.releases.ExportedFiles;
import org.linli.catalogue.releases.Release;
import org.linli.catalogue.releases.ReleaseMaker;
import org.linli.catalogue.releases.ReleaseProgress;
import org.linli.catalogue.releases.Releases;
import org.linli.layer.Audience;
import org.linli.snapshot.Snapshots;
import org.linli.store.FeatureStore;

/** Makes a release of a home from a command line; a portal that serves it shows it at once. */
public final class HomeReleases {
  private final Home home;
  private final FeatureStore store;
  private final Publisher publisher;

  public HomeReleases(Home home, FeatureStore store, Publisher publisher) {
    this.home = home;
    this.store = store;
    this.publisher = publisher;
  }

  /** Freezes what the public may see now; see {@link ReleaseMaker#make} for what may fail. */
  public Release make(ReleaseProgress progress) {
    Clock clock = new PortalClock(new DemoHome(home, store));
    try (Snapshots snapshots = Snapshots.load(store);
        AnalysisRuns runs = new AnalysisRuns(1, 8)) {
      ServedLayers layers = new ServedLayers(snapshots, new Questions(clock), runs);
      return new ReleaseMaker(
              new Releases(home.releases()),
              wanted -> layers.list(Audience.PUBLIC, wanted),
              new ExportedFiles(),
              clock,
              publisher.name())
          .make(progress);
    }
  }
}
