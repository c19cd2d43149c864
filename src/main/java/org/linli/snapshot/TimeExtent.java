package org.linli.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.linli.layer.FieldType;
import org.linli.layer.LayerDefinition;
import org.linli.layer.TimeInterval;
import org.linli.snapshot.Block.WholeRange;

/** The first and the last time of a layer's features. */
final class TimeExtent {
  private TimeExtent() {}

  static Optional<TimeInterval> of(LayerDefinition definition, List<Block> blocks) {
    WholeRange millis = WholeRange.NONE;
    for (int field : timeFields(definition)) {
      WholeRange range = WholeRange.NONE;
      for (Block block : blocks) {
        range = range.union(block.range(field));
      }
      boolean days = definition.fields().get(field).type() == FieldType.DATE;
      millis = millis.union(days && !range.isEmpty() ? daysToMillis(range) : range);
    }
    return millis.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TimeInterval(
                Instant.ofEpochMilli(millis.least()), Instant.ofEpochMilli(millis.greatest())));
  }

  private static List<Integer> timeFields(LayerDefinition definition) {
    return definition.time().stream()
        .flatMap(time -> Stream.concat(Stream.of(time.start()), time.end().stream()))
        .flatMap(name -> definition.findIndex(name).stream().boxed())
        .toList();
  }

  private static WholeRange daysToMillis(WholeRange days) {
    return new WholeRange(
        RowFilter.startOf(LocalDate.ofEpochDay(days.least())).toEpochMilli(),
        RowFilter.endOf(LocalDate.ofEpochDay(days.greatest())).toEpochMilli());
  }
}
