package org.linli.geo;

import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Our names for what JTS finds invalid. */
final class Defect {

  private Defect() {}

  static Finding of(TopologyValidationError error) {
    return switch (error.getErrorType()) {
      case TopologyValidationError.HOLE_OUTSIDE_SHELL ->
          at(error, "hole_outside_shell", "A hole lies outside its outline, at");
      case TopologyValidationError.NESTED_HOLES ->
          at(error, "nested_holes", "A hole lies in another hole, at");
      case TopologyValidationError.DISCONNECTED_INTERIOR ->
          at(error, "interior_in_pieces", "Holes cut the polygon into pieces, at");
      case TopologyValidationError.SELF_INTERSECTION ->
          at(error, "crosses_itself", "An outline crosses itself or another one, at");
      case TopologyValidationError.RING_SELF_INTERSECTION ->
          at(error, "touches_itself", "An outline touches itself, at");
      case TopologyValidationError.NESTED_SHELLS ->
          at(error, "nested_shells", "A part lies in another part, at");
      case TopologyValidationError.TOO_FEW_POINTS ->
          at(error, "too_few_points", "A ring or line has too few different points, at");
      default -> at(error, "invalid_geometry", "The geometry is invalid, at");
    };
  }

  private static Finding at(TopologyValidationError error, String key, String what) {
    return Finding.of(
        key,
        what + " ({lon}, {lat}).",
        "lon",
        error.getCoordinate().x,
        "lat",
        error.getCoordinate().y);
  }
}
