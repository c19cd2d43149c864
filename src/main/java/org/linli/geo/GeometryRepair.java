package org.linli.geo;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Makes a lon-lat geometry fit to be stored: two-dimensional, on the {@link CoordinateGrid}, valid
 * there, and of the dimension it had. An invalid one is repaired if that is a bounded amount of
 * work.
 */
public final class GeometryRepair {

  /** A geometry with more vertices than this is refused unread. */
  public static final int MOST_VERTICES = 500_000;

  /** An invalid geometry with more vertices than this is refused. */
  static final int MOST_VERTICES_TO_REPAIR = 100_000;

  static final long MOST_STEPS_TO_CHECK = 20_000_000;
  static final long MOST_STEPS_TO_REPAIR = 200_000;

  /** With this few vertices the count of steps would cost more than it saves. */
  private static final int FEW_VERTICES = 1_000;

  /** The change of area is measured on one plane; a wider polygon than this does not fit on it. */
  private static final double WIDEST_DEGREES = 60;

  private static final String REDRAW = "Draw it anew: a repair leaves nothing of it.";

  private static final PrecisionModel GRID = new PrecisionModel(CoordinateGrid.STEPS_PER_DEGREE);

  private final Geometry rounded;
  private final boolean zDropped;

  private GeometryRepair(Geometry rounded, boolean zDropped) {
    this.rounded = rounded;
    this.zDropped = zDropped;
  }

  /**
   * Checks, rounds and if need be repairs a geometry in degrees; never throws for what it holds.
   */
  public static RepairResult of(Geometry lonLat) {
    if (lonLat.isEmpty()) {
      return new RepairResult.Missing(
          Finding.of("empty_geometry", "The geometry is empty; the feature has no place."));
    }
    Optional<Finding> unusable = tooLarge(lonLat).or(() -> CoordinateCheck.find(lonLat));
    if (unusable.isPresent()) {
      return refused(unusable.get());
    }
    return UniformCollection.of(lonLat)
        .map(uniform -> new GeometryRepair(CoordinateGrid.round(uniform), hasZ(lonLat)).result())
        .orElseGet(() -> refused(UniformCollection.MIXED));
  }

  private static Optional<Finding> tooLarge(Geometry geometry) {
    int vertices = geometry.getNumPoints();
    return vertices <= MOST_VERTICES
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                    "too_many_vertices",
                    "The geometry has {vertices} vertices; at most {most} are taken.",
                    "vertices",
                    vertices,
                    "most",
                    MOST_VERTICES)
                .withCure("Simplify it or split it into several features."));
  }

  private static boolean hasZ(Geometry geometry) {
    return !Double.isNaN(geometry.getCoordinate().getZ());
  }

  private RepairResult result() {
    if (isTooMuch(MOST_STEPS_TO_CHECK)) {
      return refused(tooTangled());
    }
    TopologyValidationError error = new IsValidOp(rounded).getValidationError();
    if (error == null) {
      return new RepairResult.Valid(rounded, zDropped);
    }
    Optional<String> obstacle = obstacle();
    return obstacle.isPresent() ? refused(error, obstacle.get()) : repaired(error);
  }

  private boolean isTooMuch(long most) {
    return rounded.getNumPoints() > FEW_VERTICES && ValidityWork.steps(rounded, most) > most;
  }

  /** Why an invalid geometry is not even tried to repair, and what to do. */
  private Optional<String> obstacle() {
    if (rounded.getDimension() < 2) {
      return Optional.of(REDRAW);
    }
    if (rounded.getEnvelopeInternal().getWidth() > WIDEST_DEGREES) {
      return Optional.of("Split it: only what is at most 60 degrees wide is repaired here.");
    }
    return rounded.getNumPoints() > MOST_VERTICES_TO_REPAIR || isTooMuch(MOST_STEPS_TO_REPAIR)
        ? Optional.of("Repair it with a GIS: it is too large or crosses too often to do so here.")
        : Optional.empty();
  }

  private RepairResult repaired(TopologyValidationError error) {
    try {
      Geometry fixed = fixedOnGrid();
      boolean usable = fixed.getDimension() == 2 && !fixed.isEmpty() && fixed.isValid();
      return usable ? repaired(fixed, error) : refused(error, REDRAW);
    } catch (TopologyException | IllegalArgumentException e) {
      return refused(error, REDRAW);
    }
  }

  /** Rounding a valid geometry may make it invalid, so the last step is a snap-rounding one. */
  private Geometry fixedOnGrid() {
    return CoordinateGrid.round(GeometryPrecisionReducer.reduce(GeometryFixer.fix(rounded), GRID));
  }

  private RepairResult repaired(Geometry fixed, TopologyValidationError error) {
    MetricPlane plane = MetricPlane.around(rounded);
    return new RepairResult.Repaired(
        fixed,
        zDropped,
        Defect.of(error),
        error.getCoordinate(),
        plane.area(rounded),
        plane.area(fixed));
  }

  private Finding tooTangled() {
    return Finding.of(
            "too_tangled",
            "The segments of the geometry's {vertices} vertices lie over each other too often for a"
                + " check.",
            "vertices",
            rounded.getNumPoints())
        .withCure("Simplify it or split it into several features.");
  }

  private static RepairResult refused(Finding finding) {
    return new RepairResult.Refused(finding, Optional.empty());
  }

  private static RepairResult refused(TopologyValidationError error, String cure) {
    return new RepairResult.Refused(
        Defect.of(error).withCure(cure), Optional.of(error.getCoordinate()));
  }
}
