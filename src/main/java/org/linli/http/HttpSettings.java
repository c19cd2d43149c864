package org.linli.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code linli.http} in the configuration.
 *
 * @param exportsAtOnce whole layers being written at one time; one more is answered 503
 */
@ConfigurationProperties("linli.http")
public record HttpSettings(@DefaultValue("4") int exportsAtOnce) {
  public HttpSettings {
    if (exportsAtOnce < 1) {
      throw new IllegalArgumentException(
          "linli.http.exports-at-once is " + exportsAtOnce + ": give at least 1.");
    }
  }
}
