package org.linli.portal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the portal's pages are made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BasemapSettings.class)
class PortalConfiguration {

  @Bean
  Basemaps basemaps(BasemapSettings settings) {
    return Basemaps.of(settings);
  }

  @Bean
  WebPages webPages() {
    return WebPages.fromClasspath();
  }
}
