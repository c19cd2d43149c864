package org.linli.config;

import java.util.Optional;
import org.linli.store.DatabaseAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The database that keeps the layers, under the names that every Spring application has for it. All
 * are empty by default: then the layers are kept in one file of the home.
 */
@ConfigurationProperties("spring.datasource")
public record DatabaseProperties(
    Optional<String> url, Optional<String> username, Optional<String> password) {

  Optional<DatabaseAddress> address() {
    return DatabaseAddress.find(url, username, password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return address().map(DatabaseAddress::toString).orElse("none");
  }
}
