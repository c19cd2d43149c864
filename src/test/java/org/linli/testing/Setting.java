package org.linli.testing;

import java.util.Optional;

/** A setting of the test run: a system property, or else an environment variable, of one name. */
final class Setting {

  private Setting() {}

  static Optional<String> find(String name) {
    return Optional.ofNullable(System.getProperty(name, System.getenv(name)))
        .filter(value -> !value.isBlank());
  }

  static boolean isOn(String name) {
    return find(name).map(Boolean::parseBoolean).orElse(false);
  }
}
