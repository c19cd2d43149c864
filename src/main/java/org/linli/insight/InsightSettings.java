package org.linli.insight;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code linli.insight} in the configuration.
 *
 * @param atOnce analyses being worked out at one time; the others wait
 * @param keep how many results are kept, while there is memory for them
 */
@ConfigurationProperties("linli.insight")
public record InsightSettings(@DefaultValue("2") int atOnce, @DefaultValue("32") int keep) {
  public InsightSettings {
    if (atOnce < 1) {
      throw new IllegalArgumentException(
          "linli.insight.at-once is " + atOnce + ": give at least 1.");
    }
    if (keep < 1) {
      throw new IllegalArgumentException("linli.insight.keep is " + keep + ": give at least 1.");
    }
  }
}
