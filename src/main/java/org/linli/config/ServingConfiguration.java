package org.linli.config;

import org.linli.http.ExportFolder;
import org.linli.http.Readiness;
import org.linli.http.StaffToken;
import org.linli.snapshot.Snapshots;
import org.linli.store.FeatureStore;
import org.linli.store.Stores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts of the serving portal together. */
@Configuration(proxyBeanMethods = false)
class ServingConfiguration {

  @Bean
  Home home(PortalProperties properties) {
    Home home = Home.open(properties.home());
    home.clearScratch();
    home.useScratch();
    return home;
  }

  @Bean(destroyMethod = "close")
  FeatureStore store(Home home, DatabaseProperties database) {
    return Stores.open(home.geoPackage(), database.address());
  }

  @Bean(destroyMethod = "close")
  Snapshots snapshots(FeatureStore store) {
    return new Snapshots(store);
  }

  @Bean
  StaffToken staffToken(Home home) {
    return new StaffToken(home.staffToken());
  }

  @Bean
  ExportFolder exportFolder(Home home) {
    return new ExportFolder(home.cache());
  }

  @Bean
  Readiness readiness() {
    return new Readiness();
  }

  @Bean
  Startup startup(Home home, FeatureStore store, Snapshots snapshots, Readiness readiness) {
    return new Startup(home, store, snapshots, readiness);
  }
}
