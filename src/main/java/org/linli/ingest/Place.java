package org.linli.ingest;

import org.locationtech.jts.geom.Geometry;

/** Where a row is, once its geometry was checked. */
sealed interface Place {
  Place NOWHERE = new Nowhere();
  Place REFUSED = new Refused();

  /** On the grid, valid, in EPSG:4326 lon-lat. */
  record At(Geometry geometry, boolean repaired) implements Place {}

  /** The row says no place. */
  record Nowhere() implements Place {}

  /** The row says a place that cannot be; the reason is in the log. */
  record Refused() implements Place {}
}
