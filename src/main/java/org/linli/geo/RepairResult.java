package org.linli.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What {@link GeometryRepair} made of a geometry. */
public sealed interface RepairResult {

  /** A geometry that was valid, now on the grid. {@code zDropped} if it had heights. */
  record Valid(Geometry geometry, boolean zDropped) implements RepairResult {}

  /**
   * A geometry that was invalid and is valid now, on the grid.
   *
   * @param reason what was wrong
   * @param where longitude and latitude of the defect
   * @param areaBefore square metres that the invalid rings enclosed, by their winding
   * @param areaAfter square metres of the repaired geometry
   */
  record Repaired(
      Geometry geometry,
      boolean zDropped,
      Finding reason,
      Coordinate where,
      double areaBefore,
      double areaAfter)
      implements RepairResult {}

  /** A geometry without a vertex: the feature has no place, and is kept without one. */
  record Missing(Finding reason) implements RepairResult {}

  /**
   * A geometry that cannot be used. {@code where} is the longitude and latitude, if there is one.
   */
  record Refused(Finding reason, Optional<Coordinate> where) implements RepairResult {}
}
