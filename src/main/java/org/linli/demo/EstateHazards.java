package org.linli.demo;

import java.util.List;

/** Hazards of the estate in the first half of the year, some of them where no patrol comes. */
final class EstateHazards {
  private static final int ON_ROUNDS = 36;
  private static final int IN_THE_CORNER = 6;
  private static final double DAYS = 160;

  private final Estate estate;
  private final NeglectedCorner corner;
  private final HazardRoutine routine;
  private final Dice dice;

  EstateHazards(Estate estate, NeglectedCorner corner, HazardRoutine routine, Dice dice) {
    this.estate = estate;
    this.corner = corner;
    this.routine = routine;
    this.dice = dice;
  }

  List<Hazard> hazards() {
    List<House> seen = estate.houses().stream().filter(house -> !corner.contains(house)).toList();
    for (int i = 0; i < ON_ROUNDS; i++) {
      routine.happenOnce(dice.pick(seen), dice.between(0.2, DAYS), true);
    }
    for (int i = 0; i < IN_THE_CORNER; i++) {
      routine.happenOnce(dice.pick(corner.houses()), dice.between(0.3, 12), false);
    }
    return routine.hazards(Estate.CODE + "-H");
  }
}
