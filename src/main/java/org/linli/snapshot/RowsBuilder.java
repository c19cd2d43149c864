package org.linli.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.layer.Feature;
import org.linli.layer.GeometryType;
import org.linli.layer.LayerDefinition;

/** Collects features in any order and lays them out as {@link Rows}. Used by one thread. */
final class RowsBuilder {
  private final List<ColumnBuilder> columns;
  private final PackedText.Builder codes = new PackedText.Builder();
  private final GeometriesBuilder geometries;
  private int[] revisions = new int[64];
  private final boolean measured;

  RowsBuilder(LayerDefinition definition) {
    columns = definition.fields().stream().map(f -> ColumnBuilder.of(f.type())).toList();
    measured = definition.geometry() == GeometryType.TRACK;
    geometries = new GeometriesBuilder(measured);
  }

  void add(Feature feature, int revision) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).add(feature.value(i));
    }
    geometries.add(feature.shape());
    int row = codes.add(feature.code());
    if (row == revisions.length) {
      revisions = Arrays.copyOf(revisions, row * 2);
    }
    revisions[row] = revision;
  }

  int size() {
    return codes.size();
  }

  Rows finish() {
    PackedText arrived = codes.finish();
    int[] order = ascending(arrived);
    PackedText.Builder ordered = new PackedText.Builder();
    byte[] bytes = arrived.bytes();
    for (int row : order) {
      int start = arrived.start(row);
      ordered.add(Arrays.copyOfRange(bytes, start, start + arrived.length(row)));
    }
    Geometries laidOut = reorder(geometries.finish(), order);
    return new Rows(
        ordered.finish(),
        IntStream.of(order).map(row -> revisions[row]).toArray(),
        columns.stream().map(column -> column.finish(order)).toList(),
        laidOut,
        laidOut.index());
  }

  private static int[] ascending(PackedText codes) {
    int[] order = IntStream.range(0, codes.size()).toArray();
    boolean sorted = IntStream.range(1, order.length).allMatch(i -> codes.compare(i - 1, i) < 0);
    return sorted
        ? order
        : IntStream.of(order).boxed().sorted(codes::compare).mapToInt(Integer::intValue).toArray();
  }

  private Geometries reorder(Geometries arrived, int[] order) {
    if (IntStream.range(0, order.length).allMatch(row -> order[row] == row)) {
      return arrived;
    }
    GeometriesBuilder laidOut = new GeometriesBuilder(measured);
    for (int row : order) {
      laidOut.copy(arrived, row);
    }
    return laidOut.finish();
  }
}
