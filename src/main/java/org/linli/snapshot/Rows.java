package org.linli.snapshot;

import java.util.List;
import org.linli.geo.PackedRTree;
import org.linli.layer.Feature;

/**
 * A run of rows in columns, in ascending order of their codes. Immutable; a snapshot has a large
 * one and a small one laid over it.
 */
record Rows(
    PackedText codes,
    int[] revisions,
    List<Column> columns,
    Geometries geometries,
    PackedRTree tree) {

  int size() {
    return revisions.length;
  }

  Feature feature(int row) {
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns.get(i).value(row);
    }
    return new Feature(codes.get(row), geometries.geometry(row).orElse(null), values);
  }
}
