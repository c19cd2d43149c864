package org.linli.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code linli.ingest} in the configuration.
 *
 * @param maxUpload how large an uploaded file may be
 * @param atOnce imports being sent, waiting and running together; one more is answered 503
 */
@ConfigurationProperties("linli.ingest")
public record IntakeSettings(
    @DefaultValue("4GB") DataSize maxUpload, @DefaultValue("8") int atOnce) {
  public IntakeSettings {
    if (maxUpload.toBytes() < 1) {
      throw new IllegalArgumentException(
          "linli.ingest.max-upload is " + maxUpload + ": give a size such as 500MB.");
    }
    if (atOnce < 1) {
      throw new IllegalArgumentException(
          "linli.ingest.at-once is " + atOnce + ": give at least 1.");
    }
  }
}
