package org.linli.ingest.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.linli.ingest.source.SourceColumn;
import org.linli.layer.LayerDefinition;

/**
 * Which column of a source becomes what in a layer.
 *
 * @param key the column that holds the rows' keys
 * @param places the columns that hold the rows' places
 * @param columnOfField a column index a field of the definition, in its order; empty where no
 *     column belongs to the field
 */
public record ColumnPlan(
    LayerDefinition definition,
    List<SourceColumn> columns,
    OptionalInt key,
    Optional<PlaceColumns> places,
    List<OptionalInt> columnOfField) {

  public ColumnPlan {
    columns = List.copyOf(columns);
    columnOfField = List.copyOf(columnOfField);
  }

  /** The same use of the columns, by a layer of the same fields. */
  public ColumnPlan withDefinition(LayerDefinition other) {
    return new ColumnPlan(other, columns, key, places, columnOfField);
  }

  /** What became of each column, in the order of the file: a field, {@code code}, a place, none. */
  public Map<String, Optional<String>> uses() {
    Map<Integer, String> used = new LinkedHashMap<>();
    for (int i = 0; i < columnOfField.size(); i++) {
      String field = definition.fields().get(i).name();
      columnOfField.get(i).ifPresent(column -> used.put(column, field));
    }
    key.ifPresent(column -> used.put(column, LayerDefinition.KEY));
    places.ifPresent(columns -> columns.named().forEach((name, index) -> used.put(index, name)));
    Map<String, Optional<String>> uses = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      uses.put(columns.get(i).name(), Optional.ofNullable(used.get(i)));
    }
    return uses;
  }
}
