package org.linli.encode;

import java.util.Optional;

/**
 * A link of an API document (RFC 8288). The href is absolute.
 *
 * @param templated true if the href is a URI template (RFC 6570)
 */
public record Link(String href, String rel, String type, Optional<Boolean> templated) {
  public Link(String href, String rel, String type) {
    this(href, rel, type, Optional.empty());
  }

  public static Link template(String href, String rel, String type) {
    return new Link(href, rel, type, Optional.of(true));
  }
}
