package org.linli.opendata;

import java.time.Clock;
import org.linli.catalogue.Datasets;
import org.linli.catalogue.FileSizes;
import org.linli.catalogue.Publisher;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.releases.ExportedFiles;
import org.linli.catalogue.releases.ReleaseJobs;
import org.linli.catalogue.releases.ReleaseMaker;
import org.linli.catalogue.releases.Releases;
import org.linli.layer.Audience;
import org.linli.snapshot.Snapshots;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalogue is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueSettings.class)
class OpenDataConfiguration {

  @Bean
  FileSizes fileSizes() {
    return new FileSizes();
  }

  @Bean
  Datasets datasets(Snapshots snapshots, ServedLayers layers, Clock clock, FileSizes sizes) {
    return new Datasets(snapshots, layers, clock, sizes);
  }

  @Bean
  Publisher publisher(CatalogueSettings settings) {
    return settings.whoAnswers();
  }

  @Bean
  ReleaseMaker releaseMaker(
      Releases releases, ServedLayers layers, Clock clock, Publisher publisher) {
    return new ReleaseMaker(
        releases,
        wanted -> layers.list(Audience.PUBLIC, wanted),
        new ExportedFiles(),
        clock,
        publisher.name());
  }

  @Bean(destroyMethod = "close")
  ReleaseJobs releaseJobs(ReleaseMaker maker, Clock clock) {
    return new ReleaseJobs(maker, clock);
  }
}
