package org.linli.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code linli.http} in the configuration.
 *
 * @param exportsAtOnce exports being made at one time; one more is answered 503
 * @param cacheBudget what finished exports of whole layers may take on the disk; those not asked
 *     for the longest are removed first
 * @param publicUrl the address under which the world knows the portal, for absolute links; without
 *     one they have the address that was asked
 */
@ConfigurationProperties("linli.http")
public record HttpSettings(
    @DefaultValue("4") int exportsAtOnce,
    @DefaultValue("2GB") DataSize cacheBudget,
    @DefaultValue("") String publicUrl) {
  public HttpSettings {
    if (exportsAtOnce < 1) {
      throw new IllegalArgumentException(
          "linli.http.exports-at-once is " + exportsAtOnce + ": give at least 1.");
    }
    if (cacheBudget.isNegative()) {
      throw new IllegalArgumentException(
          "linli.http.cache-budget is " + cacheBudget + ": give 0 or more, such as 2GB.");
    }
    if (!publicUrl.isEmpty() && !publicUrl.matches("https?://[^/?#\\s]+(/[^?#\\s]*[^/?#\\s])?")) {
      throw new IllegalArgumentException(
          "linli.http.public-url «"
              + publicUrl
              + "» is no address such as https://data.example.org"
              + ": give scheme and host, without a slash at the end.");
    }
  }
}
