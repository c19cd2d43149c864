package org.linli.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;

/**
 * Records a walk as a hand-held receiver does: a fix at every turn and halt and every minute and a
 * half, a metre or so off.
 */
final class Walk {
  private static final double INTERVAL_SECONDS = 90;
  private static final double TURN_RADIANS = Math.toRadians(22);
  private static final double SCATTER_METRES = 1.1;

  private final Dice dice;
  private final double metresPerSecond;
  private final List<Patrol.Fix> fixes = new ArrayList<>();
  private Instant now;

  Walk(Instant start, Dice dice) {
    this.now = start;
    this.dice = dice;
    this.metresPerSecond = dice.between(0.95, 1.3);
  }

  /** Walks along these points, the first of which is where it stands. */
  void along(List<Coordinate> points) {
    for (int i = 0; i < points.size(); i++) {
      if (i > 0) {
        pass(points.get(i - 1).distance(points.get(i)) / metresPerSecond);
      }
      boolean end = i == 0 || i == points.size() - 1;
      if (end ? i > 0 || fixes.isEmpty() : isTurn(points, i) || isDue()) {
        record(points.get(i));
      }
    }
  }

  /** Stands still for a while. */
  void halt(double seconds) {
    pass(seconds);
  }

  Instant now() {
    return now;
  }

  List<Patrol.Fix> fixes() {
    return fixes;
  }

  private void pass(double seconds) {
    now = now.plusSeconds(Math.max(1, Math.round(seconds)));
  }

  private boolean isDue() {
    Instant last = fixes.get(fixes.size() - 1).at();
    return now.getEpochSecond() - last.getEpochSecond() >= INTERVAL_SECONDS;
  }

  private static boolean isTurn(List<Coordinate> points, int i) {
    double angle = Angle.angleBetween(points.get(i - 1), points.get(i), points.get(i + 1));
    return StrictMath.PI - angle > TURN_RADIANS;
  }

  private void record(Coordinate where) {
    fixes.add(
        new Patrol.Fix(
            now,
            Drawing.at(
                where.x + dice.between(-SCATTER_METRES, SCATTER_METRES),
                where.y + dice.between(-SCATTER_METRES, SCATTER_METRES))));
  }
}
