package org.linli.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * The monthly visits to the homes of the estate since March, most of them kept, each by the liaison
 * of the house.
 */
final class VisitRoutine {
  private static final LocalDate FIRST_MONTH = LocalDate.of(2026, 3, 1);
  private static final int HOUR = 60;

  private final Estate estate;
  private final NeglectedCorner corner;
  private final Dice dice;

  VisitRoutine(Estate estate, NeglectedCorner corner, Dice dice) {
    this.estate = estate;
    this.corner = corner;
    this.dice = dice;
  }

  List<Visit> visits() {
    List<Visit> visits = new ArrayList<>();
    for (int month = 0; month < 4; month++) {
      LocalDate first = FIRST_MONTH.plusMonths(month);
      for (House house : estate.houses()) {
        LocalDate day = first.plusDays(dice.whole(2, 25));
        int minute = 15 * HOUR + dice.whole(0, 5 * HOUR);
        boolean kept = dice.chance(0.93);
        if (kept && day.isBefore(DemoClock.TODAY) && isVisited(house, day)) {
          visits.add(visit(house, day, minute));
        }
      }
    }
    return visits;
  }

  private boolean isVisited(House house, LocalDate day) {
    return !house.equals(corner.neverSeen())
        && !(corner.contains(house) && day.isAfter(NeglectedCorner.LAST_VISITED));
  }

  private Visit visit(House house, LocalDate day, int minute) {
    return new Visit(
        house,
        "monthly_visit",
        DemoClock.at(day, minute),
        house.duty().liaisonPost(),
        doorstep(house));
  }

  /** Two metres before the side of the house that looks south. */
  private static Coordinate doorstep(House house) {
    var shape = house.block().shape();
    Coordinate middle = shape.getCentroid().getCoordinate();
    var south = Drawing.point(Drawing.at(middle.x, middle.y - 60));
    Coordinate wall = DistanceOp.nearestPoints(shape, south)[0];
    return Drawing.at(wall.x, wall.y - 2);
  }
}
