package org.linli.ingest.source;

import org.linli.layer.FieldType;

/**
 * A column of a source as its file names it.
 *
 * @param type what its values are, or may be read as, without exception
 * @param unique whether every row has a value and no two share one, as far as the reader knows
 * @param zoneOpen whether it holds times of which some come without a zone
 */
public record SourceColumn(String name, FieldType type, boolean unique, boolean zoneOpen) {
  public static SourceColumn of(String name, FieldType type) {
    return new SourceColumn(name, type, false, false);
  }
}
