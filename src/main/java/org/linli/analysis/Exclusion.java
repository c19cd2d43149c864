package org.linli.analysis;

/**
 * What a number leaves out, and why.
 *
 * @param reason a stable word such as {@code residents_unknown}, for which the analysis' definition
 *     has a text
 */
public record Exclusion(String reason, RowSet rows) {
  public int count() {
    return rows.size();
  }
}
