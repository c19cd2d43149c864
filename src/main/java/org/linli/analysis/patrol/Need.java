package org.linli.analysis.patrol;

import java.util.Optional;
import org.linli.analysis.Exclusion;
import org.linli.analysis.LayerRows;
import org.linli.analysis.PlaneShapes;
import org.linli.analysis.RowSet;
import org.linli.layer.FieldType;

/**
 * How much a building needs somebody to come: its residents, times one more for each open hazard
 * near it. Hazards that patrols found do not count, since patrols find hazards where they walk; one
 * that does not say who found it is left out and reported.
 */
final class Need {
  private final Precinct precinct;
  private final double cap;
  private final int[] hazardsNear;
  private final Exclusion finderUnknown;

  Need(Precinct precinct, Optional<LayerRows> hazards, PatrolParameters parameters) {
    this.precinct = precinct;
    this.cap = parameters.needCap();
    this.hazardsNear = new int[precinct.size()];
    this.finderUnknown =
        hazards
            .map(rows -> count(rows, parameters))
            .orElse(new Exclusion("finder_unknown", RowSet.NONE));
  }

  private Exclusion count(LayerRows rows, PatrolParameters parameters) {
    rows.require("reported_at", FieldType.INSTANT, FieldType.DATE);
    long[] reported = rows.instants("reported_at");
    long[] resolved = rows.instants("resolved_at");
    long[] rejected = rows.instants("rejected_at");
    String[] finders = rows.texts("found_by");
    boolean saysFinder = rows.has("found_by");
    long asOf = parameters.asOf();
    RowSet open =
        RowSet.where(
            rows,
            i ->
                reported[i] != LayerRows.NEVER
                    && reported[i] <= asOf
                    && !endedBy(resolved[i], asOf)
                    && !endedBy(rejected[i], asOf));
    PlaneShapes places = PlaneShapes.of(rows, precinct.planes());
    open.rows()
        .filter(i -> !saysFinder || finders[i] != null && !finders[i].equals("patrol"))
        .forEach(i -> addAround(places, i, parameters.needRadiusMetres()));
    return new Exclusion(
        "finder_unknown",
        RowSet.where(rows, i -> saysFinder && finders[i] == null && open.contains(i)));
  }

  private static boolean endedBy(long moment, long asOf) {
    return moment != LayerRows.NEVER && moment <= asOf;
  }

  private void addAround(PlaneShapes places, int hazard, double radius) {
    if (places.isEmpty(hazard)) {
      return;
    }
    precinct
        .index()
        .search(
            places.minX(hazard) - radius,
            places.minY(hazard) - radius,
            places.maxX(hazard) + radius,
            places.maxY(hazard) + radius,
            building -> {
              if (precinct.shapes().distance(building, places, hazard) <= radius) {
                hazardsNear[building]++;
              }
            });
  }

  double weight(int building) {
    return precinct.residents(building) * (1 + Math.min(cap, hazardsNear[building]));
  }

  /** Open hazards near it that no patrol found. */
  int hazardsNear(int building) {
    return hazardsNear[building];
  }

  Exclusion finderUnknown() {
    return finderUnknown;
  }
}
