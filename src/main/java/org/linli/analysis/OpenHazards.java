package org.linli.analysis;

import org.linli.layer.FieldType;
import org.linli.layer.InvalidParameterException;

/**
 * How many hazards are open near each building. Those that patrols found do not count, since
 * patrols find hazards where they walk; one that does not say who found it is left out and
 * reported.
 */
public final class OpenHazards {
  private final int[] near;
  private final Exclusion finderUnknown;

  private OpenHazards(int[] near, Exclusion finderUnknown) {
    this.near = near;
    this.finderUnknown = finderUnknown;
  }

  /** No hazards near so many buildings. */
  public static OpenHazards none(int buildings) {
    return new OpenHazards(new int[buildings], new Exclusion("finder_unknown", RowSet.NONE));
  }

  /**
   * @param buildings on the same planes
   * @param index of the buildings
   * @param asOf epoch milliseconds
   * @param metres how near a hazard must be to a wall; the limit itself is
   * @throws InvalidParameterException if the hazards have no {@code reported_at}
   */
  public static OpenHazards near(
      PlaneShapes buildings,
      PlaneIndex index,
      LayerRows hazards,
      LocalPlanes planes,
      long asOf,
      double metres) {
    RowSet open = open(hazards, asOf);
    String[] finders = hazards.texts("found_by");
    boolean saysFinder = hazards.has("found_by");
    PlaneShapes places = PlaneShapes.of(hazards, planes);
    Reach reach = new Reach(buildings, index, metres);
    int[] near = new int[buildings.size()];
    open.rows()
        .filter(i -> !saysFinder || finders[i] != null && !finders[i].equals("patrol"))
        .forEach(i -> reach.forEach(places, i, building -> near[building]++));
    return new OpenHazards(
        near,
        new Exclusion(
            "finder_unknown",
            RowSet.where(hazards, i -> saysFinder && finders[i] == null && open.contains(i))));
  }

  private static RowSet open(LayerRows rows, long asOf) {
    rows.require("reported_at", FieldType.INSTANT, FieldType.DATE);
    long[] reported = rows.instants("reported_at");
    long[] resolved = rows.instants("resolved_at");
    long[] rejected = rows.instants("rejected_at");
    return RowSet.where(
        rows,
        i ->
            happenedBy(reported[i], asOf)
                && !happenedBy(resolved[i], asOf)
                && !happenedBy(rejected[i], asOf));
  }

  private static boolean happenedBy(long moment, long asOf) {
    return moment != LayerRows.NEVER && moment <= asOf;
  }

  /** Open hazards near a building that no patrol found. */
  public int near(int building) {
    return near[building];
  }

  /** What a building's residents are multiplied by to be its need. */
  public double weight(int building, double cap) {
    return 1 + Math.min(cap, near[building]);
  }

  public Exclusion finderUnknown() {
    return finderUnknown;
  }
}
