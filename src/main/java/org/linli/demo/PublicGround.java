package org.linli.demo;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * A plot nobody lives on, as drawn on the plan: a school, a park, a market.
 *
 * @param cell of the ground plan it lies in; a corner plot lies in that of its compound
 */
record PublicGround(
    char letter,
    String cell,
    Polygon outline,
    List<Block> blocks,
    List<Green> greens,
    List<Way> ways) {}
