package org.linli.config;

import java.time.Clock;
import org.linli.account.Accounts;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.Questions;
import org.linli.catalogue.analyses.Rehearsal;
import org.linli.catalogue.releases.Releases;
import org.linli.http.ExportFolder;
import org.linli.http.Readiness;
import org.linli.ingest.ImportJobs;
import org.linli.ingest.ImportReport;
import org.linli.intake.IntakeSettings;
import org.linli.intake.UploadFolder;
import org.linli.portal.PictureFolder;
import org.linli.portal.PortalFacts;
import org.linli.portal.ScratchFolder;
import org.linli.snapshot.Snapshots;
import org.linli.store.FeatureStore;
import org.linli.store.Stores;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of the serving portal together. */
@Configuration(proxyBeanMethods = false)
class ServingConfiguration {
  /** Where SQLite's driver unpacks its native library. */
  private static final String SQLITE_SCRATCH = "org.sqlite.tmpdir";

  @Bean
  Home home(PortalProperties properties) {
    return Home.open(properties.home());
  }

  /** Held from before anything in the home is touched until the portal ends. */
  @Bean(destroyMethod = "close")
  HomeLock servingLock(Home home) {
    HomeLock lock = home.lockForServing();
    home.clearScratch();
    System.setProperty(SQLITE_SCRATCH, home.scratch().toString());
    return lock;
  }

  /** The server's own files, too, lie in the home, and are made after it. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverInHome(
      Home home, HomeLock servingLock) {
    return factory -> factory.setBaseDirectory(home.scratch().resolve("tomcat").toFile());
  }

  @Bean(destroyMethod = "close")
  FeatureStore store(Home home, DatabaseProperties database, HomeLock servingLock) {
    return Stores.open(home.geoPackage(), database.address());
  }

  @Bean(destroyMethod = "close")
  Snapshots snapshots(FeatureStore store) {
    return new Snapshots(store);
  }

  /** On a clock of its own: the portal's stands still over the demo. */
  @Bean
  Accounts accounts(Home home) {
    return new Accounts(home.accounts(), Clock.systemUTC());
  }

  @Bean
  ExportFolder exportFolder(Home home) {
    return new ExportFolder(home.cache());
  }

  @Bean
  Releases releases(Home home) {
    return new Releases(home.releases());
  }

  @Bean
  PictureFolder pictureFolder(Home home) {
    return new PictureFolder(home.pictures());
  }

  @Bean
  ScratchFolder scratchFolder(Home home) {
    return new ScratchFolder(home.scratch().resolve("exports"));
  }

  @Bean
  Readiness readiness() {
    return new Readiness();
  }

  @Bean
  DemoHome demoHome(Home home, FeatureStore store) {
    return new DemoHome(home, store);
  }

  /** What time it is for everything that depends on now. */
  @Bean
  Clock clock(DemoHome demo) {
    return new PortalClock(demo);
  }

  @Bean
  PortalFacts portalFacts(DemoHome demo) {
    return new HomeFacts(demo);
  }

  @Bean
  FirstData firstData(DemoHome demo, PortalProperties properties) {
    return new FirstData(demo, properties.demo());
  }

  /** One import at a time; the layer is in memory before its report is out. */
  @Bean
  ImportJobs importJobs(
      Home home, FeatureStore store, Snapshots snapshots, IntakeSettings settings) {
    HomeImports imports = new HomeImports(home, store, home.scratch());
    return new ImportJobs(
        (request, check, progress) -> {
          ImportReport report = imports.run(request, check, progress);
          snapshots.refresh(request.layerId());
          return report;
        },
        Clock.systemUTC(),
        settings.atOnce());
  }

  @Bean
  UploadFolder uploadFolder(Home home) {
    return new UploadFolder(home.scratch().resolve("uploads"));
  }

  @Bean
  Warmup warmup(Home home, Snapshots snapshots, Questions questions, AnalysisRuns runs) {
    return new Warmup(home, new Rehearsal(snapshots, questions, runs));
  }

  @Bean
  Startup startup(
      Warmup warmup,
      FeatureStore store,
      FirstData firstData,
      Snapshots snapshots,
      ImportJobs imports,
      Accounts accounts,
      Readiness readiness) {
    return new Startup(warmup, store, firstData, snapshots, imports, accounts, readiness);
  }
}
