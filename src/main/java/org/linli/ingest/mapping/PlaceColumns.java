package org.linli.ingest.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a table that hold where its rows are. */
public sealed interface PlaceColumns {
  /** What {@code --map} calls the columns of a place. */
  String LON = "lon";

  String LAT = "lat";
  String WKT = "geometry";
  Set<String> NAMES = Set.of(LON, LAT, WKT);

  /** The positions among the columns, by the names above. */
  Map<String, Integer> named();

  /** The columns' own names, x before y. */
  default List<String> titles(List<String> columns) {
    return this instanceof Numbers numbers
        ? List.of(columns.get(numbers.x()), columns.get(numbers.y()))
        : List.of();
  }

  /** Two columns of numbers, x before y. */
  record Numbers(int x, int y) implements PlaceColumns {
    @Override
    public Map<String, Integer> named() {
      return Map.of(LON, x, LAT, y);
    }
  }

  /** A column of well-known text. */
  record Text(int column) implements PlaceColumns {
    @Override
    public Map<String, Integer> named() {
      return Map.of(WKT, column);
    }
  }
}
