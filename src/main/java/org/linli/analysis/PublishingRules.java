package org.linli.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.layer.InvalidParameterException;
import org.linli.layer.LocalText;

/**
 * What the public may ask, and in what numbers it is answered. A free moment would bisect the times
 * of visits, small numbers of people point at homes, and a community of a building or two is those
 * buildings.
 */
final class PublishingRules {
  private static final Duration AGE = Duration.ofDays(7);
  private static final double LEAST_PEOPLE = 10;
  private static final int LEAST_ROWS = 3;

  private PublishingRules() {}

  /** The latest moment that the public may look from: the end of a day at least 7 days old. */
  static Instant latest(Instant now) {
    long then = now.minus(AGE).toEpochMilli();
    return Instant.ofEpochMilli(CommunityTime.startOf(CommunityTime.dayOf(then)));
  }

  /**
   * @throws InvalidParameterException if the public may not look from a moment
   */
  static void requireLooksFrom(Instant asOf, Instant now) {
    long millis = asOf.toEpochMilli();
    boolean endOfDay = CommunityTime.startOf(CommunityTime.dayOf(millis)) == millis;
    if (!endOfDay || asOf.isAfter(latest(now))) {
      String latest = CommunityTime.at(latest(now).toEpochMilli()).toOffsetDateTime().toString();
      throw new InvalidParameterException(
          Parameter.AS_OF,
          new LocalText(
              "公开数据的截至时刻只能是一天的结束（北京时间 0 点），且不晚于 " + latest + "。",
              "The public looks from the end of a day (midnight at +08:00), at the latest "
                  + latest
                  + ".",
              "མི་མང་གིས་ཉིན་གཅིག་གི་མཇུག་ནས་ལྟ་ཆོག ཆེས་ཕྱི་བ་ " + latest),
          List.of(latest));
    }
  }

  /** Nobody, or enough that nobody can be picked out. */
  static boolean isSafeCount(double people) {
    return people == 0 || people >= LEAST_PEOPLE;
  }

  static boolean isSafeRows(int rows) {
    return rows == 0 || rows >= LEAST_ROWS;
  }

  /** A number of people, as the public gets it. */
  static double rounded(double people) {
    return Math.round(people / 10) * 10.0;
  }

  /** A share, as the public gets it: a whole percent. */
  static double wholePercent(double share) {
    return Math.round(share * 100) / 100.0;
  }
}
