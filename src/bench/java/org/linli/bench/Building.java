package org.linli.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * A made-up building: a key, 9 attributes of all types, and a polygon of 7 points.
 *
 * @param residents unknown for one in twenty
 * @param ring lon-lat in degrees, x and y in turn, closed
 */
record Building(
    String code,
    String name,
    String community,
    String useCode,
    int floors,
    double heightMetres,
    LocalDate builtOn,
    Instant surveyedAt,
    OptionalInt residents,
    boolean hasLiaison,
    double[] ring) {
  private static final String[] COMPOUNDS = {
    "阳光", "锦绣", "和平", "幸福", "东城", "西城", "河滨", "胜利", "康乐", "金色", "翠湖", "安居"
  };
  private static final String[] KINDS = {"花园", "家园", "小区", "新村", "里", "苑"};
  private static final String[] COMMUNITIES = {
    "向阳", "团结", "文汇", "胜园", "辽河", "黄河", "东三路", "西四路", "府前", "安泰", "滨海", "新华"
  };
  private static final String[] USES = {
    "residential",
    "residential",
    "residential",
    "residential",
    "mixed",
    "commercial",
    "office",
    "school",
    "clinic",
    "industrial"
  };
  private static final LocalDate FIRST_DAY = LocalDate.of(1978, 1, 1);
  private static final Instant FIRST_SURVEY = Instant.parse("2023-01-01T00:00:00Z");

  /** The building of a number; takes its luck from the generator, so call in ascending order. */
  static Building next(int number, SplittableRandom random) {
    int floors = 1 + random.nextInt(random.nextInt(4) == 0 ? 33 : 6);
    return new Building(
        "B" + (1_000_000 + number),
        pick(COMPOUNDS, random) + pick(KINDS, random) + (1 + random.nextInt(120)) + "号楼",
        pick(COMMUNITIES, random) + "社区第" + (1 + random.nextInt(24)) + "网格",
        pick(USES, random),
        floors,
        (floors * 29 + random.nextInt(20)) / 10.0,
        FIRST_DAY.plusDays(random.nextInt(17_000)),
        FIRST_SURVEY.plus(random.nextInt(1_400_000), ChronoUnit.MINUTES),
        random.nextInt(20) == 0
            ? OptionalInt.empty()
            : OptionalInt.of(floors * (2 + random.nextInt(9))),
        random.nextInt(12) == 0,
        Footprint.ring(Towns.plot(number), random));
  }

  private static String pick(String[] from, SplittableRandom random) {
    return from[random.nextInt(from.length)];
  }
}
