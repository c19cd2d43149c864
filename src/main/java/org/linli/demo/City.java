package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Polygon;

/**
 * The sub-district with its people: compounds and houses numbered and counted, its ways cut into a
 * network.
 */
final class City {
  static final String CODE = "LT";

  private final Subdistrict plan;
  private final List<Quarter> quarters = new ArrayList<>();
  private final List<House> publicHouses = new ArrayList<>();
  private final List<Way> network;

  City(PlaceNames names, Dice dice) {
    plan = new SubdistrictPlan(names, dice.named("plan")).draw();
    HouseRegister register = new HouseRegister(dice.named("register"));
    int jinyuanHouses = 0;
    for (Compound compound : plan.compounds()) {
      boolean jinyuan = compound.name().zh().startsWith("锦苑");
      String code = CODE + String.format("%02d", quarters.size() + 1);
      List<House> houses = register.compound(code, compound, jinyuan ? jinyuanHouses + 1 : 1);
      if (jinyuan) {
        jinyuanHouses += (int) houses.stream().filter(House::isLivedIn).count();
      }
      quarters.add(new Quarter(code, compound, renumbered(compound, houses)));
    }
    for (PublicGround ground : plan.grounds()) {
      publicHouses.addAll(
          register.ground(CODE + "-" + ground.letter() + plan.grounds().indexOf(ground), ground));
    }
    network = new PathNetwork(ways()).cut();
  }

  Subdistrict plan() {
    return plan;
  }

  List<Quarter> quarters() {
    return quarters;
  }

  List<House> houses() {
    return Stream.concat(
            quarters.stream().flatMap(quarter -> quarter.houses().stream()), publicHouses.stream())
        .toList();
  }

  /**
   * The open space on a public plot that a project of the spring round made over: its square, or
   * else its lawn.
   */
  Optional<Polygon> openGround(String cell) {
    return plan.grounds().stream()
        .filter(ground -> ground.cell().equals(cell))
        .flatMap(ground -> ground.greens().stream())
        .filter(green -> green.kind().equals("square") || green.kind().equals("lawn"))
        .map(Green::shape)
        .findFirst();
  }

  /** Streets, banks and lanes from crossing to crossing. */
  List<Way> network() {
    return network;
  }

  private List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    for (Street street : plan.streets()) {
      ways.add(new Way(street.name(), street.kind(), "asphalt", true, street.line()));
    }
    ways.addAll(plan.banks());
    plan.compounds().forEach(compound -> ways.addAll(compound.ways()));
    plan.grounds().forEach(ground -> ways.addAll(ground.ways()));
    return ways;
  }

  /**
   * In the compound of the tyre garden, the house that turns its back on the garden has the number
   * in the garden's name.
   */
  private static List<House> renumbered(Compound compound, List<House> houses) {
    if (!compound.cell().equals(TyreGarden.CELL)) {
      return houses;
    }
    House before = houseBefore(compound.garden(), houses);
    House numbered =
        houses.stream()
            .filter(house -> house.number() == TyreGarden.BUILDING)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no building 63 in " + compound.name()));
    List<House> swapped = new ArrayList<>(houses);
    swapped.set(houses.indexOf(before), numbered.at(before.block()));
    swapped.set(houses.indexOf(numbered), before.at(numbered.block()));
    return swapped;
  }

  private static House houseBefore(Polygon garden, List<House> houses) {
    return houses.stream()
        .filter(House::isLivedIn)
        .filter(house -> house.block().shape().getCentroid().getY() < garden.getCentroid().getY())
        .min((a, b) -> Double.compare(distance(a, garden), distance(b, garden)))
        .orElseThrow();
  }

  private static double distance(House house, Polygon garden) {
    return house.block().shape().distance(garden);
  }
}
