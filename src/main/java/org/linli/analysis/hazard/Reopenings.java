package org.linli.analysis.hazard;

import static org.linli.analysis.LayerRows.NEVER;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.analysis.RowSet;
import org.linli.layer.FieldType;

/** Which hazards were taken for resolved and had to be opened again, from the statuses' history. */
final class Reopenings {
  private static final String RESOLVED = "resolved";
  private final Scope scope;
  private final Optional<LayerRows> events;

  Reopenings(Scope scope, Optional<LayerRows> events) {
    this.scope = scope;
    this.events = events.filter(rows -> rows.size() > 0);
  }

  Metric metric() {
    return events.map(this::metric).orElseGet(() -> scope.metric("reopened").absent("no_history"));
  }

  private Metric metric(LayerRows rows) {
    rows.require("hazard_code", FieldType.TEXT).require("to", FieldType.TEXT);
    long[] at = rows.require("at", FieldType.INSTANT, FieldType.DATE).instants("at");
    int[] hazards = hazards(rows);
    boolean[] resolved = new boolean[scope.casebook().size()];
    boolean[] reopened = new boolean[resolved.length];
    follow(rows, at, hazards, resolved, reopened);
    IntPredicate counted = i -> resolved[i];
    RowSet all = scope.where(counted);
    return scope
        .metric("reopened")
        .counting(all)
        .without(
            List.of(
                new Exclusion("hazard_unknown", RowSet.where(rows, e -> hazards[e] < 0)),
                new Exclusion("time_unknown", RowSet.where(rows, e -> at[e] == NEVER))))
        .quotient(all.rows().filter(i -> reopened[i]).count(), all.size(), "nothing_to_count");
  }

  private int[] hazards(LayerRows rows) {
    return Arrays.stream(rows.texts("hazard_code"))
        .mapToInt(code -> code == null ? -1 : scope.casebook().rows().indexOf(code))
        .toArray();
  }

  /**
   * Goes through the events in time, those of the same moment in the order of their codes: a hazard
   * that was resolved in the window and then has another status than resolved was reopened.
   */
  private void follow(
      LayerRows rows, long[] at, int[] hazards, boolean[] resolved, boolean[] reopened) {
    String[] to = rows.texts("to");
    IntStream.range(0, rows.size())
        .filter(e -> hazards[e] >= 0 && at[e] != NEVER && at[e] <= scope.parameters().asOf())
        .boxed()
        .sorted(Comparator.comparingLong(e -> at[e]))
        .forEach(
            e -> {
              if (RESOLVED.equals(to[e])) {
                resolved[hazards[e]] |= scope.parameters().isInWindow(at[e]);
              } else {
                reopened[hazards[e]] |= resolved[hazards[e]];
              }
            });
  }
}
