package org.linli.demo;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * A compound as drawn on the plan, metres.
 *
 * @param cell of the ground plan it lies in, {@code c3r0}: column from the west, row from the north
 * @param garden the open space at its heart
 */
record Compound(
    String cell,
    Name name,
    CompoundStyle style,
    Polygon outline,
    List<Block> blocks,
    List<Nook> nooks,
    List<Way> ways,
    Polygon garden) {

  int column() {
    return Integer.parseInt(cell.substring(1, cell.indexOf('r')));
  }
}
