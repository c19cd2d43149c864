package org.linli.analysis.patrol;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.RowSet;
import org.linli.layer.FieldType;

/** The rows that say somebody came to a building, of one duty. */
final class Visits {
  private final int[] buildings;
  private final long[] times;
  private final List<Exclusion> exclusions;

  private Visits(int[] buildings, long[] times, List<Exclusion> exclusions) {
    this.buildings = buildings;
    this.times = times;
    this.exclusions = exclusions;
  }

  /** Those of the duty's kind, at a building that there is; of a layer without kinds, all. */
  static Visits of(LayerRows rows, LayerRows buildingRows, Duty duty) {
    rows.require("building_code", FieldType.TEXT).require("at", FieldType.INSTANT, FieldType.DATE);
    String[] kinds = rows.texts("kind");
    String[] codes = rows.texts("building_code");
    long[] at = rows.instants("at");
    boolean hasKinds = rows.has("kind");
    Map<String, Integer> known = new HashMap<>();
    int[] buildings = new int[rows.size()];
    for (int i = 0; i < buildings.length; i++) {
      buildings[i] = codes[i] == null ? -1 : known.computeIfAbsent(codes[i], buildingRows::indexOf);
    }
    RowSet kindUnknown = RowSet.where(rows, i -> hasKinds && kinds[i] == null);
    RowSet ofDuty = RowSet.where(rows, i -> !hasKinds || duty.kind().equals(kinds[i]));
    RowSet used =
        RowSet.where(
            rows, i -> ofDuty.contains(i) && buildings[i] >= 0 && at[i] != LayerRows.NEVER);
    return new Visits(
        used.rows().map(i -> buildings[i]).toArray(),
        used.rows().mapToLong(i -> at[i]).toArray(),
        List.of(
            new Exclusion("kind_unknown", kindUnknown),
            new Exclusion(
                "building_unknown",
                RowSet.where(rows, i -> ofDuty.contains(i) && buildings[i] < 0)),
            new Exclusion(
                "time_unknown",
                RowSet.where(
                    rows,
                    i -> ofDuty.contains(i) && buildings[i] >= 0 && at[i] == LayerRows.NEVER))));
  }

  int size() {
    return times.length;
  }

  int building(int visit) {
    return buildings[visit];
  }

  long time(int visit) {
    return times[visit];
  }

  List<Exclusion> exclusions() {
    return exclusions;
  }

  long earliest() {
    return Arrays.stream(times).min().orElse(Long.MAX_VALUE);
  }

  long latestUpTo(long moment) {
    return Arrays.stream(times).filter(time -> time <= moment).max().orElse(LayerRows.NEVER);
  }
}
