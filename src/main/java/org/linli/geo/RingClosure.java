package org.linli.geo;

import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** Offers a reader what to do with a ring whose last vertex is not its first. */
public final class RingClosure {

  private RingClosure() {}

  /** What to report of a ring that is open; empty if it is closed. */
  public static Optional<Finding> find(Coordinate[] ring) {
    return isClosed(ring)
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                "ring_not_closed",
                "A ring ends at ({lon}, {lat}) and not where it begins.",
                "lon",
                ring[ring.length - 1].x,
                "lat",
                ring[ring.length - 1].y));
  }

  /** The ring itself if it is closed, else a copy with its first vertex once more at its end. */
  public static Coordinate[] close(Coordinate[] ring) {
    if (isClosed(ring)) {
      return ring;
    }
    Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
    closed[ring.length] = ring[0].copy();
    return closed;
  }

  private static boolean isClosed(Coordinate[] ring) {
    return ring.length == 0 || ring[0].equals2D(ring[ring.length - 1]);
  }
}
