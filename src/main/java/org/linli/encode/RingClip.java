package org.linli.encode;

/**
 * Cuts rings by a square: Sutherland and Hodgman, "Reentrant Polygon Clipping" (1974). A ring that
 * leaves the square several times stays one ring, joined along the square's sides; its area is
 * right.
 */
final class RingClip {
  private final long min;
  private final long max;
  private Vertices ring = new Vertices();
  private Vertices spare = new Vertices();

  RingClip(long min, long max) {
    this.min = min;
    this.max = max;
  }

  /** What of a ring (not closed) lies in the square; valid until the next call. */
  Vertices clip(Vertices whole) {
    if (isInside(whole)) {
      return whole;
    }
    ring.clear();
    for (int i = 0; i < whole.size(); i++) {
      ring.add(whole.x(i), whole.y(i));
    }
    cut(true, min, 1);
    cut(true, max, -1);
    cut(false, min, 1);
    cut(false, max, -1);
    return ring;
  }

  private boolean isInside(Vertices whole) {
    for (int i = 0; i < whole.size(); i++) {
      if (whole.x(i) < min || whole.x(i) > max || whole.y(i) < min || whole.y(i) > max) {
        return false;
      }
    }
    return true;
  }

  /**
   * Keeps what lies on one side of a line.
   *
   * @param vertical whether the line is x = bound, not y = bound
   * @param side 1 to keep what is above the bound, -1 to keep what is below
   */
  private void cut(boolean vertical, long bound, int side) {
    spare.clear();
    for (int i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
      long from = side * ((vertical ? ring.x(last) : ring.y(last)) - bound);
      long to = side * ((vertical ? ring.x(i) : ring.y(i)) - bound);
      if (from < 0 != to < 0) {
        double share = (double) from / (from - to);
        addCrossing(last, i, share, vertical, bound);
      }
      if (to >= 0) {
        spare.addApart(ring.x(i), ring.y(i), 0);
      }
    }
    Vertices cutRing = spare;
    spare = ring;
    ring = cutRing;
  }

  private void addCrossing(int from, int to, double share, boolean vertical, long bound) {
    if (vertical) {
      spare.addApart(bound, between(ring.y(from), ring.y(to), share), 0);
    } else {
      spare.addApart(between(ring.x(from), ring.x(to), share), bound, 0);
    }
  }

  static long between(long from, long to, double share) {
    return Math.round(from + share * (to - from));
  }
}
