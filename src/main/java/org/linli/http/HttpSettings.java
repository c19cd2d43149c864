package org.linli.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code linli.http} in the configuration.
 *
 * @param exportsAtOnce whole layers being written at one time; one more is answered 503
 * @param imageSources the origins that base maps come from
 */
@ConfigurationProperties("linli.http")
public record HttpSettings(
    @DefaultValue("4") int exportsAtOnce, @DefaultValue List<String> imageSources) {
  public HttpSettings {
    imageSources = List.copyOf(imageSources);
    if (exportsAtOnce < 1) {
      throw new IllegalArgumentException(
          "linli.http.exports-at-once is " + exportsAtOnce + ": give at least 1.");
    }
  }
}
