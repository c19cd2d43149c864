package org.linli.demo;

import java.util.List;

/**
 * A compound with the houses the register has there.
 *
 * @param houses in the order of the compound's blocks
 */
record Quarter(String code, Compound compound, List<House> houses) {
  int residents() {
    return houses.stream().mapToInt(house -> house.residents().orElse(0)).sum();
  }

  int households() {
    return houses.stream().mapToInt(house -> house.households().orElse(0)).sum();
  }
}
