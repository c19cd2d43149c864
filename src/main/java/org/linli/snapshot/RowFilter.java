package org.linli.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.linli.layer.LayerDefinition;
import org.linli.layer.LayerDefinition.TimeFields;
import org.linli.layer.LayerQuery;
import org.linli.layer.LayerQuery.Equals;
import org.linli.layer.TimeInterval;
import org.linli.snapshot.Column.TextColumn;

/** Turns a query's conditions on attributes into a test of one block's rows. */
final class RowFilter {
  private RowFilter() {}

  static RowTest of(LayerDefinition definition, Block block, LayerQuery query) {
    List<RowTest> tests = new ArrayList<>();
    if (query.time().isPresent() && definition.time().isPresent()) {
      tests.add(time(definition, block, query.time().get()));
    }
    for (Equals condition : query.conditions()) {
      tests.add(equals(definition, block, condition));
    }
    query.filter().ifPresent(filter -> tests.add(FilterTest.of(definition, block, filter)));
    return tests.isEmpty() ? RowTest.always(RowTest.TRUE) : RowTest.all(tests);
  }

  private static RowTest equals(LayerDefinition definition, Block block, Equals condition) {
    if (condition.field().equals(LayerDefinition.KEY)) {
      byte[] code = PackedText.utf8((String) condition.value());
      return row -> RowTest.of(block.codes().compare(row, code) == 0);
    }
    Column column = block.column(definition.getIndex(condition.field()));
    if (column instanceof TextColumn texts) {
      int id = texts.dictionary().indexOf(PackedText.utf8((String) condition.value()));
      return id < 0 ? RowTest.always(RowTest.FALSE) : new SameTextTest(texts, id, true);
    }
    return row -> RowTest.of(condition.value().equals(column.value(row)));
  }

  private static RowTest time(LayerDefinition definition, Block block, TimeInterval asked) {
    TimeFields fields = definition.time().orElseThrow();
    int start = definition.findIndex(fields.start()).orElse(-1);
    int end = fields.end().map(name -> definition.findIndex(name).orElse(-1)).orElse(start);
    return row -> {
      Object from = start < 0 ? null : block.column(start).value(row);
      Object until = end < 0 ? null : block.column(end).value(row);
      if (from == null && until == null) {
        return RowTest.TRUE;
      }
      Instant first = from == null ? Instant.MIN : startOf(from);
      Instant last = until == null ? (start == end ? first : Instant.MAX) : endOf(until);
      return RowTest.of(asked.intersects(first, last));
    };
  }

  static Instant startOf(Object value) {
    return value instanceof LocalDate date ? TimeInterval.ofDay(date).start() : (Instant) value;
  }

  static Instant endOf(Object value) {
    return value instanceof LocalDate date ? TimeInterval.ofDay(date).end() : (Instant) value;
  }
}
