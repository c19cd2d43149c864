package org.linli.layer;

/** Who looks: the public sees what is published, staff see all. */
public enum Audience {
  PUBLIC,
  STAFF;

  /** Whether this audience may see what is meant for {@code other}. */
  public boolean sees(Audience other) {
    return this == STAFF || other == PUBLIC;
  }
}
