package org.linli.gpkg;

/** Names and texts put into SQL that cannot take them as parameters. */
public final class SqlText {

  private SqlText() {}

  /** The name as a quoted SQL identifier. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The text as an SQL literal. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
