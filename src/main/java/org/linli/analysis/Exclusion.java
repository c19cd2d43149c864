package org.linli.analysis;

/**
 * What a number leaves out, and why.
 *
 * @param reason a stable word such as {@code residents_unknown}, for which the portal has a text
 * @param layer the id of the layer whose rows are left out
 */
public record Exclusion(String reason, String layer, RowSet rows) {
  public int count() {
    return rows.size();
  }
}
