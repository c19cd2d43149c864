package org.linli.insight;

import java.time.Clock;
import org.linli.catalogue.ServedLayers;
import org.linli.catalogue.analyses.AnalysisRuns;
import org.linli.catalogue.analyses.Questions;
import org.linli.snapshot.Snapshots;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The analyses of what the portal serves, and the layers that come of them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InsightSettings.class)
class InsightConfiguration {

  @Bean
  Questions questions(Clock clock) {
    return new Questions(clock);
  }

  @Bean(destroyMethod = "close")
  AnalysisRuns analysisRuns(InsightSettings settings) {
    return new AnalysisRuns(settings.atOnce(), settings.keep());
  }

  @Bean
  ServedLayers servedLayers(Snapshots snapshots, Questions questions, AnalysisRuns runs) {
    return new ServedLayers(snapshots, questions, runs);
  }
}
