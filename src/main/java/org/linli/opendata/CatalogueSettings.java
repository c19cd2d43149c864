package org.linli.opendata;

import java.util.Optional;
import org.linli.catalogue.Publisher;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code linli.catalogue} in the configuration.
 *
 * @param publisher who answers for the data
 * @param contact an address of e-mail or the web where they can be asked; empty if nowhere
 */
@ConfigurationProperties("linli.catalogue")
record CatalogueSettings(
    @DefaultValue("邻里图 Linli Atlas") String publisher, @DefaultValue("") String contact) {

  CatalogueSettings {
    if (publisher.isBlank()) {
      throw new IllegalArgumentException(
          "linli.catalogue.publisher is empty: name who answers for the data.");
    }
    if (!contact.isEmpty() && !contact.matches("[^\\s@<>\"]+@[^\\s@<>\"]+|https?://[^\\s<>\"]+")) {
      throw new IllegalArgumentException(
          "linli.catalogue.contact «" + contact + "» is no address of e-mail or the web.");
    }
  }

  Publisher whoAnswers() {
    return new Publisher(publisher, Optional.of(contact).filter(address -> !address.isEmpty()));
  }
}
