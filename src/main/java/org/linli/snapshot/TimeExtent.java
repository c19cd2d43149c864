package org.linli.snapshot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.layer.FieldType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.TimeInterval;
import org.linli.snapshot.Column.WholeColumn;

/** The first and the last time of a layer's features. */
final class TimeExtent {
  private final List<Integer> fields;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  TimeExtent(LayerDefinition definition) {
    fields =
        definition.time().stream()
            .flatMap(time -> Stream.concat(Stream.of(time.start()), time.end().stream()))
            .flatMap(name -> definition.findIndex(name).stream().boxed())
            .toList();
  }

  Optional<TimeInterval> of(List<Block> blocks) {
    for (Block block : blocks) {
      fields.forEach(field -> widen(block, field));
    }
    return min > max
        ? Optional.empty()
        : Optional.of(new TimeInterval(Instant.ofEpochMilli(min), Instant.ofEpochMilli(max)));
  }

  private void widen(Block block, int field) {
    if (!(block.column(field) instanceof WholeColumn column)) {
      return;
    }
    for (int row = 0; row < block.size(); row++) {
      if (block.isLive(row) && !column.isNull(row)) {
        min = Math.min(min, millis(column, row, false));
        max = Math.max(max, millis(column, row, true));
      }
    }
  }

  private static long millis(WholeColumn column, int row, boolean end) {
    if (column.type() != FieldType.DATE) {
      return column.get(row);
    }
    Object date = column.value(row);
    return (end ? RowFilter.endOf(date) : RowFilter.startOf(date)).toEpochMilli();
  }
}
