package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Numbers the houses of the sub-district and counts who lives there, with the gaps a real register
 * has.
 */
final class HouseRegister {
  private static final double UNCOUNTED_RESIDENTS = 0.04;
  private static final double UNCOUNTED_HOUSEHOLDS = 0.01;

  private final Dice dice;

  HouseRegister(Dice dice) {
    this.dice = dice;
  }

  /**
   * The compound's houses in the order in which they were drawn, so that a nook's position still
   * finds its house.
   */
  List<House> compound(String code, Compound compound, int firstNumber) {
    int year = compound.style().yearBuilt(dice);
    List<House> houses = new ArrayList<>();
    int number = firstNumber;
    int others = 0;
    for (Block block : compound.blocks()) {
      houses.add(
          block.isHome()
              ? home(code, number++, block, year + dice.whole(0, 2))
              : other(code, code, ++others, block, year + dice.whole(0, 12)));
    }
    return houses;
  }

  /** The buildings of a public plot, which belong to the sub-district itself. */
  List<House> ground(String code, PublicGround ground) {
    List<House> houses = new ArrayList<>();
    for (Block block : ground.blocks()) {
      houses.add(other(code, City.CODE, houses.size() + 1, block, dice.whole(1982, 2019)));
    }
    return houses;
  }

  private House home(String community, int number, Block block, int year) {
    int households = Math.max(block.units(), block.units() * homesPerUnit(block.floors()));
    int residents = (int) Math.round(households * dice.between(2.05, 3.05));
    return new House(
        community + String.format("-%03d", number),
        number,
        new Name(number + "号楼", "Building " + number, ""),
        community,
        block,
        year,
        dice.chance(UNCOUNTED_HOUSEHOLDS) ? OptionalInt.empty() : OptionalInt.of(households),
        dice.chance(UNCOUNTED_RESIDENTS) ? OptionalInt.empty() : OptionalInt.of(residents),
        House.Duty.NONE);
  }

  private static int homesPerUnit(int floors) {
    if (floors <= 2) {
      return floors;
    }
    return floors > 14 ? floors * 3 : floors * 2;
  }

  private static House other(String prefix, String community, int position, Block block, int year) {
    return new House(
        prefix + String.format("-X%02d", position),
        0,
        nameOf(block.use(), position),
        community,
        block,
        Math.min(year, 2024),
        OptionalInt.of(0),
        OptionalInt.of(0),
        House.Duty.NONE);
  }

  private static Name nameOf(String use, int position) {
    return switch (use) {
      case "commercial" -> new Name("沿街商铺" + position, "Shops " + position, "");
      case "kiosk" -> new Name("便民亭", "Kiosk", "");
      case "service" -> new Name("服务站", "Service point", "");
      case "utility" -> new Name("车棚与设备房", "Shed", "");
      case "school" -> new Name("教学楼" + position, "School building " + position, "");
      case "kindergarten" -> new Name("幼儿园", "Kindergarten", "");
      case "clinic" -> new Name("街道医院" + position + "号楼", "Hospital building " + position, "");
      case "culture" -> new Name("文化活动中心" + position, "Culture centre " + position, "");
      case "office" -> new Name("办公楼" + position, "Offices " + position, "");
      default -> new Name("厂房" + position, "Workshop " + position, "");
    };
  }
}
