package org.linli.store;

/** What a bulk load does with the rows that are there. */
public enum LoadMode {
  /** Adds; a code that is there already is an error. */
  APPEND,
  /** Adds, or replaces the row of the same code. */
  UPSERT,
  /** Removes all rows first, and takes the new definition. */
  REPLACE
}
