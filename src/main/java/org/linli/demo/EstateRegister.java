package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Numbers the estate's houses and shares out its households and residents, so that they add up to
 * the count everybody knows.
 */
final class EstateRegister {
  private static final double DAILY_HOURS = 24;
  private static final double MONTHLY_DAYS = 30;

  private final Dice dice;

  EstateRegister(Dice dice) {
    this.dice = dice;
  }

  /**
   * @param grids the blocks of each grid
   */
  List<House> register(List<List<Block>> grids) {
    List<House> numbered = new ArrayList<>();
    for (int grid = 0; grid < grids.size(); grid++) {
      for (Block block : grids.get(grid)) {
        numbered.add(unlived(numbered.size() + 1, Estate.codeOf(grid), block));
      }
    }
    int[] households =
        shared(Estate.HOUSEHOLDS, numbered.stream().mapToDouble(this::homes).toArray());
    double[] people =
        IntStream.of(households).mapToDouble(n -> n * dice.between(3.1, 3.9)).toArray();
    int[] residents = shared(Estate.RESIDENTS, people);
    List<House> houses = new ArrayList<>();
    for (int i = 0; i < numbered.size(); i++) {
      houses.add(numbered.get(i).with(households[i], residents[i], duty(i, numbered.size())));
    }
    return houses;
  }

  private static House unlived(int number, String grid, Block block) {
    boolean shopsBelow = number % 10 == 4;
    Block used =
        shopsBelow ? new Block(block.shape(), "mixed", block.floors(), block.units()) : block;
    return new House(
        Estate.CODE + String.format("-%02d", number),
        number,
        new Name(number + "号楼", "Building " + number, "ཁང་བརྩེགས་ཨང་" + number),
        grid,
        used,
        number <= 31 ? 2018 : 2020,
        OptionalInt.empty(),
        OptionalInt.empty(),
        House.Duty.NONE);
  }

  private double homes(House house) {
    return house.block().units() * house.block().floors() * dice.between(0.95, 1.05);
  }

  /**
   * Consecutive houses share a liaison; a few are to be seen twice a day, a few every other day.
   */
  private static House.Duty duty(int position, int houses) {
    String liaison = "联络岗" + (1 + position * Estate.LIAISONS / houses);
    double hours =
        position % 13 == 6 ? DAILY_HOURS / 2 : position % 17 == 9 ? 2 * DAILY_HOURS : DAILY_HOURS;
    return new House.Duty(liaison, hours, MONTHLY_DAYS);
  }

  /** Whole numbers in proportion to the weights that add up to the total, by largest remainders. */
  static int[] shared(int total, double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    int[] shares = new int[weights.length];
    double[] remainders = new double[weights.length];
    int left = total;
    for (int i = 0; i < weights.length; i++) {
      double exact = total * weights[i] / sum;
      shares[i] = (int) exact;
      remainders[i] = exact - shares[i];
      left -= shares[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted((a, b) -> Double.compare(remainders[b], remainders[a]))
        .limit(left)
        .forEach(i -> shares[i]++);
    return shares;
  }
}
