package org.linli.demo;

import java.util.Locale;

/**
 * A stage of a project, in the order in which they are passed through; a project may lapse from
 * several of them.
 */
enum Stage {
  DRAFT,
  PROPOSED,
  REVIEWED,
  FUNDED,
  BUILDING,
  COMPLETED,
  MAINTAINED,
  LAPSED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isBuilt() {
    return this == COMPLETED || this == MAINTAINED;
  }
}
