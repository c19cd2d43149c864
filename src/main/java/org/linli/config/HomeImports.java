package org.linli.config;

import java.nio.file.Path;
import java.time.Clock;
import org.linli.analysis.CommunityTime;
import org.linli.ingest.ImportProgress;
import org.linli.ingest.ImportReport;
import org.linli.ingest.ImportRequest;
import org.linli.ingest.ImportWork;
import org.linli.ingest.Importer;
import org.linli.ingest.KnownExtent;
import org.linli.ingest.source.ImportIssue;
import org.linli.ingest.source.IssueKind;
import org.linli.store.FeatureStore;

/**
 * Imports into a home, from a command line or over HTTP alike: the home knows afterwards that it
 * has own data, and whoever imports beside the demo is told so.
 */
public final class HomeImports implements ImportWork {
  private final Home home;
  private final FeatureStore store;
  private final Importer importer;

  /**
   * @param scratch for temporary files
   */
  public HomeImports(Home home, FeatureStore store, Path scratch) {
    this.home = home;
    this.store = store;
    this.importer =
        new Importer(store, scratch, Clock.system(CommunityTime.ZONE), () -> KnownExtent.of(store));
  }

  @Override
  public ImportReport run(ImportRequest request, boolean check, ImportProgress progress) {
    ImportReport report =
        check ? importer.check(request, progress) : importer.run(request, progress);
    if (report.isApplied()) {
      home.markOwn(store.id());
    }
    return new DemoHome(home, store).isDemo()
        ? report.with(ImportIssue.ofFile(IssueKind.HOLDS_DEMO))
        : report;
  }
}
