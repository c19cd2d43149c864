package org.linli.store;

import java.util.Optional;

/**
 * Where a PostgreSQL database is.
 *
 * @param url as the driver wants it: {@code jdbc:postgresql://host:port/database}, parameters after
 *     a question mark
 * @param user and {@code password}: empty if the URL has them or the server wants none
 */
public record DatabaseAddress(String url, Optional<String> user, Optional<String> password) {
  private static final String SCHEME = "jdbc:postgresql:";

  /**
   * @throws IllegalArgumentException if the URL is none of PostgreSQL
   */
  public DatabaseAddress {
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "The database address is none of PostgreSQL: write"
              + " spring.datasource.url=jdbc:postgresql://host/database, or leave it out to keep the"
              + " data in one file of the home.");
    }
  }

  /** The address that settings give; a blank one, as of an unset variable, is none. */
  public static Optional<DatabaseAddress> find(
      Optional<String> url, Optional<String> user, Optional<String> password) {
    return given(url).map(there -> new DatabaseAddress(there, given(user), given(password)));
  }

  private static Optional<String> given(Optional<String> setting) {
    return setting.filter(text -> !text.isBlank());
  }

  /** The server and database, without parameters, which may hold secrets. */
  @Override
  public String toString() {
    return url.substring(SCHEME.length()).replaceFirst("\\?.*", "");
  }
}
