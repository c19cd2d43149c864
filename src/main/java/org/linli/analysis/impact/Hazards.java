package org.linli.analysis.impact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;
import org.linli.analysis.Town;
import org.linli.layer.FieldType;

/** The hazards that have a time and a place, in the order in which they were reported. */
final class Hazards {
  private static final int NOBODYS = -1;
  private static final int UNKNOWN = -2;

  private final LayerRows rows;
  private final PlaneShapes shapes;
  private final long[] reported;
  private final double[] xs;
  private final double[] ys;
  private final long[] ats;
  private final boolean[] residents;
  private final int[] volunteersOf;
  private final long[] firstOfPlace;

  Hazards(LayerRows rows, Town town, Projects projects, long asOf) {
    this.rows = rows.require("reported_at", FieldType.INSTANT, FieldType.DATE);
    this.shapes = PlaneShapes.of(rows, town.planes());
    this.reported = rows.instants("reported_at");
    String[] foundBy = rows.texts("found_by");
    String[] ofProject = rows.texts("project_code");
    int[] order =
        IntStream.range(0, rows.size())
            .filter(i -> reported[i] != LayerRows.NEVER && reported[i] <= asOf)
            .filter(i -> !shapes.isEmpty(i))
            .boxed()
            .sorted(Comparator.comparingLong(i -> reported[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.xs = new double[order.length];
    this.ys = new double[order.length];
    this.ats = IntStream.of(order).mapToLong(i -> reported[i]).toArray();
    this.residents = new boolean[order.length];
    this.volunteersOf = new int[order.length];
    this.firstOfPlace = new long[town.planes().places()];
    Arrays.fill(firstOfPlace, Long.MAX_VALUE);
    double[] xy = new double[2];
    Map<String, Integer> byCode = new HashMap<>();
    for (int h = 0; h < order.length; h++) {
      int row = order[h];
      shapes.centre(row, xy);
      xs[h] = xy[0];
      ys[h] = xy[1];
      residents[h] = "resident".equals(foundBy[row]);
      volunteersOf[h] =
          !"volunteer".equals(foundBy[row])
              ? NOBODYS
              : ofProject[row] == null
                  ? UNKNOWN
                  : byCode.computeIfAbsent(ofProject[row], projects.rows()::indexOf);
      int place = town.planes().placeAt(xy[0]);
      firstOfPlace[place] = Math.min(firstOfPlace[place], ats[h]);
    }
  }

  int size() {
    return ats.length;
  }

  double x(int hazard) {
    return xs[hazard];
  }

  double y(int hazard) {
    return ys[hazard];
  }

  long at(int hazard) {
    return ats[hazard];
  }

  /** Gives each of a time from an instant to before another. */
  void between(long from, long to, IntConsumer found) {
    int at = Arrays.binarySearch(ats, from);
    at = at < 0 ? -at - 1 : at;
    while (at > 0 && ats[at - 1] == from) {
      at--;
    }
    for (; at < ats.length && ats[at] < to; at++) {
      found.accept(at);
    }
  }

  /**
   * Whether a project may be judged by it: its own volunteers' finds may not count, and where a
   * volunteer's project is not known it may be this one.
   */
  boolean counts(int hazard, int project, boolean residentsToo) {
    return volunteersOf[hazard] != UNKNOWN
        && (volunteersOf[hazard] == NOBODYS || volunteersOf[hazard] != project)
        && (residentsToo || !residents[hazard]);
  }

  /** When records begin in the place, far from all others, that a point belongs to. */
  long beginning(int place) {
    return firstOfPlace[place];
  }

  /** When the last was reported; empty when there is none. */
  Optional<Long> latest() {
    return ats.length == 0 ? Optional.empty() : Optional.of(ats[ats.length - 1]);
  }

  /** What has no time or no place, and so counts nowhere. */
  List<Exclusion> uncounted() {
    return List.of(
        new Exclusion("hazard_undated", RowSet.where(rows, i -> reported[i] == LayerRows.NEVER)),
        new Exclusion(
            "hazard_placeless",
            RowSet.where(rows, i -> reported[i] != LayerRows.NEVER && shapes.isEmpty(i))));
  }
}
