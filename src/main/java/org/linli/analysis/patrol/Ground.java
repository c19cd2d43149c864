package org.linli.analysis.patrol;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * What one walks on: from where the walk begins, place 0, to the buildings that can be come to from
 * there. On the plane, in metres.
 */
interface Ground {
  /** The word for it in the layer. */
  String mode();

  /** The buildings of places 1 and on. */
  int[] buildings();

  /** Where one stands at a place. */
  Coordinate spot(int place);

  /** How far it is from place to place, the same both ways; infinite if farther than ever asked. */
  double metres(int from, int to);

  /** The way there, both spots included. */
  List<Coordinate> way(int from, int to);
}
