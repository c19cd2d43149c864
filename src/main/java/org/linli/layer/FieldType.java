package org.linli.layer;

/** What a field's values are, with the Java type that carries one. */
public enum FieldType {
  /** {@link String}. */
  TEXT,
  /** {@link Long}. */
  INTEGER,
  /** {@link Double}, always finite. */
  REAL,
  /** {@link Boolean}. */
  BOOLEAN,
  /** {@link java.time.LocalDate}. */
  DATE,
  /** {@link java.time.Instant}, to the millisecond. */
  INSTANT
}
