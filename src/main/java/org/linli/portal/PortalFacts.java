package org.linli.portal;

import java.time.Instant;
import java.util.Optional;
import org.linli.layer.LocalText;

/** What a portal knows of itself beside its layers. Whoever wires the program tells it. */
public interface PortalFacts {
  PortalFacts NONE = new PortalFacts() {};

  /** What a reader must know of the data before believing it: that it is invented. */
  default Optional<LocalText> demoNotice() {
    return Optional.empty();
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
