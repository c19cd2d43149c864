package org.linli.portal;

import java.time.Instant;
import java.util.Optional;

/** What a portal knows of itself beside its layers. Whoever wires the program tells it. */
public interface PortalFacts {
  PortalFacts NONE = new PortalFacts() {};

  /** Whether what is shown is the invented demo community. */
  default boolean showsDemo() {
    return false;
  }

  /** The moment at which time stands still, where it does. */
  default Optional<Instant> clock() {
    return Optional.empty();
  }

  /** The program's version; empty when it runs from its classes. */
  default String version() {
    return "";
  }
}
