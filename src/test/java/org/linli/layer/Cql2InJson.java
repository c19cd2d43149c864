package org.linli.layer;

/** Filters that are given in text, in the standard's other encoding. */
public final class Cql2InJson {
  private Cql2InJson() {}

  /** The same filter as {@code cql2-json}. */
  public static String of(String text) {
    return Cql2JsonWriter.write(FilterParser.tree(text, false));
  }
}
