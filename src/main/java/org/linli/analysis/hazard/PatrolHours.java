package org.linli.analysis.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.Metric;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;
import org.linli.snapshot.Geometries;

/**
 * How many hazards the daily patrols find an hour. A step of a track that takes more than 5 minutes
 * or is faster than 15 m/s is a hole, in which nobody knows whether anybody looked.
 */
final class PatrolHours {
  private static final String DAILY_PATROL = "daily_patrol";
  private static final double HOLE_SECONDS = 300;
  private static final double HOLE_METRES_PER_SECOND = 15;
  private static final double SECONDS_PER_HOUR = 3600;
  private final Scope scope;
  private final Optional<LayerRows> patrols;

  PatrolHours(Scope scope, Optional<LayerRows> patrols) {
    this.scope = scope;
    this.patrols = patrols;
  }

  Metric metric() {
    Casebook casebook = scope.casebook();
    IntPredicate found = i -> "patrol".equals(casebook.finder(i)) && scope.isReportedInWindow(i);
    Metric.Draft draft =
        scope.metric("hazards.per_patrol_hour").counting(scope.where(found)).without(left());
    return scope.hasRecords()
        ? draft.quotient(scope.filter(found).count(), hours(), "no_patrol_hours")
        : draft.absent("no_records");
  }

  private List<Exclusion> left() {
    List<Exclusion> left = new ArrayList<>(List.of(scope.reportedUnknown()));
    left.add(
        scope.without(
            "finder_unknown",
            i -> scope.casebook().finder(i) == null && scope.isReportedInWindow(i)));
    return left;
  }

  private double hours() {
    return patrols.map(this::seconds).orElse(0.0) / SECONDS_PER_HOUR;
  }

  private double seconds(LayerRows rows) {
    PlaneShapes shapes = PlaneShapes.of(rows, scope.ground().planes());
    String[] kinds = rows.texts("kind");
    boolean hasKinds = rows.has("kind");
    RowSet daily = RowSet.where(rows, i -> !hasKinds || DAILY_PATROL.equals(kinds[i]));
    return daily.rows().mapToDouble(i -> seconds(rows, shapes, i)).sum();
  }

  private double seconds(LayerRows rows, PlaneShapes shapes, int row) {
    Geometries from = rows.block(row).geometries();
    int vertex = from.firstVertex(from.firstPart(rows.blockRow(row)));
    double seconds = 0;
    for (int part = shapes.firstPart(row); part < shapes.endPart(row); part++) {
      int previous = -1;
      double since = Double.NaN;
      for (int v = shapes.partStart(part); v < shapes.partEnd(part); v++, vertex++) {
        double at = from.m(vertex);
        if (Double.isNaN(at)) {
          continue;
        }
        if (previous >= 0 && !isHole(shapes, previous, v, at - since)) {
          seconds += inWindow(since, at);
        }
        previous = v;
        since = at;
      }
    }
    return seconds;
  }

  private static boolean isHole(PlaneShapes shapes, int from, int to, double seconds) {
    double metres = Math.hypot(shapes.x(to) - shapes.x(from), shapes.y(to) - shapes.y(from));
    return seconds < 0 || seconds > HOLE_SECONDS || metres > HOLE_METRES_PER_SECOND * seconds;
  }

  private double inWindow(double since, double at) {
    double first = Math.max(since, scope.parameters().from() / 1000.0);
    double last = Math.min(at, scope.parameters().asOf() / 1000.0);
    return Math.max(0, last - first);
  }
}
