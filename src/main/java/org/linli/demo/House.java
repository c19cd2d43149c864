package org.linli.demo;

import java.util.OptionalInt;

/**
 * A building with what the register knows of it.
 *
 * @param number the number on its wall; 0 where it has none
 * @param block shape on the plan, use and floors
 * @param households empty where nobody counted
 * @param residents empty where nobody counted
 */
record House(
    String code,
    int number,
    Name name,
    String communityCode,
    Block block,
    int builtYear,
    OptionalInt households,
    OptionalInt residents,
    Duty duty) {

  /**
   * Who looks after a building, and how often somebody should come by.
   *
   * @param patrolHours 0 where no patrol is due
   * @param visitDays 0 where no visit is due
   */
  record Duty(String liaisonPost, double patrolHours, double visitDays) {
    static final Duty NONE = new Duty("", 0, 0);
  }

  House with(int newHouseholds, int newResidents, Duty newDuty) {
    return new House(
        code,
        number,
        name,
        communityCode,
        block,
        builtYear,
        OptionalInt.of(newHouseholds),
        OptionalInt.of(newResidents),
        newDuty);
  }

  /** The same entry of the register for another building: two houses change numbers so. */
  House at(Block newBlock) {
    return new House(
        code, number, name, communityCode, newBlock, builtYear, households, residents, duty);
  }

  boolean isLivedIn() {
    return number > 0;
  }
}
