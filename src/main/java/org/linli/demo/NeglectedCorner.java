package org.linli.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * The planted gap: the houses of the estate's north-eastern grid that lie farthest from its post.
 * Since a day in May nobody comes within reach of them, and of one of them nobody ever did.
 *
 * @param houses the farthest first
 */
record NeglectedCorner(List<House> houses) {
  static final LocalDate LAST_SEEN = LocalDate.of(2026, 5, 29);
  static final LocalDate LAST_VISITED = LocalDate.of(2026, 4, 30);
  private static final int SIZE = 5;

  static NeglectedCorner of(Estate estate, Coordinate post) {
    Estate.Grid grid = estate.grids().get(estate.grids().size() - 1);
    return new NeglectedCorner(
        estate.housesOf(grid).stream()
            .sorted(Comparator.comparingDouble(house -> -fromPost(house, post)))
            .limit(SIZE)
            .toList());
  }

  private static double fromPost(House house, Coordinate post) {
    return house.block().shape().distance(Drawing.point(post));
  }

  /** The one that no record has ever reached. */
  House neverSeen() {
    return houses.get(0);
  }

  boolean contains(House house) {
    return houses.contains(house);
  }
}
