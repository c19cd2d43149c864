package org.linli.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * The resettlement estate with its people: six patrol grids, each with a post, and the houses in
 * them.
 */
final class Estate {
  static final String CODE = "DJ";
  static final int HOUSEHOLDS = 2275;
  static final int RESIDENTS = 8000;
  static final int LIAISONS = 8;
  static final List<Integer> STEWARDS = List.of(5, 5, 5, 6, 6, 5);

  /**
   * One grid.
   *
   * @param position 0 in the south-west, row by row
   */
  record Grid(int position, Name name, Polygon outline) {
    String code() {
      return codeOf(position);
    }

    String post() {
      return postOf(position);
    }
  }

  private final EstatePlan plan;
  private final List<Grid> grids = new ArrayList<>();
  private final List<House> houses;
  private final List<Way> network;

  Estate(PlaceNames.Estate names, Dice dice) {
    plan = new EstatePlan(names, dice.named("plan"));
    plan.draw();
    for (int i = 0; i < plan.parcels().size(); i++) {
      grids.add(new Grid(i, names.grids().get(i), plan.parcels().get(i)));
    }
    houses = new EstateRegister(dice.named("register")).register(plan.blocks());
    network = new PathNetwork(plan.ways()).cut();
  }

  EstatePlan plan() {
    return plan;
  }

  List<Grid> grids() {
    return grids;
  }

  List<House> houses() {
    return houses;
  }

  List<House> housesOf(Grid grid) {
    return houses.stream().filter(house -> house.communityCode().equals(grid.code())).toList();
  }

  List<Way> network() {
    return network;
  }

  static String codeOf(int position) {
    return CODE + "-G" + (position + 1);
  }

  static String postOf(int position) {
    return "岗位" + (position + 1);
  }
}
